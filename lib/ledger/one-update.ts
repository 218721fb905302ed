import { decimal, marginSlack, sameOrHidden } from './figures'
import type { Figures } from './ledger'
import { sameSize } from './wallet-change'

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

/**
 * An update moves each of its cells once. Where one of the two that tell of the wallet has moved once more
 * than the other, a second update has begun: 5306 → 6295 with its price, → 6396 without.
 */
export const isUneven = (states: readonly Figures[]): boolean => {
  const steps = states.slice(1).map((state, index) => [states[index] ?? state, state] as const)
  if (!steps.every(([from, to]) => sameSize(from, to))) return false
  const moves = (stood: (from: Figures, to: Figures) => boolean): number =>
    steps.filter(([from, to]) => !stood(from, to)).length
  const [margin, price] = [moves(marginStood), moves(priceStood)]
  return Math.min(margin, price) > 0 && margin !== price
}
