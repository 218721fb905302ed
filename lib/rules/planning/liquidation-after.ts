import { type Decimal, liquidationDistance, powerOfTen, type PrintedFigure } from '@/lib/margin'
import {
  type BracketEstimate,
  type MarginPreview,
  previewMarginChange,
  type PriceInterval,
  type RowEvidence,
} from '@/lib/margin/preview'
import { unlessInvalid } from '../facts/unless-invalid'

export type LiquidationAfter = {
  /** The page's own figure wherever it prints one. */
  price:
    { from: 'page'; value: Decimal; decimals: number } | { from: 'ours'; value: Decimal } | null
  /** From ours: what the printed figures leave open. */
  interval: PriceInterval
  assumes: MarginPreview['assumes']
  /** No price would liquidate it any more. */
  never: boolean
  /** Whether the page's figure lies inside our interval. */
  check: 'agrees' | 'differs' | 'cannot-tell'
  /** Of the headline; from an interval of ours, its worse end. A fraction of mark. */
  distance: Decimal | null
}

type Question = {
  row: RowEvidence
  estimate: BracketEstimate
  /** Signed: > 0 adds. */
  change: Decimal
  pageEstimate: PrintedFigure | null
}

const checkOf = (
  page: PrintedFigure | null,
  { interval, assumes }: MarginPreview,
): LiquidationAfter['check'] => {
  const { low, high } = interval
  if (page === null || assumes === 'unknown' || (low === null && high === null)) {
    return 'cannot-tell'
  }
  // The page may round either way.
  const digit = powerOfTen(-page.decimals)
  const above = low === null || page.value.gte(low.minus(digit))
  const below = high === null || page.value.lte(high.plus(digit))
  return above && below ? 'agrees' : 'differs'
}

/** Where liquidation would be. An amount that takes more than there is has no answer. */
export const liquidationAfter = ({
  row,
  estimate,
  change,
  pageEstimate,
}: Question): LiquidationAfter | null => {
  const preview = unlessInvalid(() => previewMarginChange(row, estimate, change))
  if (preview === null) return null
  const { liquidationPrice, interval, assumes } = preview
  const price =
    pageEstimate !== null
      ? { from: 'page' as const, ...pageEstimate }
      : liquidationPrice === null
        ? null
        : { from: 'ours' as const, value: liquidationPrice }
  const worse = row.side === 'long' ? interval.high : interval.low
  const judged = price?.from === 'ours' ? worse : (price?.value ?? null)
  const mark = row.markPrice?.value
  return {
    price,
    interval,
    assumes,
    never: price === null && assumes !== 'unknown',
    check: checkOf(pageEstimate, preview),
    distance: mark && judged?.gt(0) ? liquidationDistance(row.side, mark, judged) : null,
  }
}
