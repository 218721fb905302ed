import {
  type BracketEstimate,
  Decimal,
  InvalidFigure,
  marginEffect,
  marginForDistance,
  type MarginNeeded,
  marginToBeUnliquidatable,
} from '@/lib/margin'
import type { PositionFacts } from './facts'
import { known } from './figure'
import { type LiquidationAfter, liquidationAfter } from './liquidation-after'
import type { Backing } from './panel-model'
import { positionFiguresOf } from './position-figures-of'
import { rowEvidenceOf } from './row-evidence-of'

type Question = {
  position: PositionFacts
  backing: Backing
  estimate: BracketEstimate
  /** Signed: > 0 adds. Margin asset. */
  change: Decimal
}

export type WhatIf = {
  /** `null`: more than there is, or not enough is known. */
  after: LiquidationAfter | null
  /** `null`: not known, or nothing would be left. */
  atStake: { before: Decimal | null; after: Decimal | null }
  capitalShare: { before: Decimal | null; after: Decimal | null }
  /** By how much the free balance falls short of an addition; `null`: not known. */
  short: Decimal | null
}

/** What other margin would change of an isolated position. Nothing else of it would change. */
export const whatIf = ({ position, backing, estimate, change }: Question): WhatIf => {
  const row = rowEvidenceOf(position)
  const before = known(position.wallet)
  const left = before?.plus(change) ?? null
  const after = left?.gt(0) ? left : null
  const { capital, available } = backing
  const share = (amount: Decimal | null) =>
    amount !== null && capital?.gt(0) ? amount.div(capital) : null
  return {
    after:
      row === null || left?.lte(0) === true
        ? null
        : liquidationAfter({ row, estimate, change, pageEstimate: null }),
    atStake: { before, after },
    capitalShare: { before: share(before), after: share(after) },
    short: available === null ? null : Decimal.max(0, change.minus(available)),
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
  try {
    const needed = marginForDistance({ ...row, markPrice: row.markPrice }, estimate, distance)
    return needed.interval === null && needed.amount === null ? null : needed
  } catch (error) {
    if (error instanceof InvalidFigure) return 'unreachable'
    throw error
  }
}

/** Distance that one more unit of margin buys at the present mark; `null`: not known. */
export const effectOf = (
  position: PositionFacts,
  estimate: BracketEstimate,
  unit: Decimal,
): Decimal | null => {
  const row = rowEvidenceOf(position)
  if (!row?.markPrice || row.liquidationPrice === null) return null
  const { markPrice, liquidationPrice } = row
  return marginEffect({ ...row, markPrice, liquidationPrice }, estimate, unit).distance
}

/**
 * From where on more margin changes nothing. `stop`: the stop-loss ends the position before
 * liquidation does, whatever the margin. `full`: with that much more, no price liquidates.
 * `nowhere`: there is no such amount (linear short, inverse long). `null`: not known.
 */
export type EndOfEffect =
  { by: 'stop'; price: Decimal } | { by: 'full'; amount: Decimal } | { by: 'nowhere' } | null

export const endOfEffect = (position: PositionFacts): EndOfEffect => {
  const { side, stopLoss } = position
  const liquidation = known(position.liquidationPrice)
  const mark = known(position.markPrice)
  const stop = stopLoss.state === 'present' ? known(stopLoss.price) : null
  if (stop !== null && mark !== null && liquidation !== null) {
    const [low, high] = side === 'long' ? [liquidation, mark] : [mark, liquidation]
    if (stop.gt(low) && stop.lt(high)) return { by: 'stop', price: stop }
  }
  const figures = positionFiguresOf(position)
  const wallet = known(position.wallet)
  if (figures === null || wallet === null) return null
  const amount = marginToBeUnliquidatable(figures, wallet)
  if (amount === null) return { by: 'nowhere' }
  return { by: 'full', amount: Decimal.max(0, amount) }
}
