import {
  type Correction,
  correctLedger,
  type Episode,
  type Ledger,
  type Observation,
  reduceLedger,
} from '@/lib/ledger'
import type { Journal } from './journal'
import type { VersionedItem } from './versioned-item'

/** Between two writes that record prices only. */
const PRICES_EVERY = 60_000

export type WriterOptions = {
  item: Pick<VersionedItem<Ledger>, 'load' | 'write'>
  /** `null` for a private window: what is closed is forgotten. */
  journal: Pick<Journal, 'put'> | null
}

export type LedgerNotice = 'damaged' | 'newer' | 'full' | null

export type LedgerAnswer = { open: Readonly<Record<string, Episode>>; notice: LedgerNotice }

/** What must survive: everything but prices in motion and the clock. */
const essence = ({ open, arriving, closed }: Ledger): string =>
  JSON.stringify([
    Object.values(open).map(({ figures, pending, missing, events, withoutStopSince }) => [
      figures,
      pending,
      missing,
      events.length,
      events.at(-1),
      withoutStopSince,
    ]),
    arriving,
    closed.map(({ id, closedAt, events }) => [id, closedAt, events.length]),
  ])

const lightened = (ledger: Ledger): Ledger => ({
  ...ledger,
  closed: ledger.closed.map((episode) => ({ ...episode, samples: [] })),
})

/**
 * The single writer. Looks and corrections are taken one after the other; what counts is in storage
 * before it is acknowledged, so a background that is ended at any moment loses nothing: a tab sends
 * again what was not acknowledged, and the reducer takes it once.
 */
export const ledgerWriter = ({ item, journal }: WriterOptions) => {
  let ledger: Ledger | null = null
  let notice: LedgerNotice = null
  let writtenAt = 0
  let queue: Promise<unknown> = Promise.resolve()

  const load = async (): Promise<Ledger> => {
    if (ledger !== null) return ledger
    const found = await item.load()
    if (found.state === 'damaged' || found.state === 'newer') notice = found.state
    ledger = found.value
    return ledger
  }

  const save = async (before: Ledger, after: Ledger, now: number): Promise<void> => {
    const counts = essence(before) !== essence(after)
    ledger = after
    if (!counts && Math.abs(now - writtenAt) < PRICES_EVERY) return
    const known = new Set(before.closed.map(({ id, closedAt }) => `${id} ${String(closedAt)}`))
    const closed = after.closed.filter(
      ({ id, closedAt }) => !known.has(`${id} ${String(closedAt)}`),
    )
    try {
      if (journal !== null && closed.length > 0) await journal.put(closed)
      ledger = lightened(after)
      await item.write(ledger)
      writtenAt = now
      if (notice === 'full') notice = null
    } catch (fault) {
      // Kept in memory; the next look tries again.
      if (notice !== 'newer') notice = 'full'
      console.error('Margin Brake: the ledger could not be saved.', fault)
    }
  }

  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = queue.then(task)
    queue = result.catch(() => undefined)
    return result
  }

  const change = (apply: (ledger: Ledger) => Ledger, now: number): Promise<LedgerAnswer> =>
    inTurn(async () => {
      const before = await load()
      await save(before, apply(before), now)
      return { open: ledger?.open ?? {}, notice }
    })

  return {
    observe: (observation: Observation) =>
      change((before) => reduceLedger(before, observation), observation.at),
    correct: (correction: Correction) =>
      change((before) => correctLedger(before, correction), correction.at),
    answer: () => change((before) => before, writtenAt),
    /** Closed episodes were merged with copies from elsewhere: one that comes back has both. */
    adopt: (merged: readonly Episode[]) => {
      const byId = new Map(merged.map((episode) => [episode.id, { ...episode, samples: [] }]))
      return change(
        (before) => ({ ...before, closed: before.closed.map((e) => byId.get(e.id) ?? e) }),
        writtenAt,
      )
    },
    /** Forgets closed episodes, or everything. */
    forget: (which: readonly string[] | 'closed' | 'everything') =>
      change((before) => {
        if (which === 'closed') return { ...before, closed: [] }
        if (which === 'everything') return { ...before, open: {}, arriving: {}, closed: [] }
        return { ...before, closed: before.closed.filter(({ id }) => !which.includes(id)) }
      }, writtenAt),
  }
}

export type LedgerWriter = ReturnType<typeof ledgerWriter>
