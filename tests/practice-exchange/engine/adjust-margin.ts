import { contractOf } from './contracts.ts'
import { type Desk, marketOf, pay, positionAt, record, type Refusal } from './desk.ts'
import { isolatedLiquidation } from './figures.ts'
import { maxAddable, maxRemovable } from './margin-limits.ts'

export type MarginChange = {
  id: number
  /** > 0 is added, < 0 is removed. */
  amount: number
  by?: 'trader' | 'other-device' | 'auto'
}

/** Adds isolated margin out of the cross wallet, or takes it back. */
export const adjustMargin = (
  desk: Desk,
  { id, amount, by = 'trader' }: MarginChange,
): null | Refusal => {
  const { state, account } = desk
  const position = positionAt(desk, id)
  if (position.marginMode !== 'isolated') {
    return { refused: 'Margin can be adjusted in isolated mode only' }
  }
  if (!Number.isFinite(amount) || amount === 0) return { refused: 'Enter an amount' }
  const limit =
    amount > 0 ? maxAddable(state, account, position) : maxRemovable(state, account, position)
  if (Math.abs(amount) > limit + 1e-9) return { refused: 'Insufficient margin' }

  const { mark } = marketOf(state, position.symbol)
  const liquidationBefore = isolatedLiquidation(position, position.wallet, mark)
  position.wallet += amount
  pay(desk, contractOf(position.symbol).asset, -amount)
  const liquidationAfter = isolatedLiquidation(position, position.wallet, mark)
  const change = { liquidationBefore, liquidationAfter }
  if (amount > 0) record(desk, position, { kind: 'margin-added', amount, by, ...change })
  else record(desk, position, { kind: 'margin-removed', amount: -amount, ...change })
  return null
}
