import type { Dictionary, MessageKey } from './en'
import { type Formats, formatsFor } from './format'
import { type Arguments, formatMessage } from './message'

/** Everything a component needs to speak: a message by its key, and numbers in the same language. */
export type Translation = {
  language: string
  t: (key: MessageKey, given?: Arguments) => string
  formats: Formats
  hidesAmounts: boolean
}

export const translation = (
  language: string,
  dictionary: Dictionary,
  { hideAmounts = false } = {},
): Translation => ({
  language,
  t: (key, given = {}) => formatMessage(dictionary[key], given, language),
  hidesAmounts: hideAmounts,
  formats: formatsFor(language, hideAmounts ? dictionary['amount.hidden'] : null),
})
