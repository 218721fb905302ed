import type { InterfaceLanguage } from '@/lib/rules'
import type { Dictionary, MessageKey, PanelKey } from './en'
import { type Formats, formatsFor } from './format'
import { type Arguments, formatMessage } from './message'

/** What a component needs for its texts: messages by their keys, and numbers in the same language. */
export type Translation<Key extends MessageKey = PanelKey> = {
  language: InterfaceLanguage
  t: (key: Key, given?: Arguments) => string
  formats: Formats
  hidesAmounts: boolean
}

export const translation = <Key extends MessageKey>(
  language: InterfaceLanguage,
  dictionary: Dictionary<Key> & Dictionary<'amount.hidden'>,
  { hideAmounts = false } = {},
): Translation<Key> => {
  // A panel asks for the same labels with every tick.
  const labels = new Map<Key, string>()
  const label = (key: Key): string => {
    const known = labels.get(key) ?? formatMessage(dictionary[key], {}, language)
    labels.set(key, known)
    return known
  }
  return {
    language,
    t: (key, given) =>
      given === undefined ? label(key) : formatMessage(dictionary[key], given, language),
    hidesAmounts: hideAmounts,
    formats: formatsFor(language, hideAmounts ? dictionary['amount.hidden'] : null),
  }
}
