import type { ObservedPosition } from '@/lib/ledger'
import {
  amountDigits,
  contractOf,
  digitsOf,
  notionalAt,
  pnlAt,
  type Position,
} from '../../../practice-exchange/engine/index'
import { printed } from './printed'

/** `exact`: base coin, or contracts. `value`: quote of a linear contract, coins of an inverse one. */
export type SizeUnit = 'exact' | 'value'

type Quantity = Pick<ObservedPosition, 'quantity' | 'quantityRange'>

/** Digits of a size in coins, as the page shows them. */
const COIN_DIGITS = 6
/** Digits of an end of a range. */
const RANGE_DIGITS = 9

/**
 * Size as the reader understands it. In another unit it follows from the entry price and the PnL,
 * each known to one unit of its last digit: of a linear contract `(|Size| − side · PnL) ÷ Entry`, of
 * an inverse one `(|Size| + side · PnL) · Entry ÷ contract size`.
 */
export const printedQuantity = (
  position: Position,
  { price, unit }: { price: number; unit: SizeUnit },
): Quantity => {
  const spec = contractOf(position.symbol)
  const exact = printed(position.quantity, digitsOf(spec.lot))
  if (unit === 'exact') return { quantity: exact, quantityRange: null }
  const linear = spec.kind === 'linear'
  const digits = linear ? amountDigits(spec.asset) : COIN_DIGITS
  const sense = (position.side === 'long' ? 1 : -1) * (linear ? -1 : 1)
  const round = (value: number): number => Number(printed(value, digits))
  const [size, pnl] = [round(notionalAt(position, price)), round(pnlAt(position, price))]
  const value = size + sense * pnl
  const blur = 2 * 10 ** -digits
  const entryDigits = digitsOf(spec.tick) + 1
  const entry = Number(printed(position.entryPrice, entryDigits))
  const tick = 10 ** -entryDigits
  const quantityOf = (worth: number, at: number): number =>
    linear ? worth / at : (worth * at) / spec.contractSize
  const [near, far] = linear ? [entry + tick, entry - tick] : [entry - tick, entry + tick]
  const end = (worth: number, at: number, side: -1 | 1): string =>
    (quantityOf(worth, at) + side * 10 ** -RANGE_DIGITS).toFixed(RANGE_DIGITS)
  return {
    quantity: printed(quantityOf(value, entry), digitsOf(spec.lot) + 2),
    quantityRange: { low: end(value - blur, near, -1), high: end(value + blur, far, 1) },
  }
}
