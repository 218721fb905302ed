import type { Figures, Shown } from './ledger'
import type { Observation, ObservedPosition } from './observation'

/** One position in one observation. */
export type Look = {
  position: ObservedPosition
  figures: Figures
  at: number
  tab: string
  market: Observation['market']
  account: Observation['account']
  /** What the same tab has shown of it before, newest first. */
  shown: readonly Shown[]
  /** The first look of the tab. */
  tabSince: number
  /** Its page is that of a look long ago, and shows what was so then. */
  slept: boolean
  /** The look was made before that time, and only came after it. */
  late: Late
}

/** A tab that has not shown a change yet is taken to lag for this long. */
export const LAG = 30_000

/** Two tabs of one page are hardly ever further apart than this. Chosen. */
export const BEHIND_MS = 5_000

export type Late = (than: number) => boolean

/** Further back than this a look did not come late: a clock was set. */
const LATEST_MS = 300_000

/**
 * How far back a look may lie and still only have come late. One that a tab had to keep for an hour,
 * since nobody took it, comes an hour after it was made, by the clock that both share.
 */
export const latest = ({ at }: Pick<Observation, 'at'>, takenAt: number): number =>
  Math.max(LATEST_MS, takenAt - at)

/** All tabs of a machine share its clock, so an earlier look says nothing against a later one. */
export const lateness =
  (at: number, mostMs: number): Late =>
  (than) =>
    at < than && than - at <= mostMs
