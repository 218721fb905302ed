import { figuresOf } from './figures'
import type { Ledger } from './ledger'
import { latest, lateness, type Look } from './look'
import type { Observation } from './observation'
import { oppositeOf, positionKey } from './position-key'
import { entry } from './record'
import { reduceAbsence } from './reduce-absence'
import { reduceArrival } from './reduce-arrival'
import { reducePosition } from './reduce-position'
import { setBack } from './set-back'
import { hasSlept, rememberedTabs, shownBy, tabAfter } from './tabs'

/**
 * By how much the clock was set back since it was last known, in milliseconds. A tab that has looked before has seen
 * it, and another one may have looked since; a new one finds a ledger that lies in its future.
 */
const wentBackBy = ({ tabs, open }: Ledger, { at, tab }: Observation, mostMs: number): number => {
  const stored = entry(tabs, tab)
  const tabTimes = Object.values(tabs).map((other) => other.at)
  const by = Math.max(...tabTimes, ...Object.values(open).map(({ seenAt }) => seenAt)) - at
  const wentBack = stored === undefined ? by > mostMs : stored.at > at
  return wentBack ? by : 0
}

/** Both sides of a contract in one look, each known to be open. */
const withHedges = (ledger: Ledger, { positions }: Observation): Ledger => {
  const known = new Set<string>(
    positions.map(positionKey).filter((key) => Object.hasOwn(ledger.open, key)),
  )
  const open = Object.entries(ledger.open).map(([key, episode]) => {
    const isBoth = known.has(key) && known.has(oppositeOf(episode))
    return [key, isBoth ? { ...episode, hedged: true } : episode] as const
  })
  return { ...ledger, open: Object.fromEntries(open) }
}

/**
 * One more look at the table. Pure and idempotent: a look that was seen, or came late from the same
 * tab, changes nothing; two tabs that see the same truth count it once. `takenAt`: now, by the same
 * clock as that of the look.
 */
export const reduceLedger = (
  ledger: Ledger,
  observation: Observation,
  takenAt = observation.at,
): Ledger => {
  const { tab, sequence, at, market, account, positions, complete } = observation
  const stored = entry(ledger.tabs, tab)
  if (stored !== undefined && sequence <= stored.sequence) return ledger

  const mostMs = latest(observation, takenAt)
  const back = wentBackBy(ledger, observation, mostMs)
  const late = lateness(at, mostMs)
  const before = back > 0 ? setBack(ledger, back) : ledger
  const tabs = rememberedTabs(before.tabs, observation)
  const known = entry(tabs, tab)
  const slept = hasSlept(known, observation)
  let next: Ledger = { ...before, tabs }
  for (const position of positions) {
    const key = positionKey(position)
    const look: Look = {
      position,
      figures: figuresOf(position),
      at,
      tab,
      market,
      account,
      shown: shownBy(known, key),
      tabSince: known?.since ?? at,
      slept,
      late,
    }
    const episode = entry(next.open, key)
    next = episode === undefined ? reduceArrival(next, look) : reducePosition(next, episode, look)
  }
  next = reduceAbsence(withHedges(next, observation), observation, { known, late })
  const isLatest = complete && !late(next.completeAt[market] ?? at)
  return {
    ...next,
    tabs: { ...next.tabs, [tab]: tabAfter(entry(next.tabs, tab), observation, next.open) },
    completeAt: isLatest ? { ...next.completeAt, [market]: at } : next.completeAt,
  }
}
