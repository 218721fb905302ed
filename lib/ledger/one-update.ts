import type { Side } from '@/lib/margin'
import { decimal, marginSlack, sameFigures, sameOrHidden } from './figures'
import type { Figures } from './ledger'
import { sameSize, walletChange } from './wallet-change'

export const marginStood = (before: Figures, now: Figures): boolean =>
  before.margin === null ||
  now.margin === null ||
  decimal(before.margin).minus(now.margin).abs().lte(marginSlack(before, now))

const priceStood = (before: Figures, now: Figures): boolean =>
  sameOrHidden(before.liquidationPrice, now.liquidationPrice)

/** First one of the two figures that tell of the wallet moved, and then the other: one update. */
export const isOtherCell = (before: Figures, between: Figures, after: Figures): boolean =>
  marginStood(before, between)
    ? priceStood(between, after) && !marginStood(between, after)
    : priceStood(before, between) && !priceStood(between, after) && marginStood(between, after)

/** What tells of the wallet has moved, all of it, with whatever else was done. */
export const isWhole = (before: Figures, now: Figures): boolean =>
  !marginStood(before, now) && !priceStood(before, now)

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
