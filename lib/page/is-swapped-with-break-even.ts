import { notional, unrealizedPnl } from '@/lib/margin'
import { printedUnit } from './raw-row'
import type { RowDraft } from './read-row'

/**
 * Entry and break-even lie so near to each other that every identity has room for both. The PnL has
 * not: where it fits the one to the digit and not the other, they stand in each other's place.
 */
export const isSwappedWithBreakEven = ({
  breakEvenPrice,
  raw,
}: Pick<RowDraft, 'breakEvenPrice' | 'raw'>): boolean => {
  const { quantity, entryPrice, markPrice, unrealizedPnl: pnl } = raw
  if (!('value' in breakEvenPrice) || !('value' in entryPrice)) return false
  if (!('value' in quantity) || !('value' in markPrice) || !('value' in pnl)) return false
  const position = { ...raw, quantity: quantity.value, entryPrice: entryPrice.value }
  const perUnit = notional(position, markPrice.value).div(markPrice.value)
  const slack = perUnit
    .times(printedUnit(markPrice).plus(printedUnit(entryPrice)))
    .plus(printedUnit(pnl))
  const fits = (entry: typeof entryPrice.value): boolean =>
    unrealizedPnl({ ...position, entryPrice: entry }, markPrice.value)
      .minus(pnl.value)
      .abs()
      .lte(slack)
  return !fits(entryPrice.value) && fits(breakEvenPrice.value)
}
