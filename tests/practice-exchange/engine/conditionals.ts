import { contractOf, floorToStep, toStep } from './contracts.ts'
import { type Desk, findPosition, marketOf, type Refusal } from './desk.ts'
import { reduce } from './reduce.ts'
import type { ConditionalOrder } from './state.ts'

export type ConditionalRequest = Omit<ConditionalOrder, 'id'>

/** A sell stops a fall and takes profit from a rise; a buy the other way round. */
const fallsTo = ({ side, kind }: Pick<ConditionalOrder, 'side' | 'kind'>): boolean =>
  (side === 'sell') === (kind === 'stop-loss')

const isReached = (order: ConditionalRequest, mark: number): boolean =>
  fallsTo(order) ? mark <= order.trigger : mark >= order.trigger

/** A reduce-only order with a trigger. It belongs to no position: it only meets one when it fires. */
export const conditionalOrder = (desk: Desk, request: ConditionalRequest): null | Refusal => {
  const { tick, lot } = contractOf(request.symbol)
  const trigger = toStep(request.trigger, tick)
  const quantity = request.quantity === null ? null : floorToStep(request.quantity, lot)
  if (!(trigger > 0)) return { refused: 'Enter a trigger price' }
  if (quantity !== null && !(quantity > 0)) {
    return { refused: 'The size is below the smallest step' }
  }
  if (isReached({ ...request, trigger }, marketOf(desk.state, request.symbol).mark)) {
    return { refused: 'The order would trigger at once' }
  }
  desk.account.conditionals.push({ ...request, id: desk.state.nextId++, trigger, quantity })
  return null
}

export const cancelConditional = ({ account }: Desk, id: number): void => {
  account.conditionals = account.conditionals.filter((order) => order.id !== id)
}

/** Fires what the mark has reached; an order that finds no position to reduce expires. */
export const triggerConditionals = (desk: Desk): void => {
  for (const order of [...desk.account.conditionals]) {
    if (!isReached(order, marketOf(desk.state, order.symbol).mark)) continue
    cancelConditional(desk, order.id)
    const side = order.side === 'sell' ? 'long' : 'short'
    const held = findPosition(desk, order.symbol, order.leg ?? side)
    if (held?.side !== side) continue
    const quantity = Math.min(order.quantity ?? held.quantity, held.quantity)
    reduce(desk, { id: held.id, quantity })
  }
}
