import * as v from 'valibot'
import {
  completeAtSchema,
  emptyLedger,
  type Episode,
  episodeSchema,
  type Ledger,
  tabSchema,
  waitingSchema,
} from './ledger'

/** A list is a record to valibot. */
const recordSchema = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value)),
  v.record(v.string(), v.unknown()),
)

const storedSchema = v.object({
  open: recordSchema,
  arriving: v.optional(recordSchema, () => ({})),
  closed: v.optional(v.array(v.unknown()), () => []),
  unarchived: v.optional(v.array(v.unknown()), () => []),
  tabs: v.optional(recordSchema, () => ({})),
  completeAt: v.optional(v.unknown(), null),
})

const parsed = <T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null => {
  const result = v.safeParse(schema, value)
  return result.success ? result.output : null
}

const wholeOnes = <T>(
  schema: v.GenericSchema<unknown, T>,
  values: Record<string, unknown>,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const one = parsed(schema, value)
      return one === null ? [] : [[key, one] as const]
    }),
  )

/**
 * A ledger out of storage, and the episodes in it that are damaged: each costs itself and no other.
 * Whatever else is damaged is forgotten, since the next looks bring it back. `null`: it is no ledger.
 */
export const salvageLedger = (value: unknown): { value: Ledger; damaged: unknown[] } | null => {
  const stored = parsed(storedSchema, value)
  if (stored === null) return null
  const damaged: unknown[] = []
  const wholeEpisodes = (values: readonly unknown[]): Episode[] =>
    values.flatMap((each) => {
      const episode = parsed(episodeSchema, each)
      if (episode === null) damaged.push(each)
      return episode ?? []
    })
  const open = Object.entries(stored.open).flatMap(([key, each]) =>
    wholeEpisodes([each]).map((episode) => [key, episode] as const),
  )
  const ledger: Ledger = {
    open: Object.fromEntries(open),
    arriving: wholeOnes(waitingSchema, stored.arriving),
    closed: wholeEpisodes(stored.closed),
    unarchived: wholeEpisodes(stored.unarchived),
    tabs: wholeOnes(tabSchema, stored.tabs),
    completeAt: parsed(completeAtSchema, stored.completeAt) ?? emptyLedger.completeAt,
  }
  return { value: ledger, damaged }
}
