import { dateFormat } from './intl'

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

const SHORT = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const
const LONG = { dateStyle: 'medium', timeStyle: 'medium' } as const

export const momentsFor = (language: string): Moments => {
  const print = (format: (date: Date) => string) => (at: number) => {
    const date = valid(at)
    return date === null ? null : format(date)
  }
  return {
    short: print((date) => dateFormat(language, SHORT).format(date)),
    long: print((date) => dateFormat(language, LONG).format(date)),
    iso: print((date) => date.toISOString()),
  }
}
