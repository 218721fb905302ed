import type { Side } from '@/lib/margin'
import { decimal, marginSlack, sameFigures, sameNumeral, sameOrHidden } from './figures'
import type { Figures } from './ledger'
import { sameQuantity } from './quantity'
import { sameSize, walletChange } from './wallet-change'

export const marginStood = (before: Figures, now: Figures): boolean =>
  before.margin === null ||
  now.margin === null ||
  decimal(before.margin).minus(now.margin).abs().lte(marginSlack(before, now))

export const priceStood = (before: Figures, now: Figures): boolean =>
  sameOrHidden(before.liquidationPrice, now.liquidationPrice)

const sameEntry = (before: Figures, now: Figures): boolean =>
  sameNumeral(before.entryPrice, now.entryPrice)

/** An update moves each cell once: where one moves again, another change has begun. */
export const isOneUpdate = (before: Figures, between: Figures, after: Figures): boolean =>
  [marginStood, priceStood, sameQuantity, sameEntry].every(
    (stood) => stood(before, between) || stood(between, after),
  )

/** Which of the two cells moved alone: the margin (1) or the price (-1); 0: both, or neither. */
const movedAlone = (before: Figures, after: Figures): number =>
  Number(!marginStood(before, after)) - Number(!priceStood(before, after))

/**
 * Of the states that were shown one after the other the last one is half-way: an update moves both cells,
 * and one of them has moved where the other had to. 5306 → 6295 with its price, → 6396 without.
 */
export const isHalfWay = (side: Side, states: readonly Figures[]): boolean => {
  const last = states.at(-1)
  if (states.length < 3 || !last?.margin || last.liquidationPrice === null) return false
  let ahead = 0
  let isHalf = false
  for (const [index, after] of states.slice(1).entries()) {
    const before = states[index] ?? after
    if (!sameSize(before, after)) return false
    if (sameFigures(before, after, false)) continue
    const alone = movedAlone(before, after)
    // The other cell follows.
    ahead = alone === -ahead ? 0 : alone
    isHalf = ahead !== 0 && walletChange({ side, before, after }).kind === 'contradiction'
  }
  return isHalf
}
