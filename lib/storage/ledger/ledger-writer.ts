import {
  type Correction,
  correctLedger,
  emptyLedger,
  type Episode,
  type Ledger,
  type Observation,
  reduceLedger,
  suspectsTwoAccounts,
  withoutTab,
} from '@/lib/ledger'
import { withArchiveQueue, withoutClosedCharts, withoutSamples } from './archive-queue'
import { archiver } from './archiver'
import type { Journal } from './journal'
import { ledgerSaver } from './ledger-saver'
import { inTurn } from '../in-turn'
import type { VersionedItem } from '../versioned-item'

export type WriterOptions = {
  item: Pick<VersionedItem<Ledger>, 'load' | 'overwrite'>
  /** `null` for a private window: what is closed is forgotten. */
  journal: Pick<Journal, 'put'> | null
  now: () => number
  /** Of the background that this is: what it has in memory only, the next one has never heard of. */
  life: string
}

export type LedgerNotice =
  /** A later version wrote it: nothing is written over it. */
  | 'newer'
  /** There is no room: what is counted is in memory only. */
  | 'full'
  /** All of it was damaged, or some positions. */
  | 'damaged'
  | 'damaged-part'
  | 'two-accounts'
  /** Counts are saved; closed positions do not reach the journal. */
  | 'archive'
  | null

export type LedgerAnswer = {
  /** Open episodes by key, without their charts. */
  open: Readonly<Record<string, Episode>>
  /** Those that ended within a day before the last one did, the latest first, without their charts. */
  closed: readonly Episode[]
  notice: LedgerNotice
  /** Everything received is in storage; otherwise this background alone has it. */
  saved: boolean
  life: string
}

/** Closed episodes by id, all closed ones, or everything with the open ones. */
export type Erasure = readonly string[] | 'closed' | 'everything'

/** Asked to go on from what another background had in memory. */
export type Forgotten = { forgotten: true; life: string }

const withoutCharts = (open: Ledger['open']): LedgerAnswer['open'] =>
  Object.fromEntries(Object.entries(open).map(([key, episode]) => [key, withoutSamples(episode)]))

const DAY_MS = 24 * 3_600_000

const lately = (closed: readonly Episode[]): Episode[] => {
  const last = closed[0]?.closedAt ?? null
  return closed
    .filter(({ closedAt }) => last !== null && closedAt !== null && last - closedAt < DAY_MS)
    .map(withoutSamples)
}

/**
 * The single writer. Looks and corrections are taken one after the other, and the answer says whether
 * they are in storage. A background that is ended at any moment loses nothing: a tab sends again what
 * was not acknowledged, or not stored, and the reducer takes it once. The count is written first and alone; the
 * archive is filled behind it, and no fault of the archive can keep a count from being saved.
 */
export const ledgerWriter = ({ item, journal, now, life }: WriterOptions) => {
  let ledger: Ledger | null = null
  let found: 'newer' | 'damaged' | 'damaged-part' | null = null

  const saver = ledgerSaver({ write: item.overwrite, now })

  const queued = inTurn()

  const archive =
    journal === null
      ? null
      : archiver({
          put: journal.put,
          waiting: () => ledger?.unarchived ?? [],
          // Written down with the next look: what is put twice is put once.
          done: (episode) => {
            if (ledger === null) return
            ledger = { ...ledger, unarchived: ledger.unarchived.filter((one) => one !== episode) }
          },
          now,
        })

  const load = async (): Promise<Ledger> => {
    if (ledger !== null) return ledger
    const stored = await item.load()
    if (stored.state === 'salvaged') found = 'damaged-part'
    else if (stored.state === 'damaged' || stored.state === 'newer') found = stored.state
    ledger = stored.value
    saver.begin(ledger)
    return ledger
  }

  const notice = (): LedgerNotice => {
    if (found === 'newer') return found
    if (saver.isFull()) return 'full'
    if (found !== null) return found
    if (suspectsTwoAccounts(ledger ?? emptyLedger, now())) return 'two-accounts'
    return archive?.fails() === true ? 'archive' : null
  }

  const change = (apply: (ledger: Ledger) => Ledger): Promise<LedgerAnswer> =>
    queued(async () => {
      const before = await load()
      const after = apply(before)
      ledger = archive === null ? withoutClosedCharts(after) : withArchiveQueue(before, after)
      // Nothing of ours will ever be written over a later version's: there is no use in waiting for it.
      const saved = found === 'newer' || (await saver.save(ledger))
      void archive?.fill()
      const { open, closed } = ledger
      return { open: withoutCharts(open), closed: lately(closed), notice: notice(), saved, life }
    })

  /** Only if this background has what it got before, and nobody else does. */
  const after = (
    since: string | null,
    apply: (ledger: Ledger) => Ledger,
  ): Promise<LedgerAnswer | Forgotten> =>
    since === null || since === life ? change(apply) : Promise.resolve({ forgotten: true, life })

  return {
    /** All of them in one write. `since`: the background that has the looks before them in memory. */
    observe: (observations: readonly Observation[], since: string | null = null) =>
      after(since, (before) =>
        observations.reduce((known, look) => reduceLedger(known, look, now()), before),
      ),
    correct: (corrections: readonly Correction[], since: string | null = null) =>
      after(since, (before) => corrections.reduce(correctLedger, before)),
    answer: () => change((before) => before),
    /** A tab of the browser was closed. */
    tabClosed: (browserTab: number) => change((before) => withoutTab(before, browserTab)),
    /** Closed episodes were merged with copies from elsewhere: one that comes back has both. */
    adopt: (merged: readonly Episode[]) => {
      const byId = new Map(merged.map((episode) => [episode.id, withoutSamples(episode)]))
      const merge = (episode: Episode): Episode => byId.get(episode.id) ?? episode
      return change((before) => ({
        ...before,
        closed: before.closed.map(merge),
        unarchived: before.unarchived.filter(({ id }) => !byId.has(id)),
      }))
    },
    /** Forgets closed episodes, or everything. */
    forget: (which: Erasure) =>
      change((before) => {
        const kept = (episodes: readonly Episode[]): Episode[] =>
          typeof which === 'string' ? [] : episodes.filter(({ id }) => !which.includes(id))
        const closed = kept(before.closed)
        const unarchived = kept(before.unarchived)
        return which === 'everything'
          ? { ...before, open: {}, arriving: {}, closed, unarchived }
          : { ...before, closed, unarchived }
      }),
    /** When nothing is on its way to the archive. */
    settled: async (): Promise<void> => {
      await queued(() => Promise.resolve())
      await archive?.fill()
    },
  }
}

export type LedgerWriter = ReturnType<typeof ledgerWriter>
