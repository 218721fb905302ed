/** Points in time in the trader's language and time zone. `null`: not a valid time. */
export type Moments = {
  /** "Mar 3, 2026, 10:20 AM": for lists. */
  short: (at: number) => string | null
  /** "Mar 3, 2026, 10:20:05 AM" */
  long: (at: number) => string | null
  /** ISO 8601, for machines. */
  iso: (at: number) => string | null
}

const valid = (at: number): Date | null => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? null : date
}

const known = new Map<string, Moments>()

/** Made once per language. */
export const momentsFor = (language: string): Moments => {
  const moments = known.get(language) ?? makeMoments(language)
  known.set(language, moments)
  return moments
}

const makeMoments = (language: string): Moments => {
  const short = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
  const print = (format: (date: Date) => string) => (at: number) => {
    const date = valid(at)
    return date === null ? null : format(date)
  }
  return {
    short: print((date) => short.format(date)),
    long: print((date) => long.format(date)),
    iso: print((date) => date.toISOString()),
  }
}
