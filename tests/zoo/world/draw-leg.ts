import type { Choices } from '../dimensions.ts'
import type { Random } from '../random.ts'
import { type Leg, maintenanceAt, notionalAt, pnlAt, signOf } from './arithmetic.ts'
import type { Contract } from './contract.ts'
import { maxLeverageAt } from './tiers.ts'

/** A position with what its trader has put into it, and the prices of the moment. */
export type OpenLeg = Leg & {
  marginMode: 'isolated' | 'cross'
  leverage: number
  /** Isolated: margin put in at the opening, added and removed since. Cross: none of its own, 0. */
  wallet: number
  breakEvenPrice: number
  mark: number
  last: number
  takeProfit: number | null
  stopLoss: number | null
  partialStops: number
}

const leverages = [1, 2, 3, 4, 5, 8, 10, 15, 20, 25, 30, 50, 75, 100, 125] as const

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

type Wish = {
  contract: Contract
  side: 'long' | 'short'
  choices: Choices
  /** The other leg of the same contract: mode, leverage and prices are shared. */
  twin?: OpenLeg
}

const drawMarginMode = (random: Random, { choices, twin }: Wish): OpenLeg['marginMode'] => {
  if (twin !== undefined) return twin.marginMode
  const modes = choices['margin modes']
  return modes === 'both' ? random.pick(['isolated', 'cross']) : modes
}

/** How far the price has gone since the opening, as a fraction, > 0 in the trader's favour. */
const drawMove = (random: Random, leverage: number): number =>
  random.chance(0.06)
    ? random.between(-0.0008, 0.0008)
    : random.chance(0.5)
      ? random.spread(0.001, 0.45)
      : -random.spread(0.001, Math.min(0.6, 0.9 / leverage))

const drawStops = (random: Random, side: Leg['side'], mark: number, digits: number) => {
  const sign = signOf({ side })
  const at = (away: number) => rounded(mark * (1 + sign * away), digits)
  return {
    takeProfit: random.chance(0.45) ? at(random.spread(0.004, 0.5)) : null,
    stopLoss: random.chance(0.5) ? at(-random.spread(0.004, 0.25)) : null,
    partialStops: random.chance(0.3) ? random.whole(1, 4) : 0,
  }
}

/** Draws until the position is one that the exchange would not have closed yet. */
export const drawLeg = (random: Random, wish: Wish): OpenLeg => {
  const { contract, side, choices, twin } = wish
  const { priceDigits, lotDigits } = contract
  const sign = signOf({ side })
  const marginMode = drawMarginMode(random, wish)
  const tick = 10 ** -priceDigits
  const mark = twin?.mark ?? rounded(contract.price, priceDigits)
  // Last and mark are a few ticks or up to a third of a percent apart.
  const gap = random.chance(0.5) ? random.whole(-4, 4) * tick : mark * random.between(-0.003, 0.003)
  const last = twin?.last ?? rounded(Math.max(mark * 0.99, mark + gap), priceDigits)
  const dollars = contract.kind === 'inverse' ? 1 : contract.quote === 'BTC' ? 1 / 88_000 : 1
  for (let tries = 0; ; tries += 1) {
    if (tries > 500) throw new Error(`no position can be drawn in ${contract.symbol}`)
    const worth = random.spread(12, 300_000) * dollars
    const perUnit = contract.kind === 'inverse' ? contract.contractSize : mark
    const quantity = Math.max(10 ** -lotDigits, rounded(worth / perUnit, lotDigits))
    const sized = { contract, quantity }
    const most = maxLeverageAt(contract.tiers, notionalAt(sized, mark) * 1.3)
    const leverage = twin?.leverage ?? random.pick(leverages.filter((each) => each <= most))
    // An average of fills has as many digits as it likes.
    const entryPrice = mark / (1 + sign * drawMove(random, leverage))
    if (!(entryPrice > tick)) continue
    const leg: Leg = { contract, side, quantity, entryPrice }
    const opened = (notionalAt(leg, entryPrice) / leverage) * random.between(0.9995, 1.0015)
    const added = random.chance(0.45) ? opened * random.spread(0.03, 4) : 0
    const wallet = marginMode === 'isolated' ? opened + added : 0
    const margin = marginMode === 'isolated' ? wallet : opened
    const least = maintenanceAt(leg, mark) * 1.03
    if (leverage > most || (marginMode === 'isolated' && margin + pnlAt(leg, mark) < least))
      continue
    const fees = random.between(0.0004, 0.0011)
    const breakEven =
      choices['break-even'] === 'near' ? fees : random.pick([-1, 1]) * random.spread(0.02, 0.16)
    return {
      ...leg,
      marginMode,
      leverage,
      wallet,
      breakEvenPrice: entryPrice * (1 + sign * breakEven),
      mark,
      last,
      ...drawStops(random, side, mark, priceDigits),
    }
  }
}
