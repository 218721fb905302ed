import { Decimal, notional } from '@/lib/margin'
import { type ColumnMeaning, isMarginPossible, walletOf } from './decide-margin'
import type { NumberField, PositionReading, StopLossReading } from './page-reading'
import { isSwappedWithBreakEven } from './is-swapped-with-break-even'
import { mayHaveNone } from './may-have-none'
import { proveRow } from './prove-row'
import type { RawFigure } from './raw-row'
import type { RowDraft } from './read-row'

const stopLossOf = (stopLoss: NumberField, { noPartialStops }: RowDraft): StopLossReading => {
  if ('value' in stopLoss) return { state: 'present', price: stopLoss }
  return stopLoss.missing === 'none' && noPartialStops ? { state: 'absent' } : { state: 'unknown' }
}

/** Fees and funding move break-even away from entry by less; what is farther is not shown. */
const NEAR_ENTRY = '0.02'

const isContradicted = (field: NumberField): boolean =>
  'missing' in field && field.missing === 'contradicted'

const isNearEntry = (price: NumberField, entry: NumberField): boolean =>
  'value' in price &&
  'value' in entry &&
  price.value.minus(entry.value).abs().lte(entry.value.times(NEAR_ENTRY))

/**
 * Of a position that nothing else proves: liquidation nearer to entry than break-even is, and one of the
 * two stands in the other's place.
 */
const isBehindBreakEven = ({
  breakEvenPrice,
  raw,
}: Pick<RowDraft, 'breakEvenPrice' | 'raw'>): boolean => {
  const { entryPrice, liquidationPrice, marginMode } = raw
  if (marginMode === 'isolated' || !('value' in entryPrice)) return false
  if (!('value' in breakEvenPrice) || !('value' in liquidationPrice)) return false
  const away = (price: Decimal) => price.minus(entryPrice.value).abs()
  return away(liquidationPrice.value).lt(away(breakEvenPrice.value))
}

const breakEvenOf = ({
  breakEvenPrice,
  raw,
}: Pick<RowDraft, 'breakEvenPrice' | 'raw'>): NumberField => {
  const { entryPrice } = raw
  if (!('value' in breakEvenPrice) || !('value' in entryPrice)) return breakEvenPrice
  const prices = { breakEvenPrice, raw }
  const isRefuted = isBehindBreakEven(prices) || isSwappedWithBreakEven(prices)
  return isNearEntry(breakEvenPrice, entryPrice) && !isRefuted
    ? breakEvenPrice
    : { missing: 'contradicted', text: breakEvenPrice.text }
}

/** No funding rate was ever a larger part of the notional. */
const MOST_FUNDING = '0.05'

/** An amount that is no part of the notional is another; without a notional nobody can tell. */
const fundingOf = ({ estimatedFunding, raw }: RowDraft): NumberField => {
  if (!('value' in estimatedFunding)) return estimatedFunding
  const { quantity, markPrice, quoteSize } = raw
  const size =
    'value' in quantity && 'value' in markPrice
      ? notional({ contract: raw.contract, quantity: quantity.value }, markPrice.value)
      : quoteSize
  if (size === null) return { missing: 'unknown', text: estimatedFunding.text }
  return estimatedFunding.value.abs().lte(size.times(MOST_FUNDING))
    ? estimatedFunding
    : { missing: 'contradicted', text: estimatedFunding.text }
}

/** A draft becomes a position: a figure that the others contradict is not shown. */
export const positionOf = (
  draft: RowDraft,
  { meaning, now }: { meaning: ColumnMeaning; now: number },
): PositionReading => {
  const { parsed, raw } = draft
  const holds = meaning === 'disputed' ? null : meaning
  const proof = proveRow(raw)
  const contradicted = new Set(proof.contradicted)
  if (isBehindBreakEven(draft)) contradicted.add('liquidationPrice')
  if (isSwappedWithBreakEven(draft)) contradicted.add('entryPrice')
  // An amount that nothing was asked of, without its ROI, may be any other.
  if (proof.profitHolds === null && !('value' in raw.roi)) contradicted.add('unrealizedPnl')
  if (!isMarginPossible(raw, meaning)) {
    for (const figure of ['margin', 'marginRatio', 'liquidationPrice'] as const) {
      contradicted.add(figure)
    }
  }
  const proved = (figure: RawFigure): NumberField => {
    const field = raw[figure]
    return contradicted.has(figure) && 'value' in field
      ? { missing: 'contradicted', text: field.text }
      : field
  }
  const breakEvenPrice = breakEvenOf(draft)
  // What stands under Break Even is none, and what stands under Liq. could be: they changed places.
  if (isContradicted(breakEvenPrice) && isNearEntry(raw.liquidationPrice, raw.entryPrice)) {
    contradicted.add('liquidationPrice')
  }
  const margin = proved('margin')
  const prices = {
    quantity: proved('quantity'),
    entryPrice: proved('entryPrice'),
    markPrice: proved('markPrice'),
  }
  const liquidationPrice =
    'missing' in raw.liquidationPrice &&
    raw.liquidationPrice.missing === 'none' &&
    !mayHaveNone(raw)
      ? { ...raw.liquidationPrice, missing: 'contradicted' as const }
      : proved('liquidationPrice')
  return {
    key: `${parsed.symbol}:${raw.side}:${raw.marginMode}`,
    symbol: parsed.symbol,
    contractType: parsed.contractType,
    contract: { value: raw.contract, text: parsed.symbol },
    side: raw.side,
    marginMode: raw.marginMode,
    marginAsset: draft.marginAsset,
    leverage:
      parsed.leverage === null
        ? { missing: 'unparsed' }
        : { value: new Decimal(parsed.leverage), decimals: 0, text: `${parsed.leverage}x` },
    ...prices,
    breakEvenPrice,
    liquidationPrice,
    marginRatio: proved('marginRatio'),
    margin,
    wallet: 'value' in margin ? walletOf({ ...raw, ...prices }, holds) : margin,
    marginHolds: holds,
    unrealizedPnl: proved('unrealizedPnl'),
    roi: proved('roi'),
    estimatedFunding: fundingOf(draft),
    takeProfit: proved('takeProfit'),
    stopLoss: stopLossOf(proved('stopLoss'), draft),
    readAt: now,
  }
}
