/**
 * `Intl` objects by language and options. Making one takes 5 to 50 µs, using one less than 3: a panel of
 * twenty positions that moves five times a second would spend half a per cent of a core on making them.
 */
const made = new Map<string, unknown>()

const remembered = <T>(key: string, make: () => T): T => {
  const found = (made.get(key) as T | undefined) ?? make()
  made.set(key, found)
  return found
}

export const numberFormat = (
  language: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat =>
  remembered(
    `number ${language} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(language, options),
  )

export const pluralRules = (language: string): Intl.PluralRules =>
  remembered(`plural ${language}`, () => new Intl.PluralRules(language))

export const dateFormat = (
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat =>
  remembered(
    `date ${language} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(language, options),
  )
