import { backingOf } from './collateral.ts'
import { maintenanceAt, notionalAt, pnlAt } from './contract-figures.ts'
import { contractOf } from './contracts.ts'
import { assetOf, marketOf } from './desk.ts'
import type { Account, ExchangeState, Position } from './state.ts'

const crossPositions = (account: Account, assets: readonly string[]): Position[] =>
  account.positions.filter(
    (position) => position.marginMode === 'cross' && assets.includes(assetOf(position)),
  )

/** What an account's cross positions leave over, with one symbol's mark moved to `price`. */
export const crossSurplus = (
  state: ExchangeState,
  account: Account,
  asset: string,
  moved?: { symbol: string; price: number },
): number => {
  const { assets, equity, requirement } = backingOf(account, asset)
  const owned = new Map(assets.map((of) => [of, account.wallets[of] ?? 0]))
  let required = 0
  for (const position of crossPositions(account, assets)) {
    const of = assetOf(position)
    const price =
      moved?.symbol === position.symbol ? moved.price : marketOf(state, position.symbol).mark
    owned.set(of, (owned.get(of) ?? 0) + pnlAt(position, price))
    required += requirement(of, maintenanceAt(position, price))
  }
  return [...owned].reduce((sum, [of, amount]) => sum + equity(of, amount), 0) - required
}

/** What limit orders that may open something hold back, by margin mode. */
const orderMargins = (account: Account, assets: readonly string[]) => {
  const margins = { isolated: 0, cross: 0 }
  for (const { symbol, price, quantity, reduceOnly } of account.orders) {
    if (reduceOnly || !assets.includes(contractOf(symbol).asset)) continue
    const mode = account.marginMode[symbol] ?? 'cross'
    margins[mode] += notionalAt({ symbol, quantity }, price) / (account.leverage[symbol] ?? 20)
  }
  return margins
}

export type AccountFigures = {
  /** What the figures below are counted in: the asset, or USD in Multi-Assets mode. */
  unit: string
  crossWallet: number
  /** Held back by limit orders of isolated symbols. */
  isolatedOrderMargin: number
  /** All wallets and all unrealised PnL, isolated positions included. */
  marginBalance: number
  maintenanceMargin: number
  marginRatio: number
  available: number
}

/**
 * Available for order = max(0, cross wallet + Σ cross PnL − Σ cross initial margin − Σ order margin).
 * Source: Binance FAQ 360038447311, read 2026-11.
 */
export const accountFigures = (
  state: ExchangeState,
  account: Account,
  asset: string,
): AccountFigures => {
  const { unit, assets, equity, requirement } = backingOf(account, asset)
  const owned = new Map(assets.map((of) => [of, account.wallets[of] ?? 0]))
  const crossWallet = [...owned].reduce((sum, [of, amount]) => sum + equity(of, amount), 0)
  let maintenanceMargin = 0
  let initialMargin = 0
  for (const position of crossPositions(account, assets)) {
    const of = assetOf(position)
    const { mark } = marketOf(state, position.symbol)
    owned.set(of, (owned.get(of) ?? 0) + pnlAt(position, mark))
    maintenanceMargin += requirement(of, maintenanceAt(position, mark))
    initialMargin += requirement(of, notionalAt(position, mark) / position.leverage)
  }
  const isolated = account.positions
    .filter((position) => position.marginMode === 'isolated' && assetOf(position) === asset)
    .map((position) => position.wallet + pnlAt(position, marketOf(state, position.symbol).mark))
  const crossBalance = [...owned].reduce((sum, [of, amount]) => sum + equity(of, amount), 0)
  const orders = orderMargins(account, assets)
  return {
    unit,
    crossWallet,
    isolatedOrderMargin: orders.isolated,
    marginBalance: isolated.reduce((sum, amount) => sum + amount, crossBalance),
    maintenanceMargin,
    marginRatio: crossBalance > 0 ? maintenanceMargin / crossBalance : 0,
    available: Math.max(0, crossBalance - initialMargin - orders.isolated - orders.cross),
  }
}
