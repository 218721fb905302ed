import { accountFigures, crossSurplus } from './account-figures.ts'
import { direction, maintenanceAt, notionalAt, pnlAt, type Sized } from './contract-figures.ts'
import { type ContractSpec, contractOf } from './contracts.ts'
import { marketOf } from './desk.ts'
import { searchLiquidation } from './search-liquidation.ts'
import type { Account, ExchangeState, Position } from './state.ts'

export const isolatedLiquidation = (position: Sized, wallet: number, mark: number): number | null =>
  searchLiquidation(
    mark,
    (price) => wallet + pnlAt(position, price) - maintenanceAt(position, price),
  )

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
    marginRatio: isolated
      ? maintenanceMargin / (position.wallet + pnl)
      : accountFigures(state, account, spec.asset).marginRatio,
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
