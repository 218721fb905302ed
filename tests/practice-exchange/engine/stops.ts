import { contractOf, floorToStep, toStep } from './contracts.ts'
import { type Desk, marketOf, positionAt, record, type Refusal } from './desk.ts'
import { reduce } from './reduce.ts'
import type { PartialStop, Position, StopKind } from './state.ts'

export type StopPrices = { takeProfit: number | null; stopLoss: number | null }

/** How far the mark is on the winning side of a price, in the position's own sense. */
const gainFrom = ({ side }: Position, price: number, mark: number): number =>
  side === 'long' ? mark - price : price - mark

/** The exchange takes no stop that would trigger at once. */
const wouldTrigger = (position: Position, kind: StopKind, price: number, mark: number): boolean => {
  const gain = gainFrom(position, price, mark)
  return kind === 'take-profit' ? gain >= 0 : gain <= 0
}

/** Take-profit and stop-loss of the whole position; `null` removes one. */
export const setStops = (desk: Desk, id: number, stops: StopPrices): null | Refusal => {
  const position = positionAt(desk, id)
  const { tick } = contractOf(position.symbol)
  const { mark } = marketOf(desk.state, position.symbol)
  const snap = (price: number | null) => (price === null ? null : toStep(price, tick))
  const takeProfit = snap(stops.takeProfit)
  const stopLoss = snap(stops.stopLoss)
  if (takeProfit !== null && wouldTrigger(position, 'take-profit', takeProfit, mark)) {
    return { refused: 'The take-profit would trigger at once' }
  }
  if (stopLoss !== null && wouldTrigger(position, 'stop-loss', stopLoss, mark)) {
    return { refused: 'The stop-loss would trigger at once' }
  }
  position.takeProfit = takeProfit
  position.stopLoss = stopLoss
  record(desk, position, { kind: 'stop-changed', takeProfit, stopLoss })
  return null
}

/** A stop for a part of the position; there may be several. */
export const addPartialStop = (
  desk: Desk,
  id: number,
  { kind, price, quantity }: Omit<PartialStop, 'id'>,
): null | Refusal => {
  const position = positionAt(desk, id)
  const { tick, lot } = contractOf(position.symbol)
  const stop = { kind, price: toStep(price, tick), quantity: floorToStep(quantity, lot) }
  if (!(stop.quantity > 0)) return { refused: 'The size is below the smallest step' }
  if (wouldTrigger(position, kind, stop.price, marketOf(desk.state, position.symbol).mark)) {
    return { refused: `The ${kind} would trigger at once` }
  }
  position.partialStops.push({ id: desk.state.nextId++, ...stop })
  return null
}

export const cancelPartialStop = ({ account }: Desk, id: number): void => {
  for (const position of account.positions) {
    position.partialStops = position.partialStops.filter((stop) => stop.id !== id)
  }
}

/** Fires what the mark has reached. */
export const triggerStops = (desk: Desk, position: Position): void => {
  const { mark } = marketOf(desk.state, position.symbol)
  const { id, takeProfit, stopLoss } = position
  const reached = (kind: StopKind, price: number | null): boolean =>
    price !== null && wouldTrigger(position, kind, price, mark)
  if (reached('take-profit', takeProfit) || reached('stop-loss', stopLoss)) {
    reduce(desk, { id, quantity: position.quantity })
    return
  }
  for (const stop of [...position.partialStops]) {
    if (!reached(stop.kind, stop.price)) continue
    position.partialStops = position.partialStops.filter((other) => other.id !== stop.id)
    if (reduce(desk, { id, quantity: stop.quantity }) === null) return
  }
}
