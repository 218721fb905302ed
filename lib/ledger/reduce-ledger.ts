import { figuresOf } from './figures'
import type { Ledger } from './ledger'
import { lateness, type Look } from './look'
import type { Observation } from './observation'
import { oppositeOf, positionKey } from './position-key'
import { entry } from './record'
import { reduceAbsence } from './reduce-absence'
import { reduceArrival } from './reduce-arrival'
import { reducePosition } from './reduce-position'
import { setBack } from './set-back'
import { rememberedTabs, shownBy, tabAfter } from './tabs'

/** Both sides of a contract in one look, each known to be open. */
const withHedges = (ledger: Ledger, { positions }: Observation): Ledger => {
  const keys = new Set<string>(positions.map(positionKey))
  const hedged = [...keys].filter((key) => {
    const episode = entry(ledger.open, key)
    const opposite = episode && oppositeOf(episode)
    return opposite !== undefined && keys.has(opposite) && Object.hasOwn(ledger.open, opposite)
  })
  if (hedged.every((key) => entry(ledger.open, key)?.hedged === true)) return ledger
  const open = Object.fromEntries(
    Object.entries(ledger.open).map(([key, episode]) => [
      key,
      hedged.includes(key) ? { ...episode, hedged: true } : episode,
    ]),
  )
  return { ...ledger, open }
}

/**
 * One more look at the table. Pure and idempotent: a look that was seen, or came late from the same
 * tab, changes nothing; two tabs that see the same truth count it once.
 */
export const reduceLedger = (ledger: Ledger, observation: Observation): Ledger => {
  const { tab, sequence, at, market, positions, complete } = observation
  const stored = entry(ledger.tabs, tab)
  if (stored !== undefined && sequence <= stored.sequence) return ledger

  const clockWentBack = stored !== undefined && at < stored.at
  const late = lateness(at, clockWentBack)
  const before = clockWentBack ? setBack(ledger, stored.at - at + 1) : ledger
  const tabs = rememberedTabs(before.tabs, observation)
  const known = entry(tabs, tab)
  let next: Ledger = { ...before, tabs }
  for (const position of positions) {
    const key = positionKey(position)
    const look: Look = {
      position,
      figures: figuresOf(position),
      at,
      tab,
      market,
      shown: shownBy(known, key),
      tabSince: known?.since ?? at,
      late,
    }
    const episode = entry(next.open, key)
    next = episode === undefined ? reduceArrival(next, look) : reducePosition(next, episode, look)
  }
  next = reduceAbsence(withHedges(next, observation), observation, { known, late })
  const last = next.completeAt[market]
  const isLater = last === null || !late(last)
  return {
    ...next,
    tabs: { ...next.tabs, [tab]: tabAfter(entry(next.tabs, tab), observation, next.open) },
    completeAt: complete && isLater ? { ...next.completeAt, [market]: at } : next.completeAt,
  }
}
