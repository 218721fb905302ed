import type { InterfaceLanguage } from '@/lib/rules/settings'
import type { Dictionary, MessageKey, PanelKey } from './en'
import { type Formats, formatsFor } from './format'
import { type Arguments, formatMessage } from './message'
import { type Moments, momentsFor } from './moments'

/** What a component needs for its texts: messages by their keys, and numbers in the same language. */
export type Translation<Key extends MessageKey = PanelKey> = {
  language: InterfaceLanguage
  t: (key: Key, given?: Arguments) => string
  formats: Formats
  moments: Moments
  hidesAmounts: boolean
}

export const translation = <Key extends MessageKey>(
  language: InterfaceLanguage,
  dictionary: Dictionary<Key> & Dictionary<'amount.hidden'>,
  { hideAmounts = false } = {},
): Translation<Key> => ({
  language,
  t: (key, given = {}) => formatMessage(dictionary[key], given, language),
  hidesAmounts: hideAmounts,
  formats: formatsFor(language, hideAmounts ? dictionary['amount.hidden'] : null),
  moments: momentsFor(language),
})
