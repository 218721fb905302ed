import {
  type Correction,
  correctLedger,
  emptyLedger,
  type Episode,
  type Ledger,
  type Observation,
  reduceLedger,
} from '@/lib/ledger'
import type { Journal } from './journal'
import type { VersionedItem } from './versioned-item'

export type WriterOptions = {
  item: Pick<VersionedItem<Ledger>, 'load' | 'write'>
  /** `null` for a private window: what is closed is forgotten. */
  journal: Pick<Journal, 'put'> | null
}

export type LedgerNotice = 'damaged' | 'newer' | 'full' | null

/** The ledger as a tab sees it. */
export type LedgerAnswer = {
  open: Readonly<Record<string, Episode>>
  /** Those that ended within a day before the last one did, the latest first, without samples. */
  closed: readonly Episode[]
  notice: LedgerNotice
}

const DAY_MS = 24 * 3_600_000

const lately = (closed: readonly Episode[]): Episode[] => {
  const last = closed[0]?.closedAt ?? null
  return closed
    .filter(({ closedAt }) => last !== null && closedAt !== null && last - closedAt < DAY_MS)
    .map((episode) => ({ ...episode, samples: [] }))
}

const stateOf = ({ id, closedAt, events }: Episode): string =>
  JSON.stringify([id, closedAt, events.length])

const lightened = (ledger: Ledger): Ledger => ({
  ...ledger,
  closed: ledger.closed.map((episode) => ({ ...episode, samples: [] })),
})

/**
 * The single writer. Looks and corrections are taken one after the other; what is told is in storage
 * before it is acknowledged, so a background that is ended at any moment loses nothing: a tab sends
 * again what was not acknowledged, and the reducer takes it once.
 */
export const ledgerWriter = ({ item, journal }: WriterOptions) => {
  let ledger: Ledger | null = null
  let notice: LedgerNotice = null
  /** What is in storage. */
  let saved: Ledger | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const load = async (): Promise<Ledger> => {
    if (ledger !== null) return ledger
    const found = await item.load()
    if (found.state === 'damaged' || found.state === 'newer') notice = found.state
    ledger = found.value
    saved = ledger
    return ledger
  }

  /** Tabs tell only what is worth telling: every look of theirs is worth a write. */
  const save = async (after: Ledger): Promise<void> => {
    ledger = after
    if (after === saved) return
    const known = new Set(saved?.closed.map(stateOf))
    const closed = after.closed.filter((episode) => !known.has(stateOf(episode)))
    try {
      if (journal !== null && closed.length > 0) await journal.put(closed)
      const light = lightened(after)
      await item.write(light)
      ledger = light
      saved = light
      if (notice === 'full') notice = null
    } catch (fault) {
      // Kept in memory; the next look tries again.
      if (notice === null) console.error('Margin Brake: the ledger could not be saved.', fault)
      if (notice !== 'newer') notice = 'full'
    }
  }

  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = queue.then(task)
    queue = result.catch(() => undefined)
    return result
  }

  const change = (apply: (ledger: Ledger) => Ledger): Promise<LedgerAnswer> =>
    inTurn(async () => {
      await save(apply(await load()))
      const { open, closed } = ledger ?? emptyLedger
      return { open, closed: lately(closed), notice }
    })

  return {
    observe: (observation: Observation) => change((before) => reduceLedger(before, observation)),
    /** All of them in one write. */
    correct: (corrections: readonly Correction[]) =>
      change((before) => corrections.reduce(correctLedger, before)),
    answer: () => change((before) => before),
    /** Closed episodes were merged with copies from elsewhere: one that comes back has both. */
    adopt: (merged: readonly Episode[]) => {
      const byId = new Map(merged.map((episode) => [episode.id, { ...episode, samples: [] }]))
      return change((before) => ({
        ...before,
        closed: before.closed.map((e) => byId.get(e.id) ?? e),
      }))
    },
    /** Forgets closed episodes, or everything. */
    forget: (which: readonly string[] | 'closed' | 'everything') =>
      change((before) => {
        if (which === 'closed') return { ...before, closed: [] }
        if (which === 'everything') return { ...before, open: {}, arriving: {}, closed: [] }
        return { ...before, closed: before.closed.filter(({ id }) => !which.includes(id)) }
      }),
  }
}

export type LedgerWriter = ReturnType<typeof ledgerWriter>
