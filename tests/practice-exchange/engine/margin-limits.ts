import { accountFigures } from './account-figures.ts'
import { assetOf } from './desk.ts'
import { positionFigures } from './figures.ts'
import type { Account, ExchangeState, Position } from './state.ts'

/**
 * max(0, min(cross wallet − Σ isolated order margin − Σ cross maintenance margin, available for order)).
 * Source of both formulas: Binance FAQ 360038447311, read 2026-11.
 */
export const maxAddable = (state: ExchangeState, account: Account, position: Position): number => {
  const { crossWallet, isolatedOrderMargin, maintenanceMargin, available } = accountFigures(
    state,
    account,
    assetOf(position),
  )
  return Math.max(0, Math.min(crossWallet - isolatedOrderMargin - maintenanceMargin, available))
}

/** max(0, min(wallet − maintenance margin, wallet + PnL at mark − initial margin at mark)). */
export const maxRemovable = (
  state: ExchangeState,
  account: Account,
  position: Position,
): number => {
  const { maintenanceMargin, pnl, initialMargin } = positionFigures(state, account, position)
  return Math.max(
    0,
    Math.min(position.wallet - maintenanceMargin, position.wallet + pnl - initialMargin),
  )
}
