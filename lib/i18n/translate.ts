import type { Dictionary, MessageKey } from './en'
import { type Formats, formatsFor } from './format'
import { type Arguments, formatMessage } from './message'

/** Everything a component needs to speak: a message by its key, and numbers in the same language. */
export type Translation = {
  language: string
  t: (key: MessageKey, given?: Arguments) => string
  formats: Formats
}

export const translation = (language: string, dictionary: Dictionary): Translation => ({
  language,
  t: (key, given = {}) => formatMessage(dictionary[key], given, language),
  formats: formatsFor(language),
})
