import { joinSamples } from '@/lib/journal/records'
import type { Episode, Ledger } from '@/lib/ledger'

/** While the archive cannot be written: the latest positions wait, and the latest of them with a chart. */
const MOST_WAITING = 300
const MOST_WITH_SAMPLES = 30
const MOST_SAMPLES = 240
/** An open position's chart goes to the archive in pieces of this many minutes. */
const MOST_OPEN_SAMPLES = 30

const enqueued = (queue: readonly Episode[], episode: Episode): Episode[] => {
  const before = queue.find(({ id }) => id === episode.id)
  const samples = joinSamples(before?.samples ?? [], episode.samples, MOST_SAMPLES)
  return [...queue.filter(({ id }) => id !== episode.id), { ...episode, samples }]
}

export const withoutSamples = (episode: Episode): Episode =>
  episode.samples.length === 0 ? episode : { ...episode, samples: [] }

const bounded = (queue: readonly Episode[]): Episode[] =>
  queue
    .slice(-MOST_WAITING)
    .map((episode, index, { length }) =>
      index >= length - MOST_WITH_SAMPLES ? episode : withoutSamples(episode),
    )

/** Where there is no archive, what is closed keeps no chart. */
export const withoutClosedCharts = (ledger: Ledger): Ledger =>
  ledger.closed.every(({ samples }) => samples.length === 0)
    ? ledger
    : { ...ledger, closed: ledger.closed.map(withoutSamples) }

/** As long as the latest sample stays, the next one is not taken before its minute is over. */
const withLatestSample = (episode: Episode): Episode => ({
  ...episode,
  samples: episode.samples.slice(-1),
})

/**
 * What the archive has to be given of a change: what was closed or was changed since, and charts that
 * have grown long. The ledger keeps the rest, so that it stays small.
 */
export const withArchiveQueue = (before: Ledger, after: Ledger): Ledger => {
  const known = new Map(before.closed.map(({ id, events }) => [id, events.length]))
  const changed = after.closed.filter(({ id, events }) => known.get(id) !== events.length)
  const long = Object.values(after.open).filter(
    ({ samples }) => samples.length >= MOST_OPEN_SAMPLES,
  )
  if (changed.length === 0 && long.length === 0) return after
  const queue = [...changed.toReversed(), ...long].reduce(enqueued, after.unarchived)
  return {
    ...after,
    open: Object.fromEntries(
      Object.entries(after.open).map(([key, episode]) => [
        key,
        long.includes(episode) ? withLatestSample(episode) : episode,
      ]),
    ),
    closed: after.closed.map(withoutSamples),
    unarchived: bounded(queue),
  }
}
