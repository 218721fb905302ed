import { contractOf, type Position } from '../../../practice-exchange/engine/index'
import type { Desk } from './desk'

const SECOND = 1_000

const senseOf = ({ side }: Pick<Position, 'side'>): 1 | -1 => (side === 'long' ? 1 : -1)

const isOpen = (desk: Desk, { id }: Position): boolean =>
  desk.exchange.account.positions.some((position) => position.id === id)

/** A price on the way to liquidation: 1 is there, more is beyond it. */
const towards = (from: number, to: number, part: number): number => from + (to - from) * part

/** A market that falls further than this within minutes is no history worth playing. */
const FURTHEST = 0.2
/** From one look to the next, about three times a second. */
const LARGEST_STEP = 0.012

/** Step by step to a price, or until the position has ended. */
const fallTo = (desk: Desk, position: Position, target: number): void => {
  const { symbol } = position
  const start = desk.exchange.market(symbol).mark
  const least = Math.ceil(Math.abs(target / start - 1) / LARGEST_STEP)
  const steps = Math.max(least, desk.pick([2, 8, 20]))
  for (let step = 1; step <= steps && isOpen(desk, position); step += 1) {
    desk.setMark(symbol, towards(start, target, step / steps))
    desk.exchange.advance(desk.between(250, 450))
    desk.look()
  }
}

/** The mark runs to where a position ends: liquidated, stopped, by an unseen order, or by hand. */
export const fall = (desk: Desk): void => {
  const { exchange } = desk
  const [position] = exchange.account.positions
  if (position === undefined) return
  const { liquidationPrice, mark } = exchange.figures(position)
  if (liquidationPrice === null || liquidationPrice <= 0) return
  if (Math.abs(liquidationPrice / mark - 1) > FURTHEST) return
  // The shared price of cross legs may lie on the other side.
  const sense = Math.sign(mark - liquidationPrice)
  if (position.marginMode === 'isolated' && sense !== senseOf(position)) return
  const near = liquidationPrice * (1 + sense * desk.between(0.0005, 0.01))
  switch (desk.pick(['liquidated', 'stopped', 'conditional', 'by-hand'] as const)) {
    case 'liquidated':
      fallTo(desk, position, liquidationPrice * (1 - sense * desk.between(0.0001, 0.003)))
      break
    case 'stopped':
      if (sense !== senseOf(position)) return
      exchange.setStops(position.id, { takeProfit: null, stopLoss: near })
      desk.settle()
      fallTo(desk, position, near * (1 - sense * desk.between(0.0001, 0.002)))
      break
    case 'conditional':
      desk.conditionals.push({ id: position.id, price: near, falling: sense > 0 })
      desk.settle()
      fallTo(desk, position, near * (1 - sense * desk.between(0.0001, 0.002)))
      break
    case 'by-hand':
      fallTo(desk, position, near)
      if (isOpen(desk, position)) exchange.close(position.id)
      break
  }
  desk.settle()
  desk.watch(desk.between(7, 20) * SECOND)
  // The market comes back, or every later order would be filled at the bottom.
  desk.setMark(position.symbol, mark)
}

/** Closed, and filled again at the same price with the same size, as a limit order at support is. */
export const enterAgain = (desk: Desk): void => {
  const { exchange } = desk
  const { positions } = exchange.account
  const single = positions.find(({ symbol, entryPrice }) => {
    const { tick } = contractOf(symbol)
    return Math.abs(entryPrice / tick - Math.round(entryPrice / tick)) < 1e-6
  })
  if (single === undefined) return
  const { id, symbol, side, quantity, entryPrice } = single
  exchange.close(id)
  if (desk.chance(0.85)) {
    desk.settle()
    desk.watch(desk.between(7, 240) * SECOND)
  } else desk.look()
  if (exchange.find(symbol, side) !== undefined || exchange.find(symbol) !== undefined) return
  desk.setMark(symbol, entryPrice)
  if (desk.chance(0.3)) exchange.setLeverage(symbol, desk.pick([5, 10, 20]))
  exchange.marketOrder({ symbol, side: side === 'long' ? 'buy' : 'sell', leg: side, quantity })
}
