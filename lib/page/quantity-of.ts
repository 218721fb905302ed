import type { Decimal } from '@/lib/margin'
import type { Market, NumberField } from './page-reading'
import { type CellNumber, CONTRACTS } from './read-cells'

/** What stands behind the base coin in a linear pair. */
export const QUOTES = ['USDT', 'USDC', 'FDUSD', 'BUSD', 'TUSD', 'USD1', 'BTC', 'ETH', 'BNB']

/** "BTCUS" is "BTCUSDT" while it is written. */
export const isWhole = (pair: string): boolean =>
  [...QUOTES, 'USD'].some((quote) => pair.endsWith(quote) && pair.length > quote.length)

/**
 * Size in the unit that the arithmetic wants. A size in quote moves with the price it was multiplied
 * by, which is the user's choice and not printed: unknown rather than nearly right.
 */
export const quantityOf = (size: CellNumber, pair: string, market: Market): NumberField => {
  if (!('value' in size.field)) return size.field
  const { value, decimals, text } = size.field
  const wanted =
    market === 'coinm'
      ? size.unit === CONTRACTS
      : QUOTES.some((quote) => pair === size.unit.toUpperCase() + quote)
  if (!wanted) return { missing: 'unknown', text }
  return value.isZero() ? { missing: 'unparsed', text } : { value: value.abs(), decimals, text }
}

/** The other way of printing it: what the arithmetic can lean on where the unit is the quote. */
export const quoteSizeOf = (size: CellNumber, pair: string, market: Market): Decimal | null =>
  market === 'usdm' &&
  'value' in size.field &&
  !size.field.value.isZero() &&
  QUOTES.some((quote) => quote === size.unit && pair.endsWith(quote) && pair.length > quote.length)
    ? size.field.value.abs()
    : null
