import type { Choices } from '../dimensions.ts'
import { maintenanceAt, notionalAt, pnlAt } from './arithmetic.ts'
import type { OpenLeg } from './draw-leg.ts'
import { crossLiquidation, isolatedLiquidation } from './liquidation.ts'

/** A position as the exchange keeps it, unrounded. */
export type Position = OpenLeg & { marginRatio: number; liquidationPrice: number | null }

export type Account = {
  /** The margin asset; in multi-assets mode USD, in credits mode BNFCR. */
  unit: string
  marginBalance: number
  maintenanceMargin: number
  available: number
  marginRatio: number
}

export type World = {
  positions: readonly Position[]
  /** By unit; never empty. */
  accounts: ReadonlyMap<string, Account>
  openOrders: number
}

/** In multi-assets mode dollars of any name stand on one balance. */
export const unitOf = (choices: Choices, leg: OpenLeg): string =>
  ({ single: leg.contract.asset, multi: 'USD', credits: 'BNFCR' })[choices['asset mode']]

/** The balance that a position stands on, or would take its margin from. */
export const accountOf = ({ accounts }: World, { contract }: OpenLeg): Account =>
  accounts.get(contract.asset) ?? [...accounts.values()][0]!

type Given = {
  choices: Choices
  legs: readonly OpenLeg[]
  /** Margin balances, unrealised PnL of cross positions included. */
  balances: ReadonlyMap<string, number>
  openOrders: number
}

const sumOf = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((sum, item) => sum + value(item), 0)

/** What follows from positions, prices and balances: ratios, liquidation prices, what is available. */
export const settleWorld = ({ choices, legs, balances, openOrders }: Given): World => {
  const crossOf = (unit: string) =>
    legs.filter((leg) => leg.marginMode === 'cross' && unitOf(choices, leg) === unit)
  const accounts = new Map(
    [...balances].map(([unit, marginBalance]): [string, Account] => {
      const cross = crossOf(unit)
      const maintenanceMargin = sumOf(cross, (leg) => maintenanceAt(leg, leg.mark))
      const initial = sumOf(cross, (leg) => notionalAt(leg, leg.mark) / leg.leverage)
      return [
        unit,
        {
          unit,
          marginBalance,
          maintenanceMargin,
          available: Math.max(0, marginBalance - initial),
          marginRatio: maintenanceMargin / marginBalance,
        },
      ]
    }),
  )
  const positions = legs.map((leg): Position => {
    if (leg.marginMode === 'isolated') {
      return {
        ...leg,
        marginRatio: maintenanceAt(leg, leg.mark) / (leg.wallet + pnlAt(leg, leg.mark)),
        liquidationPrice: isolatedLiquidation(leg, leg.wallet),
      }
    }
    const unit = unitOf(choices, leg)
    const cross = crossOf(unit)
    const wallet = (balances.get(unit) ?? 0) - sumOf(cross, (each) => pnlAt(each, each.mark))
    return {
      ...leg,
      marginRatio: accounts.get(unit)?.marginRatio ?? 0,
      liquidationPrice: crossLiquidation({ legs: cross, wallet }, leg),
    }
  })
  return { positions, accounts, openOrders }
}

/** The same world with other positions or prices: balances move with the PnL of what is cross. */
export const resettled = (world: World, choices: Choices, legs: readonly OpenLeg[]): World => {
  const gain = (all: readonly OpenLeg[], unit: string) =>
    sumOf(
      all.filter((leg) => leg.marginMode === 'cross' && unitOf(choices, leg) === unit),
      (leg) => pnlAt(leg, leg.mark),
    )
  const balances = new Map(
    [...world.accounts].map(([unit, { marginBalance }]) => [
      unit,
      marginBalance + gain(legs, unit) - gain(world.positions, unit),
    ]),
  )
  return settleWorld({ choices, legs, balances, openOrders: world.openOrders })
}
