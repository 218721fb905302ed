import { AWAY } from './change'
import { sameFigures } from './figures'
import type { Ledger, Waiting } from './ledger'
import type { Look } from './look'
import type { Observation } from './observation'
import { firstLook } from './open-episode'
import { type PositionKey, positionKey } from './position-key'

/** All that a tab shows of it waits for one that shows the same: another tab may do so later. */
const nameOf = (key: PositionKey, { tab, at }: Look): string => `${key} ${String(at)} ${tab}`

const isOf = (name: string, key: PositionKey): boolean => name.startsWith(`${key} `)

const ofKey = (arriving: Ledger['arriving'], key: PositionKey): Waiting[] =>
  Object.entries(arriving).flatMap(([name, waiting]) => (isOf(name, key) ? [waiting] : []))

/** The first look that said the same, not long ago. */
export const arrivedAs = (
  { arriving }: Ledger,
  key: PositionKey,
  { figures, position, at }: Look,
): Waiting | undefined =>
  ofKey(arriving, key).find(
    (first) =>
      Math.abs(at - first.at) <= AWAY &&
      sameFigures(first.figures, figures, position.marginMode === 'cross'),
  )

/** When it was first seen, by any tab; `undefined`: it has not been. */
export const arrivedAt = ({ arriving }: Ledger, key: PositionKey): number | undefined => {
  const times = ofKey(arriving, key).map(({ at }) => at)
  return times.length === 0 ? undefined : Math.min(...times)
}

export const withArrival = (ledger: Ledger, key: PositionKey, look: Look): Ledger => ({
  ...ledger,
  arriving: { ...ledger.arriving, [nameOf(key, look)]: firstLook(ledger, look) },
})

const without = (ledger: Ledger, isGone: (name: string, at: number) => boolean): Ledger => {
  const kept = Object.entries(ledger.arriving).filter(([name, { at }]) => !isGone(name, at))
  return { ...ledger, arriving: Object.fromEntries(kept) }
}

export const withoutArrival = (ledger: Ledger, key: PositionKey): Ledger =>
  without(ledger, (name) => isOf(name, key))

/** What a tab no longer shows was a glimpse of that tab's; others speak for themselves. */
export const withoutAbsent = (ledger: Ledger, { tab, at, positions }: Observation): Ledger => {
  const isShown = (name: string) => positions.some((one) => isOf(name, positionKey(one)))
  return without(
    ledger,
    (name, seen) => (name.endsWith(` ${tab}`) && !isShown(name)) || Math.abs(at - seen) > AWAY,
  )
}
