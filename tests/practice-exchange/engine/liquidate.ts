import { crossSurplus } from './account-figures.ts'
import { adjustMargin } from './adjust-margin.ts'
import { amountDigits, floorToStep } from './contracts.ts'
import { assetOf, type Desk } from './desk.ts'
import { positionFigures } from './figures.ts'
import { maxAddable } from './margin-limits.ts'
import { endPosition } from './reduce.ts'
import type { Position } from './state.ts'

/** Margin ratio at which auto-add draws on the available balance. */
const AUTO_ADD_AT = 0.8

/** Adds up to one initial margin, in the digits of the asset. */
const autoAdd = (desk: Desk, position: Position): void => {
  const { state, account } = desk
  const { marginRatio, initialMargin } = positionFigures(state, account, position)
  if (marginRatio <= AUTO_ADD_AT) return
  const unit = 10 ** -amountDigits(assetOf(position))
  const wanted = Math.min(initialMargin, maxAddable(state, account, position))
  const amount = floorToStep(wanted, unit)
  if (amount > 0) adjustMargin(desk, { id: position.id, amount, by: 'auto' })
}

const liquidateIsolated = (desk: Desk, position: Position): void => {
  const { state, account } = desk
  if (position.autoAddMargin) autoAdd(desk, position)
  const { pnl, maintenanceMargin, mark } = positionFigures(state, account, position)
  if (position.wallet + pnl > maintenanceMargin) return
  endPosition(desk, position, { price: mark, pnl: -position.wallet, how: 'liquidated' })
}

/** All cross positions that stand behind each other go together; the wallet is lost. */
const liquidateCross = (desk: Desk, asset: string): void => {
  const { state, account } = desk
  if (crossSurplus(state, account, asset) > 0) return
  for (const position of [...account.positions]) {
    if (position.marginMode !== 'cross' || assetOf(position) !== asset) continue
    const { pnl, mark } = positionFigures(state, account, position)
    account.wallets[asset] = 0
    endPosition(desk, position, { price: mark, pnl, how: 'liquidated' })
  }
}

/** Ends every position whose margin balance no longer exceeds its maintenance margin. */
export const liquidate = (desk: Desk): void => {
  const { account } = desk
  for (const position of [...account.positions]) {
    if (position.marginMode === 'isolated') liquidateIsolated(desk, position)
  }
  const cross = account.positions.filter(({ marginMode }) => marginMode === 'cross')
  for (const asset of new Set(cross.map(assetOf))) liquidateCross(desk, asset)
}
