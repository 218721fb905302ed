import type { Side } from '@/lib/margin'
import { sameMargin, sameNumeral, sameOrHidden } from './figures'
import type { Figures } from './ledger'
import { sameQuantity } from './quantity'
import { sameSize, walletChange } from './wallet-change'

export const priceStood = (before: Figures, now: Figures): boolean =>
  sameOrHidden(before.liquidationPrice, now.liquidationPrice)

const sameEntry = (before: Figures, now: Figures): boolean =>
  sameNumeral(before.entryPrice, now.entryPrice)

/** An update moves each cell once: where one moves again, another change has begun. */
export const isOneUpdate = (before: Figures, between: Figures, after: Figures): boolean =>
  [sameMargin, priceStood, sameQuantity, sameEntry].every(
    (stood) => stood(before, between) || stood(between, after),
  )

/**
 * The second of three states was no half of an update to the third: a cell that had moved has moved again, or what
 * moved in both is more than one update; and its cells agree with the one of the other two that is of the same size.
 */
export const isBetween = (
  side: Side,
  [before, between, after]: readonly [Figures, Figures, Figures],
): boolean => {
  const step = sameSize(before, between) ? { before, after: between } : { before: between, after }
  const hasMovedAgain = [sameMargin, priceStood].some(
    (stood) => !stood(before, between) && !stood(between, after),
  )
  const isMore =
    sameSize(before, after) && walletChange({ side, before, after }).kind === 'contradiction'
  return (
    (hasMovedAgain || isMore) &&
    sameSize(step.before, step.after) &&
    walletChange({ side, ...step }).kind === 'seen'
  )
}

/**
 * Of the states that were shown one after the other the last one is half-way: an update moves both cells,
 * and one of them has moved where the other had to. 5306 → 6295 with its price, → 6396 without. What an update
 * that moves the size as well leaves half-way is judged by the size.
 */
export const isHalfWay = (side: Side, states: readonly Figures[]): boolean => {
  const last = states.at(-1)
  if (states.length < 3 || !last?.margin || last.liquidationPrice === null) return false
  const cells = [sameMargin, priceStood]
  /** Cells that the update in progress has not moved yet. */
  let owed: typeof cells = []
  let isHalf = false
  for (const [index, after] of states.slice(1).entries()) {
    const before = states[index] ?? after
    const isSized = !sameSize(before, after)
    const still = cells.filter((stood) => stood(before, after))
    const isNew = isSized || cells.some((stood) => !still.includes(stood) && !owed.includes(stood))
    isHalf = isNew && !isSized && walletChange({ side, before, after }).kind === 'contradiction'
    if (isNew) owed = isSized || isHalf ? still : []
    else owed = owed.filter((stood) => still.includes(stood))
  }
  return isHalf
}
