import { contractOf } from './contracts.ts'
import { type Desk, findPosition, record, type Refusal } from './desk.ts'
import type { AssetMode, MarginMode, PositionMode } from './state.ts'

export const leverageOf = ({ account }: Desk, symbol: string): number =>
  account.leverage[symbol] ?? 20

/** Multi-Assets mode knows cross only. */
export const marginModeOf = ({ account }: Desk, symbol: string): MarginMode =>
  account.assetMode === 'multi' ? 'cross' : (account.marginMode[symbol] ?? 'cross')

export const setLeverage = (desk: Desk, symbol: string, leverage: number): null | Refusal => {
  const { account } = desk
  const most = contractOf(symbol).tiers[0]?.maxLeverage ?? 1
  if (!Number.isInteger(leverage) || leverage < 1 || leverage > most) {
    return { refused: `Leverage must be between 1 and ${String(most)}` }
  }
  const open = account.positions.filter((position) => position.symbol === symbol)
  if (open.some((p) => p.marginMode === 'isolated' && leverage < p.leverage)) {
    return { refused: 'Leverage reduction is not supported with an open isolated position' }
  }
  for (const position of open) {
    if (position.leverage === leverage) continue
    record(desk, position, { kind: 'leverage-changed', from: position.leverage, to: leverage })
    position.leverage = leverage
  }
  account.leverage[symbol] = leverage
  return null
}

export const setMarginMode = (desk: Desk, symbol: string, mode: MarginMode): null | Refusal => {
  if (findPosition(desk, symbol) !== undefined) {
    return { refused: 'The margin mode cannot be changed with an open position' }
  }
  if (desk.account.assetMode === 'multi' && mode === 'isolated') {
    return { refused: 'Isolated margin is not available in Multi-Assets Mode' }
  }
  desk.account.marginMode[symbol] = mode
  return null
}

export const setPositionMode = ({ account }: Desk, mode: PositionMode): null | Refusal => {
  if (account.positions.length > 0 || account.orders.length > 0) {
    return { refused: 'The position mode cannot be changed with open positions or orders' }
  }
  account.positionMode = mode
  return null
}

export const setAssetMode = ({ account }: Desk, mode: AssetMode): null | Refusal => {
  if (account.positions.some(({ marginMode }) => marginMode === 'isolated')) {
    return { refused: 'Multi-Assets Mode is not available with isolated positions' }
  }
  account.assetMode = mode
  return null
}
