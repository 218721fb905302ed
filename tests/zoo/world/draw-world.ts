import type { Choices } from '../dimensions.ts'
import type { Random } from '../random.ts'
import { maintenanceAt, notionalAt } from './arithmetic.ts'
import { drawContract } from './contract.ts'
import { drawLeg, type OpenLeg } from './draw-leg.ts'
import { settleWorld, unitOf, type World } from './world.ts'

const counts = {
  '0': [0, 0],
  '1': [1, 1],
  '2–3': [2, 3],
  '4–8': [4, 8],
  '9–20': [9, 20],
  '21–40': [21, 40],
} as const

const other = { long: 'short', short: 'long' } as const

/** One more position beside these; `null`: what was drawn stands there already. */
export const drawOneMore = (
  random: Random,
  { legs, choices }: { legs: readonly OpenLeg[]; choices: Choices },
): OpenLeg | null => {
  const isHedge = choices['position mode'] === 'hedge'
  const hasDated = choices.contracts === 'with dated ones'
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
  const isThere = twins.some(({ side }) => side === asked.side)
  if (twins.length > (isHedge ? 1 : 0) || isThere) return null
  const [twin] = twins
  return drawLeg(random, {
    ...asked,
    choices,
    ...(twin !== undefined && { contract: twin.contract, twin }),
  })
}

const drawLegs = (random: Random, choices: Choices): OpenLeg[] => {
  const [fewest, most] = counts[choices.positions]
  const count = random.whole(fewest, most)
  const legs: OpenLeg[] = []
  for (let tries = 0; legs.length < count && tries < 40 * count; tries += 1) {
    const one = drawOneMore(random, { legs, choices })
    if (one !== null) legs.push(one)
  }
  return legs
}

/** What a balance of this unit is worth counting from. */
const smallest = (unit: string): number => (/USD|^U$|BNFCR/.test(unit) ? 20 : 0.002)

const sumOf = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((sum, item) => sum + value(item), 0)

/** A margin balance that carries its cross positions, barely or with ease. */
const drawBalance = (random: Random, unit: string, cross: readonly OpenLeg[]): number => {
  const maintenance = sumOf(cross, (leg) => maintenanceAt(leg, leg.mark))
  const initial = sumOf(cross, (leg) => notionalAt(leg, leg.mark) / leg.leverage)
  const least = Math.max(initial * 0.6, maintenance * 1.05)
  return Math.max(smallest(unit), least * random.spread(1.1, 25))
}

/** A contract that the page names and in which nothing is open. */
export const drawGhost = (random: Random, choices: Choices): OpenLeg =>
  drawOneMore(random, { legs: [], choices })!

export const drawWorld = (random: Random, choices: Choices): World => {
  const legs = drawLegs(random, choices)
  const ghost = legs.length === 0 ? [drawGhost(random.fork('ghost'), choices)] : []
  const units = Map.groupBy([...legs, ...ghost], (leg) => unitOf(choices, leg))
  const balances = new Map(
    [...units].map(([unit, all]) => {
      const cross = all.filter((leg) => leg.marginMode === 'cross' && legs.includes(leg))
      return [unit, drawBalance(random, unit, cross)]
    }),
  )
  return settleWorld({
    choices,
    legs,
    balances,
    openOrders: choices['open orders'] === '0' ? 0 : random.whole(1, 40),
  })
}
