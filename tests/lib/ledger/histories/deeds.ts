import { amountDigits, contractOf, type Position } from '../../../practice-exchange/engine/index'
import type { Desk } from './desk'
import { printed } from './printed'

const LEVERAGES = [1, 2, 3, 5, 10, 20, 50]

/** Small ones are as likely as large ones. */
export const logBetween = (desk: Desk, low: number, high: number): number =>
  Math.exp(desk.between(Math.log(low), Math.log(high)))

/** Opens a position; in hedge mode one that is already open on that side is made larger. */
export const open = (desk: Desk, symbol = desk.pick(desk.symbols)): void => {
  const { exchange } = desk
  if (exchange.find(symbol) === undefined) {
    exchange.setLeverage(symbol, desk.pick(LEVERAGES))
    exchange.setMarginMode(symbol, desk.chance(0.8) ? 'isolated' : 'cross')
  }
  const { kind, contractSize, asset } = contractOf(symbol)
  const { last } = exchange.market(symbol)
  const usd = logBetween(desk, 300, 60_000) * (asset === 'USDT' ? 1 : 10)
  const quantity = kind === 'linear' ? usd / last : usd / contractSize
  const side = desk.pick(['buy', 'sell'] as const)
  exchange.marketOrder({ symbol, side, leg: side === 'buy' ? 'long' : 'short', quantity })
}

/** Amounts as traders type them: round ones, or to the last digit. */
const typed = (desk: Desk, position: Position, value: number): number => {
  const digits = amountDigits(contractOf(position.symbol).asset)
  if (digits === 2 && value >= 1 && desk.chance(0.5)) return Math.round(value)
  return Number(printed(value, digits))
}

export const add = (desk: Desk, position: Position): void => {
  const { exchange } = desk
  const { initialMargin } = exchange.figures(position)
  const amount = typed(desk, position, initialMargin * logBetween(desk, 0.01, 1.5))
  const by = desk.chance(0.9) ? 'trader' : 'auto'
  if (amount > 0) exchange.adjustMargin(position.id, amount, by)
}

const remove = (desk: Desk, position: Position): void => {
  const { exchange } = desk
  const amount = typed(desk, position, exchange.maxRemovable(position.id) * desk.between(0.05, 0.9))
  if (amount > 0) exchange.adjustMargin(position.id, -amount)
}

export const increase = (desk: Desk, position: Position): void => {
  desk.exchange.marketOrder({
    symbol: position.symbol,
    side: position.side === 'long' ? 'buy' : 'sell',
    leg: position.side,
    quantity: position.quantity * logBetween(desk, 0.05, 2),
  })
}

const part = (desk: Desk, position: Position): number => {
  const { lot } = contractOf(position.symbol)
  return Math.floor((position.quantity * desk.between(0.1, 0.8)) / lot) * lot
}

const reduce = (desk: Desk, position: Position): void => {
  const quantity = part(desk, position)
  if (quantity > 0)
    desk.exchange.reduce(position.id, quantity, desk.pick(['closed', 'adl'] as const))
}

/** In hedge mode nothing turns a position round. */
const reverse = (desk: Desk, position: Position): void => {
  if (desk.exchange.account.positionMode === 'hedge') return
  desk.exchange.marketOrder({
    symbol: position.symbol,
    side: position.side === 'long' ? 'sell' : 'buy',
    quantity: position.quantity * desk.between(1.2, 2),
  })
}

const setStop = (desk: Desk, position: Position): void => {
  const { mark } = desk.exchange.market(position.symbol)
  const sense = position.side === 'long' ? 1 : -1
  const stopLoss = desk.chance(0.3) ? null : mark * (1 - sense * desk.between(0.01, 0.2))
  desk.exchange.setStops(position.id, { takeProfit: null, stopLoss })
}

const raiseLeverage = (desk: Desk, position: Position): void => {
  const higher = LEVERAGES.filter((leverage) => leverage > position.leverage)
  if (higher.length > 0) desk.exchange.setLeverage(position.symbol, desk.pick(higher))
}

type Deed = (desk: Desk, position: Position) => void

const deeds: readonly (readonly [weight: number, deed: Deed])[] = [
  [30, add],
  [8, remove],
  [12, increase],
  [10, reduce],
  [5, setStop],
  [4, raiseLeverage],
  [4, (desk, position) => desk.exchange.close(position.id)],
  [2, reverse],
]

export const weighted = <T>(desk: Desk, choices: readonly (readonly [number, T])[]): T => {
  let dice = desk.between(
    0,
    choices.reduce((total, [weight]) => total + weight, 0),
  )
  for (const [weight, choice] of choices) {
    dice -= weight
    if (dice < 0) return choice
  }
  throw new RangeError('nothing to choose from')
}

export const act = (desk: Desk): void => {
  const { positions } = desk.exchange.account
  if (positions.length === 0 || (positions.length < 3 && desk.chance(0.1))) {
    open(desk)
    return
  }
  weighted(desk, deeds)(desk, desk.pick(positions))
}
