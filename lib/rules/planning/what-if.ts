import { Decimal, marginToBeUnliquidatable, type PrintedFigure } from '@/lib/margin'
import { type BracketEstimate, marginForDistance, type MarginNeeded } from '@/lib/margin/preview'
import type { Backing } from '../position/backing'
import type { PositionFacts } from '../facts/facts'
import { known, knownPositive, type MissingReason } from '../facts/figure'
import { lossDirection } from '../facts/liquidation'
import { type LiquidationAfter, liquidationAfter } from './liquidation-after'
import { positionFiguresOf, rowEvidenceOf } from '../facts/row-evidence-of'
import { unlessInvalid } from '../facts/unless-invalid'
import type { StopAnswer } from '../position/stop-answer'

type Question = {
  position: PositionFacts
  backing: Pick<Backing, 'capital' | 'available'>
  estimate: BracketEstimate
  /** Signed: > 0 adds. Margin asset; `null`: none is typed. */
  change: Decimal | null
  /** The page's own figure for liquidation, where it prints one. */
  pageEstimate?: PrintedFigure | null
}

export type WhatIf = {
  /** `null`: more than there is, or not enough is known. */
  after: LiquidationAfter | null
  /** `null`: not known, or nothing would be left. */
  atStake: { before: Decimal | null; after: Decimal | null }
  capitalShare: { before: Decimal | null; after: Decimal | null }
  /** Why there is no share; `null`: there is a capital to measure by. */
  noShare: MissingReason | null
  /** By how much the free balance falls short of an addition; `null`: not known. */
  short: Decimal | null
}

const isPaid = (position: PositionFacts, wallet: Decimal | null): boolean => {
  const figures = positionFiguresOf(position)
  if (figures === null || wallet === null) return false
  return marginToBeUnliquidatable(figures, wallet)?.lte(0) === true
}

/** What other margin would change of an isolated position. Nothing else of it would change. */
export const whatIf = ({
  position,
  backing,
  estimate,
  change,
  pageEstimate = null,
}: Question): WhatIf => {
  const row = rowEvidenceOf(position)
  const before = known(position.wallet)
  const left = change === null ? null : (before?.plus(change) ?? null)
  const after = left?.gt(0) ? left : null
  const { available } = backing
  const capital = knownPositive(backing.capital)
  const share = (amount: Decimal | null) =>
    amount !== null && capital !== null ? amount.div(capital) : null
  const moved =
    row === null || change === null || left?.lte(0) === true
      ? null
      : liquidationAfter({ row, estimate, change, pageEstimate })
  // Paid in full, whatever the bracket is.
  const never = moved?.never === true || (moved?.price === null && isPaid(position, left))
  return {
    after: moved && { ...moved, never },
    atStake: { before, after },
    capitalShare: { before: share(before), after: share(after) },
    noShare: 'missing' in backing.capital ? backing.capital.missing : null,
    short: available === null || change === null ? null : Decimal.max(0, change.minus(available)),
  }
}

/**
 * Margin for a wanted distance, a fraction of mark. `'unreachable'`: no margin leads there;
 * `null`: not enough is known.
 */
export const marginForWanted = (
  position: PositionFacts,
  estimate: BracketEstimate,
  distance: Decimal,
): MarginNeeded | 'unreachable' | null => {
  const row = rowEvidenceOf(position)
  if (!row?.markPrice) return null
  const evidence = { ...row, markPrice: row.markPrice }
  const needed = unlessInvalid(() => marginForDistance(evidence, estimate, distance))
  if (needed === null) return 'unreachable'
  return needed.interval === null && needed.amount === null ? null : needed
}

/**
 * From where on more margin changes nothing. `stop`: the stop-loss ends the position before
 * liquidation does, whatever the margin. `full`: with that much more, no price liquidates.
 * `nowhere`: there is no such amount (linear short, inverse long). `null`: not known.
 */
export type EndOfEffect =
  { by: 'stop'; price: Decimal } | { by: 'full'; amount: Decimal } | { by: 'nowhere' } | null

export const endOfEffect = (position: PositionFacts, stop: StopAnswer): EndOfEffect => {
  const liquidation = knownPositive(position.liquidationPrice)
  const mark = knownPositive(position.markPrice)
  const losesTowards = lossDirection(position.side)
  const price = stop.state === 'present' ? knownPositive(stop.price) : null
  if (price !== null && mark !== null && liquidation !== null && losesTowards !== null) {
    const [low, high] = losesTowards === 'down' ? [liquidation, mark] : [mark, liquidation]
    if (price.gt(low) && price.lt(high)) return { by: 'stop', price }
  }
  const figures = positionFiguresOf(position)
  const wallet = known(position.wallet)
  if (figures === null || wallet === null) return null
  const amount = marginToBeUnliquidatable(figures, wallet)
  if (amount === null) return { by: 'nowhere' }
  return { by: 'full', amount: Decimal.max(0, amount) }
}
