import {
  contractOf,
  digitsOf,
  isolatedLiquidation,
  notionalAt,
  number,
  shownDigits,
  type Side,
} from '../../engine/index.ts'
import { store } from '../store.ts'

export type OrderDraft = { quantity: number | null; limitPrice: number | null }

const priceOf = ({ limitPrice }: OrderDraft): number =>
  limitPrice ?? store.exchange.market(store.place.symbol).last

/** Margin that the order would take; "0.00" while there is no size. */
export const costText = (draft: OrderDraft): string => {
  const { exchange, place, view } = store
  const { symbol } = place
  const notional = notionalAt({ symbol, quantity: draft.quantity ?? 0 }, priceOf(draft))
  const { asset } = contractOf(symbol)
  return `${number(notional / exchange.leverageOf(symbol), shownDigits(asset, view), view)} ${asset}`
}

/** Liquidation price of a new isolated position; of a cross one the form foretells nothing. */
export const liquidationText = (draft: OrderDraft, side: Side): string => {
  const { exchange, place, view } = store
  const { symbol } = place
  const { quantity } = draft
  const { quote, tick } = contractOf(symbol)
  if (quantity === null || quantity <= 0 || exchange.marginModeOf(symbol) === 'cross') {
    return `-- ${quote}`
  }
  const entryPrice = priceOf(draft)
  const wallet = notionalAt({ symbol, quantity }, entryPrice) / exchange.leverageOf(symbol)
  const { mark } = exchange.market(symbol)
  const price = isolatedLiquidation({ symbol, side, quantity, entryPrice }, wallet, mark)
  return `${price === null ? '--' : number(price, digitsOf(tick), view)} ${quote}`
}

/** A part of the largest size that the available balance carries, without its unit. */
export const sizeText = (draft: OrderDraft, part: number): string => {
  const { exchange, place, view } = store
  const { symbol } = place
  const { asset, lot } = contractOf(symbol)
  const { available } = exchange.accountFigures(asset)
  const perUnit = notionalAt({ symbol, quantity: 1 }, priceOf(draft)) / exchange.leverageOf(symbol)
  const digits = digitsOf(lot)
  // Orders are paid for at a price a little off the fill.
  const most = (available * 0.999 * part) / perUnit
  return number(Math.floor(most * 10 ** digits) / 10 ** digits, digits, view)
}

export const sizeUnit = (): string => {
  const { kind, base } = contractOf(store.place.symbol)
  return kind === 'inverse' ? store.words.contracts : base
}
