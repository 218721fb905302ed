import { notionalAt, pnlAt } from './contract-figures.ts'
import { contractOf, toStep } from './contracts.ts'
import { type Desk, marketOf, pay, positionAt, record } from './desk.ts'
import { takerFee } from './fee.ts'
import type { Ending, Position } from './state.ts'

const HISTORY_LENGTH = 200

export type Reduction = { id: number; quantity: number; how?: Ending | 'adl' }

/** Takes a position off the account and writes it into the history. */
export const endPosition = (
  desk: Desk,
  position: Position,
  { price, pnl, how }: { price: number; pnl: number; how: Ending },
): void => {
  const { state, account } = desk
  const { id, symbol, side, marginMode, leverage, quantity, entryPrice, openedAt } = position
  account.positions = account.positions.filter((other) => other.id !== id)
  account.closed.unshift({
    id,
    symbol,
    side,
    marginMode,
    leverage,
    quantity,
    entryPrice,
    exitPrice: price,
    realizedPnl: pnl,
    openedAt,
    closedAt: state.now,
    how,
  })
  account.closed.splice(HISTORY_LENGTH)
  record(desk, position, { kind: 'closed', price, pnl, how })
}

/**
 * Closes part of a position, or all of it. The isolated wallet is released in proportion to what is
 * closed, and a loss beyond it is not the trader's.
 */
export const reduce = (
  desk: Desk,
  { id, quantity, how = 'closed' }: Reduction,
): Position | null => {
  const position = positionAt(desk, id)
  const spec = contractOf(position.symbol)
  const price = marketOf(desk.state, position.symbol).last
  const closing = Math.min(toStep(quantity, spec.lot), position.quantity)
  const part = closing / position.quantity
  const closed = { ...position, quantity: closing }
  const pnl = pnlAt(closed, price)
  const fee = how === 'adl' ? 0 : takerFee(notionalAt(closed, price))
  const released = position.wallet * part
  const least = position.marginMode === 'isolated' ? 0 : -Infinity
  pay(desk, spec.asset, Math.max(released + pnl - fee, least))

  if (closing < position.quantity) {
    position.wallet -= released
    position.fees *= 1 - part
    position.quantity = toStep(position.quantity - closing, spec.lot)
    const named = how === 'adl' ? 'adl' : 'closed'
    const happened = { kind: 'reduced', quantity: closing, price, margin: released } as const
    record(desk, position, { ...happened, how: named })
    return position
  }
  endPosition(desk, position, { price, pnl: pnl - fee, how: how === 'adl' ? 'closed' : how })
  return null
}
