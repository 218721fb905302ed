import type { Side } from '@/lib/margin'
import { decimal, marginSlack, sameOrHidden } from './figures'
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

/** Which of the two cells moved alone where both had to: the margin (1) or the price (-1); 0: neither. */
const halfStep = (side: Side, before: Figures, after: Figures): number => {
  if (!sameSize(before, after) || walletChange({ side, before, after }).kind !== 'contradiction')
    return 0
  return Number(!marginStood(before, after)) - Number(!priceStood(before, after))
}

/**
 * Of the states that were shown one after the other the last one is half-way: an update moves both cells,
 * and one of them has moved once more than the other. 5306 → 6295 with its price, → 6396 without.
 */
export const isHalfWay = (side: Side, states: readonly Figures[]): boolean => {
  const last = states.at(-1)
  if (!last?.margin || last.liquidationPrice === null) return false
  const steps = states.slice(1).map((state, index) => halfStep(side, states[index] ?? state, state))
  return steps.length > 1 && steps.reduce((sum, step) => sum + step, 0) !== 0
}
