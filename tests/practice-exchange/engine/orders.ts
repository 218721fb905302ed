import { accountFigures } from './account-figures.ts'
import { backingOf } from './collateral.ts'
import { notionalAt, pnlAt } from './contract-figures.ts'
import { contractOf, floorToStep, toStep } from './contracts.ts'
import { type Desk, findPosition, marketOf, pay, record, type Refusal } from './desk.ts'
import { takerFee } from './fee.ts'
import { between } from './random.ts'
import { reduce } from './reduce.ts'
import { leverageOf, marginModeOf } from './settings.ts'
import type { LimitOrder, Position, Side } from './state.ts'

/** The order is paid for at a reference price a little off the fill. */
const RESERVE = 0.0004

export type OrderRequest = {
  symbol: string
  side: 'buy' | 'sell'
  /** Base coin, or contracts. */
  quantity: number
  reduceOnly?: boolean
  /** Hedge mode: the leg that is meant. */
  leg?: Side
  takeProfit?: number | null
  stopLoss?: number | null
}

/** Margin and fee of a fill at the last price; a refusal if the account cannot bear it. */
const reserve = (
  desk: Desk,
  symbol: string,
  quantity: number,
): { wallet: number; fee: number; price: number } | Refusal => {
  const { state, account } = desk
  const { asset } = contractOf(symbol)
  const price = marketOf(state, symbol).last
  const notional = notionalAt({ symbol, quantity }, price)
  const reserved = notional * (1 + between(state.random, 0, RESERVE))
  const wallet = reserved / leverageOf(desk, symbol)
  const { available, crossWallet } = accountFigures(state, account, asset)
  // Isolated margin leaves the wallet, and unrealised profit cannot.
  const most =
    marginModeOf(desk, symbol) === 'isolated' ? Math.min(available, crossWallet) : available
  return backingOf(account, asset).requirement(asset, wallet) > most
    ? { refused: 'Insufficient balance' }
    : { wallet, fee: takerFee(notional), price }
}

const open = (desk: Desk, request: OrderRequest, side: Side): Position | Refusal => {
  const { state, account } = desk
  const { symbol, quantity, takeProfit = null, stopLoss = null } = request
  const reserved = reserve(desk, symbol, quantity)
  if ('refused' in reserved) return reserved
  const { wallet, fee, price } = reserved
  const marginMode = marginModeOf(desk, symbol)
  const isolated = marginMode === 'isolated'
  pay(desk, contractOf(symbol).asset, isolated ? -wallet : -fee)
  const position: Position = {
    id: state.nextId++,
    symbol,
    side,
    marginMode,
    leverage: leverageOf(desk, symbol),
    quantity,
    entryPrice: price,
    fees: fee,
    wallet: isolated ? wallet - fee : 0,
    openedAt: state.now,
    autoAddMargin: false,
    takeProfit,
    stopLoss,
    partialStops: [],
  }
  account.positions.push(position)
  record(desk, position, { kind: 'opened', quantity, price, wallet: position.wallet })
  if (stopLoss !== null || takeProfit !== null) {
    record(desk, position, { kind: 'stop-changed', takeProfit, stopLoss })
  }
  return position
}

const increase = (desk: Desk, position: Position, quantity: number): Position | Refusal => {
  const { symbol } = position
  const spec = contractOf(symbol)
  const reserved = reserve(desk, symbol, quantity)
  if ('refused' in reserved) return reserved
  const { wallet, fee, price } = reserved
  const losing = pnlAt(position, marketOf(desk.state, symbol).mark) < 0
  const isolated = position.marginMode === 'isolated'
  pay(desk, spec.asset, isolated ? -wallet : -fee)
  const total = position.quantity + quantity
  position.entryPrice =
    spec.kind === 'linear'
      ? (position.entryPrice * position.quantity + price * quantity) / total
      : total / (position.quantity / position.entryPrice + quantity / price)
  position.quantity = toStep(total, spec.lot)
  position.fees += fee
  const margin = isolated ? wallet - fee : 0
  position.wallet += margin
  record(desk, position, { kind: 'increased', quantity, price, margin, losing })
  return position
}

/** Opens, increases, reduces, closes or reverses, as the request meets what is held. */
export const marketOrder = (desk: Desk, request: OrderRequest): Position | null | Refusal => {
  const { symbol, side, reduceOnly = false } = request
  const { lot } = contractOf(symbol)
  const quantity = floorToStep(request.quantity, lot)
  if (!(quantity > 0)) return { refused: 'The size is below the smallest step' }
  const hedge = desk.account.positionMode === 'hedge'
  const wanted: Side = (hedge ? request.leg : undefined) ?? (side === 'buy' ? 'long' : 'short')
  const held = findPosition(desk, symbol, hedge ? wanted : undefined)

  if (hedge && (side === 'buy') !== (wanted === 'long')) {
    return held === undefined
      ? { refused: 'There is no position to close' }
      : reduce(desk, { id: held.id, quantity: Math.min(quantity, held.quantity) })
  }
  if (held !== undefined && held.side !== wanted) {
    const closing = Math.min(quantity, held.quantity)
    const rest = toStep(quantity - closing, lot)
    const reverses = rest > 0 && !reduceOnly
    reduce(desk, { id: held.id, quantity: closing, how: reverses ? 'reversed' : 'closed' })
    return reverses ? open(desk, { ...request, quantity: rest }, wanted) : null
  }
  if (reduceOnly) return { refused: 'Reduce-only order rejected' }
  return held === undefined
    ? open(desk, { ...request, quantity }, wanted)
    : increase(desk, held, quantity)
}

export type LimitRequest = Omit<LimitOrder, 'id'>

/** Rests until the mark reaches its price; one that is already there is filled at once. */
export const limitOrder = (desk: Desk, request: LimitRequest): null | Refusal => {
  const { tick, lot } = contractOf(request.symbol)
  const price = toStep(request.price, tick)
  const quantity = floorToStep(request.quantity, lot)
  if (!(price > 0)) return { refused: 'Enter a price' }
  if (!(quantity > 0)) return { refused: 'The size is below the smallest step' }
  desk.account.orders.push({ ...request, id: desk.state.nextId++, price, quantity })
  return null
}

export const cancelOrder = ({ account }: Desk, id: number): void => {
  account.orders = account.orders.filter((order) => order.id !== id)
}
