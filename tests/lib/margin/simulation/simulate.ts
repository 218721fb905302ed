import { Decimal } from '@/lib/margin'
import {
  type BracketEstimate,
  identifyBracket,
  likelyBracket,
  previewMarginChange,
} from '@/lib/margin/preview'
import {
  drawPosition,
  generator,
  logBetween,
  printRow,
  searchLiquidation,
  walkMarks,
} from './positions'
import { bracketOf, type Table } from './tables'

export type SimulationOptions = {
  tables: readonly Table[]
  positions: number
  seed: number
  ticks: number
  ratio: boolean
  holds: 'wallet' | 'wallet-and-pnl'
  /** Greatest notional drawn. */
  most: number
}

export type Tally = {
  positions: number
  certain: number
  /** The likeliest bracket is the true one. */
  identified: number
  /** Certain, and not the true bracket. */
  wrong: number
  /** The true bracket is not inside the estimate. */
  outside: number
  contradicted: number
  meaningDecided: number
  meaningWrong: number
  falling: Side
  rising: Side
}

type Side = {
  previews: number
  /** The true price after the addition is not inside the interval. */
  outside: number
  /** Width of the interval ÷ mark, ascending. */
  widths: number[]
  figures: number
  /** The figure is the true price to its rounding. */
  figureRight: number
  unmarked: number
}

const emptySide = (): Side => ({
  previews: 0,
  outside: 0,
  widths: [],
  figures: 0,
  figureRight: 0,
  unmarked: 0,
})

const holdsTrue = (estimate: BracketEstimate, rate: number): boolean =>
  estimate.readings.some(({ candidates }) =>
    candidates.some((line) => Math.abs(line.rate - rate) < 1e-12),
  )

/** Draws positions, prints them, and holds what is concluded from the print against the truth. */
export const simulate = (options: SimulationOptions): Tally => {
  const { tables, positions, seed, ticks, ratio, holds, most } = options
  const random = generator(seed)
  const tally: Tally = {
    positions: 0,
    certain: 0,
    identified: 0,
    wrong: 0,
    outside: 0,
    contradicted: 0,
    meaningDecided: 0,
    meaningWrong: 0,
    falling: emptySide(),
    rising: emptySide(),
  }
  while (tally.positions < positions) {
    const drawn = drawPosition(random, tables, most)
    if (drawn === null) continue
    tally.positions += 1
    const marks = walkMarks(random, drawn, ticks)
    const rows = marks.map((mark) => printRow(drawn, mark, { ratio, holds }))
    const estimate = identifyBracket(rows)
    const last = rows.at(-1)
    const mark = marks.at(-1)
    if (last === undefined || mark === undefined) continue
    const truth = bracketOf(drawn.table, drawn.quantity * drawn.liquidation)
    const inside = holdsTrue(estimate, truth.rate)
    const likely = likelyBracket(estimate)
    if (likely !== null && Math.abs(likely.line.rate - truth.rate) < 1e-12) tally.identified += 1
    if (!inside) tally.outside += 1
    if (estimate.contradicted) tally.contradicted += 1
    if (estimate.status === 'certain') {
      tally.certain += 1
      if (!inside) tally.wrong += 1
    }
    if (estimate.marginHolds !== null) {
      tally.meaningDecided += 1
      if (estimate.marginHolds !== holds) tally.meaningWrong += 1
    }

    const amount = Number((drawn.wallet * logBetween(random, 0.01, 0.1)).toFixed(2))
    if (amount === 0) continue
    const after = searchLiquidation(drawn.table, drawn, drawn.wallet + amount)
    const preview = previewMarginChange(last, estimate, new Decimal(amount))
    const side = drawn.side === 'long' ? tally.falling : tally.rising
    side.previews += 1
    const low = preview.interval.low?.toNumber() ?? 0
    const high = preview.interval.high?.toNumber() ?? Infinity
    const price = after ?? 0
    const dust = price * 1e-9
    if (price < low - dust || price > high + dust) {
      if (!(after === null && preview.interval.low === null)) side.outside += 1
    }
    const none = preview.interval.low === null && preview.interval.high === null
    side.widths.push(none ? 0 : (high - low) / mark)
    if (preview.liquidationPrice !== null) {
      side.figures += 1
      const tick = 10 ** -drawn.priceDecimals
      if (Math.abs(preview.liquidationPrice.toNumber() - price) <= tick + 0.02 / drawn.quantity) {
        side.figureRight += 1
      }
      if (preview.assumes === 'nothing' && drawn.side === 'short') side.unmarked += 1
    }
  }
  for (const { widths } of [tally.falling, tally.rising]) widths.sort((a, b) => a - b)
  return tally
}

export const quantile = (ascending: readonly number[], part: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * part))] ?? NaN
