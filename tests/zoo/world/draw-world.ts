import type { Choices } from '../dimensions.ts'
import type { Random } from '../random.ts'
import { maintenanceAt, notionalAt, pnlAt } from './arithmetic.ts'
import { drawContract } from './contract.ts'
import { drawLeg, type OpenLeg } from './draw-leg.ts'
import { type CrossBalance, crossLiquidation, isolatedLiquidation } from './liquidation.ts'

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

const counts = {
  '1': [1, 1],
  '2–3': [2, 3],
  '4–8': [4, 8],
  '9–20': [9, 20],
  '21–40': [21, 40],
} as const

const other = { long: 'short', short: 'long' } as const

const drawLegs = (random: Random, choices: Choices): OpenLeg[] => {
  const isHedge = choices['position mode'] === 'hedge'
  const hasDated = choices.contracts === 'with dated ones'
  const [fewest, most] = counts[choices.positions]
  const count = random.whole(fewest, most)
  const legs: OpenLeg[] = []
  for (let tries = 0; legs.length < count && tries < 40 * count; tries += 1) {
    const before = legs.at(-1)
    // The other leg of a hedge often stands beside the first.
    const asked =
      isHedge && before !== undefined && random.chance(0.45)
        ? { contract: before.contract, side: other[before.side] }
        : {
            contract: drawContract(random, {
              market: choices.market,
              isDated: hasDated && (legs.length === 0 || random.chance(0.3)),
              quotes: choices['asset mode'] === 'single' ? 'any' : 'dollars',
            }),
            side: random.pick(['long', 'short'] as const),
          }
    const twins = legs.filter(({ contract }) => contract.symbol === asked.contract.symbol)
    if (twins.length > (isHedge ? 1 : 0) || twins.some(({ side }) => side === asked.side)) continue
    const [twin] = twins
    legs.push(
      drawLeg(random, {
        ...asked,
        choices,
        ...(twin !== undefined && { contract: twin.contract, twin }),
      }),
    )
  }
  return legs
}

const sumOf = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((sum, item) => sum + value(item), 0)

/** What a balance of this unit is worth counting from: a tenth of a dollar in any coin. */
const smallest = (unit: string): number => (/USD|^U$|BNFCR/.test(unit) ? 20 : 0.002)

const drawAccount = (
  random: Random,
  { unit, legs }: { unit: string; legs: readonly OpenLeg[] },
): { account: Account; balance: CrossBalance } => {
  const maintenanceMargin = sumOf(legs, (leg) => maintenanceAt(leg, leg.mark))
  const initial = sumOf(legs, (leg) => notionalAt(leg, leg.mark) / leg.leverage)
  const least = Math.max(initial * 0.6, maintenanceMargin * 1.05)
  const marginBalance = Math.max(smallest(unit), least * random.spread(1.1, 25))
  return {
    account: {
      unit,
      marginBalance,
      maintenanceMargin,
      available: Math.max(0, marginBalance - initial),
      marginRatio: maintenanceMargin / marginBalance,
    },
    balance: { legs, wallet: marginBalance - sumOf(legs, (leg) => pnlAt(leg, leg.mark)) },
  }
}

/** In multi-assets mode dollars of any name stand on one balance. */
const unitOf = (choices: Choices, leg: OpenLeg): string =>
  ({ single: leg.contract.asset, multi: 'USD', credits: 'BNFCR' })[choices['asset mode']]

export const drawWorld = (random: Random, choices: Choices): World => {
  const legs = drawLegs(random, choices)
  const groups = Map.groupBy(legs, (leg) => unitOf(choices, leg))
  const accounts = new Map(
    [...groups].map(([unit, all]) => {
      const cross = all.filter(({ marginMode }) => marginMode === 'cross')
      return [unit, drawAccount(random, { unit, legs: cross })]
    }),
  )
  const positions = legs.map((leg): Position => {
    const { account, balance } = accounts.get(unitOf(choices, leg))!
    return leg.marginMode === 'isolated'
      ? {
          ...leg,
          marginRatio: maintenanceAt(leg, leg.mark) / (leg.wallet + pnlAt(leg, leg.mark)),
          liquidationPrice: isolatedLiquidation(leg, leg.wallet),
        }
      : {
          ...leg,
          marginRatio: account.marginRatio,
          liquidationPrice: crossLiquidation(balance, leg),
        }
  })
  return {
    positions,
    accounts: new Map([...accounts].map(([unit, { account }]) => [unit, account])),
    openOrders: choices['open orders'] === '0' ? 0 : random.whole(1, 40),
  }
}
