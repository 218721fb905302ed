import { type ContractSpec, contractOf } from './contracts.ts'
import type { Account, ExchangeState, Position } from './state.ts'
import { maintenance } from './tiers.ts'

const direction = ({ side }: Pick<Position, 'side'>): 1 | -1 => (side === 'long' ? 1 : -1)

type Sized = Pick<Position, 'symbol' | 'side' | 'quantity' | 'entryPrice'>

export const notionalAt = (position: Pick<Sized, 'symbol' | 'quantity'>, price: number): number => {
  const spec = contractOf(position.symbol)
  return spec.kind === 'linear'
    ? position.quantity * price
    : (position.quantity * spec.contractSize) / price
}

export const pnlAt = (position: Sized, price: number): number => {
  const spec = contractOf(position.symbol)
  const { quantity, entryPrice } = position
  return spec.kind === 'linear'
    ? direction(position) * quantity * (price - entryPrice)
    : direction(position) * quantity * spec.contractSize * (1 / entryPrice - 1 / price)
}

const maintenanceAt = (position: Pick<Sized, 'symbol' | 'quantity'>, price: number): number =>
  maintenance(contractOf(position.symbol).tiers, notionalAt(position, price))

/** The zero of a monotone function between two prices, by halving until doubles run out. */
const zeroBetween = (low: number, high: number, f: (price: number) => number): number => {
  let [a, b] = [low, high]
  const rising = f(b) > f(a)
  for (let step = 0; step < 200; step += 1) {
    const middle = (a + b) / 2
    if (middle === a || middle === b) break
    if (f(middle) > 0 === rising) b = middle
    else a = middle
  }
  return (a + b) / 2
}

const SMALLEST = 1e-9
const GREATEST = 1e4

/**
 * Searches from the mark outwards for the price at which what is left no longer covers the
 * maintenance margin: deliberately not the closed formula that it is there to check.
 */
const searchLiquidation = (mark: number, surplus: (price: number) => number): number | null => {
  const slope = surplus(mark * 1.000001) - surplus(mark * 0.999999)
  const below = (): number | null =>
    surplus(mark * SMALLEST) < 0 ? zeroBetween(mark * SMALLEST, mark, surplus) : null
  const above = (): number | null =>
    surplus(mark * GREATEST) < 0 ? zeroBetween(mark, mark * GREATEST, surplus) : null
  if (surplus(mark) <= 0) {
    // Crossed: the way back is on the other side of the mark.
    if (slope > 0 && surplus(mark * GREATEST) > 0) {
      return zeroBetween(mark, mark * GREATEST, surplus)
    }
    return surplus(mark * SMALLEST) > 0 ? zeroBetween(mark * SMALLEST, mark, surplus) : null
  }
  return slope > 0 ? (below() ?? above()) : (above() ?? below())
}

export const isolatedLiquidation = (position: Sized, wallet: number, mark: number): number | null =>
  searchLiquidation(
    mark,
    (price) => wallet + pnlAt(position, price) - maintenanceAt(position, price),
  )

const crossPositions = (account: Account, asset: string): Position[] =>
  account.positions.filter(
    ({ marginMode, symbol }) => marginMode === 'cross' && contractOf(symbol).asset === asset,
  )

/** What an account's cross positions of one asset leave over, with one symbol's mark moved to `price`. */
export const crossSurplus = (
  state: ExchangeState,
  account: Account,
  asset: string,
  moved?: { symbol: string; price: number },
): number => {
  let surplus = account.wallets[asset] ?? 0
  for (const position of crossPositions(account, asset)) {
    const market = state.markets[position.symbol]
    if (market === undefined) continue
    const price = moved?.symbol === position.symbol ? moved.price : market.mark
    surplus += pnlAt(position, price) - maintenanceAt(position, price)
  }
  return surplus
}

export type PositionFigures = {
  mark: number
  last: number
  notional: number
  pnl: number
  pnlAtLast: number
  roi: number
  roiAtLast: number
  initialMargin: number
  maintenanceMargin: number
  marginRatio: number
  liquidationPrice: number | null
  breakEvenPrice: number
  estimatedFunding: number
  /** Isolated wallet, or for cross the initial margin at mark. */
  margin: number
}

const marketOf = (state: ExchangeState, symbol: string) => {
  const market = state.markets[symbol]
  if (market === undefined) throw new RangeError(`no market: ${symbol}`)
  return market
}

const breakEven = (position: Position, spec: ContractSpec): number => {
  const perUnit = position.fees / position.quantity
  if (spec.kind === 'linear') return position.entryPrice + direction(position) * perUnit
  const inverse = 1 / position.entryPrice - (direction(position) * perUnit) / spec.contractSize
  return 1 / inverse
}

/** All figures of one position, unrounded. */
export const positionFigures = (
  state: ExchangeState,
  account: Account,
  position: Position,
): PositionFigures => {
  const spec = contractOf(position.symbol)
  const { mark, last, fundingRate } = marketOf(state, position.symbol)
  const notional = notionalAt(position, mark)
  const initialMargin = notional / position.leverage
  const pnl = pnlAt(position, mark)
  const pnlAtLast = pnlAt(position, last)
  const maintenanceMargin = maintenanceAt(position, mark)
  const isolated = position.marginMode === 'isolated'
  const cross = accountFigures(state, account, spec.asset)
  return {
    mark,
    last,
    notional,
    pnl,
    pnlAtLast,
    roi: pnl / initialMargin,
    roiAtLast: pnlAtLast / initialMargin,
    initialMargin,
    maintenanceMargin,
    marginRatio: isolated ? maintenanceMargin / (position.wallet + pnl) : cross.marginRatio,
    liquidationPrice: isolated
      ? isolatedLiquidation(position, position.wallet, mark)
      : searchLiquidation(mark, (price) =>
          crossSurplus(state, account, spec.asset, { symbol: position.symbol, price }),
        ),
    breakEvenPrice: breakEven(position, spec),
    estimatedFunding: -direction(position) * fundingRate * notional,
    margin: isolated ? position.wallet : initialMargin,
  }
}

export type AccountFigures = {
  crossWallet: number
  /** All wallets of the asset and all unrealised PnL, isolated positions included. */
  marginBalance: number
  maintenanceMargin: number
  marginRatio: number
  available: number
}

export const accountFigures = (
  state: ExchangeState,
  account: Account,
  asset: string,
): AccountFigures => {
  const crossWallet = account.wallets[asset] ?? 0
  let pnl = 0
  let maintenanceMargin = 0
  let initialMargin = 0
  for (const position of crossPositions(account, asset)) {
    const { mark } = marketOf(state, position.symbol)
    pnl += pnlAt(position, mark)
    maintenanceMargin += maintenanceAt(position, mark)
    initialMargin += notionalAt(position, mark) / position.leverage
  }
  let isolated = 0
  for (const position of account.positions) {
    if (position.marginMode !== 'isolated' || contractOf(position.symbol).asset !== asset) continue
    isolated += position.wallet + pnlAt(position, marketOf(state, position.symbol).mark)
  }
  const crossBalance = crossWallet + pnl
  return {
    crossWallet,
    marginBalance: crossBalance + isolated,
    maintenanceMargin,
    marginRatio: crossBalance > 0 ? maintenanceMargin / crossBalance : 0,
    available: Math.max(0, Math.min(crossWallet, crossBalance - initialMargin)),
  }
}

export const maxAddable = (state: ExchangeState, account: Account, position: Position): number => {
  const { crossWallet, maintenanceMargin, available } = accountFigures(
    state,
    account,
    contractOf(position.symbol).asset,
  )
  return Math.max(0, Math.min(crossWallet - maintenanceMargin, available))
}

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
