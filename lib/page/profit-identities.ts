import { notional, unrealizedPnl } from '@/lib/margin'
import { DRIFT, figuresOf, printedUnit, type RawRow, type Verdict } from './raw-row'

/** PnL = side · quantity · (price − entry), by mark or by last price. */
export const pnlIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'entryPrice', 'markPrice', 'unrealizedPnl'] as const
  const figures = figuresOf(row, ...ties)
  if (figures === null) return null
  const { quantity, entryPrice, markPrice, unrealizedPnl: pnl } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const expected = unrealizedPnl(position, markPrice.value)
  const atMark = notional(position, markPrice.value)
  const slack = atMark
    .times(DRIFT)
    .plus(printedUnit(pnl))
    .plus(atMark.div(markPrice.value).times(printedUnit(markPrice)))
    .plus(notional(position, entryPrice.value).div(entryPrice.value).times(printedUnit(entryPrice)))
  // Of no PnL any quantity is as good as another, and any other small PnL as good as this.
  const telling = expected.abs().gt(slack.times(4))
  return {
    holds: pnl.value.minus(expected).abs().lte(slack),
    ties,
    confirms: telling ? ties : ['entryPrice', 'markPrice'],
  }
}

/** ROI = PnL ÷ initial margin, at mark. */
export const roiIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'markPrice', 'unrealizedPnl', 'roi'] as const
  const figures = figuresOf(row, ...ties)
  if (figures === null || row.leverage === null) return null
  const { quantity, markPrice, unrealizedPnl: pnl, roi } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: markPrice.value }
  const initialMargin = notional(position, markPrice.value).div(row.leverage)
  const slack = initialMargin
    .times(printedUnit(roi))
    .plus(printedUnit(pnl))
    .plus(roi.value.abs().times(initialMargin).times(DRIFT))
  const expected = roi.value.times(initialMargin)
  // A rate of few digits fits many another mark.
  const isFine = roi.value.abs().gte(printedUnit(roi).times(100))
  const telling = isFine && expected.abs().gt(slack.times(4))
  return {
    holds: pnl.value.minus(expected).abs().lte(slack),
    ties,
    confirms: telling ? ties : [],
  }
}

/** Cross: the Margin column is the initial margin at mark. */
export const crossMarginIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'markPrice', 'margin'] as const
  const figures = figuresOf(row, ...ties)
  if (figures === null || row.leverage === null || row.marginMode !== 'cross') return null
  const { quantity, markPrice, margin } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: markPrice.value }
  const expected = notional(position, markPrice.value).div(row.leverage)
  const slack = expected.times(DRIFT).plus(printedUnit(margin))
  return { holds: margin.value.minus(expected).abs().lte(slack), ties, confirms: ties }
}

/** PnL and ROI gain together and lose together: asked of what is printed alone. */
export const sameSign = (row: RawRow): Verdict | null => {
  const ties = ['unrealizedPnl', 'roi'] as const
  const figures = figuresOf(row, ...ties)
  if (figures === null) return null
  const { unrealizedPnl: pnl, roi } = figures
  const holds = pnl.value.isZero() || roi.value.isZero() || pnl.value.isNeg() === roi.value.isNeg()
  return { holds, ties, confirms: [] }
}
