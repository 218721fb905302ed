import { amountAt, isStraight } from './bracket-line'
import { type NumberRange, overlap } from './number-range'
import {
  type CurvePoint,
  liquidationPoint,
  type MarginMeaning,
  markPoint,
  type RowEvidence,
  walletRange,
} from './row-evidence'
import { type Anchored, candidatesFor, isAnchored, type Reading } from './bracket-candidates'

export type BracketEstimate = {
  /**
   * `certain`: one bracket is left. `candidates`: a few. `none`: the row does not show enough (the
   * Margin column and the liquidation price are needed), or it is not isolated.
   */
  status: 'certain' | 'candidates' | 'none'
  /** What the Margin column holds; `null`: both readings are still possible. */
  marginHolds: MarginMeaning | null
  readings: readonly Reading[]
  /** The last evidence was refused: no bracket agrees with it and with what was seen before. */
  contradicted: boolean
  /** Evidence refused in a row. */
  refused: readonly RowEvidence[]
}

export const nothingKnown: BracketEstimate = {
  status: 'none',
  marginHolds: null,
  readings: [],
  contradicted: false,
  refused: [],
}

/** After as many refusals in a row it is the estimate that was wrong: it starts again from them. */
const PATIENCE = 3

/** Enough to see a bend, few enough to be quick. */
const MOST_POINTS = 40

const isSame = (a: NumberRange, b: NumberRange): boolean => a.low === b.low && a.high === b.high

/** Adds a point; the same notional seen again narrows its margin. `null`: the two do not agree. */
const withPoint = (
  points: readonly CurvePoint[] | null,
  point: CurvePoint | null,
): readonly CurvePoint[] | null => {
  if (points === null || point === null) return points
  const same = points.find(({ notional }) => isSame(notional, point.notional))
  if (same !== undefined) {
    const margin = overlap(same.margin, point.margin)
    return margin === null
      ? null
      : points.map((known) => (known === same ? { ...known, margin } : known))
  }
  const all = [...points, point].sort((a, b) => a.notional.low - b.notional.low)
  return all.length <= MOST_POINTS ? all : thinned(all)
}

/** Every second point, and both ends. */
const thinned = (points: readonly CurvePoint[]): CurvePoint[] =>
  points.filter((_, index) => index % 2 === 0 || index === points.length - 1)

const readUnder = (
  row: Anchored,
  marginHolds: MarginMeaning,
  before: Reading | undefined,
): Reading | null => {
  const wallet = walletRange(row, marginHolds)
  const liquidation = liquidationPoint(row, marginHolds)
  if (wallet === null || liquidation === null || liquidation.margin.high <= 0) return null
  const stands = before !== undefined && isSame(before.liquidation.notional, liquidation.notional)
  // The same liquidation price means the same wallet: a reading under which it moved is refuted.
  if (stands && overlap(before.liquidation.margin, liquidation.margin) === null) return null
  // Where liquidation was before a change of margin is a point like any other.
  const left = before === undefined || stands ? null : before.liquidation
  const points = withPoint(before?.points ?? [], left)
  const seen = withPoint(points, markPoint(row, marginHolds))
  if (seen === null) return null
  const known = { marginHolds, points: seen, liquidation, wallet }
  const candidates = candidatesFor(row, known, stands ? before.candidates : null)
  if (candidates.length === 0) return null
  const straight = candidates.filter((line) => isStraight(line, seen)).map(({ rate }) => rate)
  return { ...known, candidates, straight }
}

const estimateOf = (readings: readonly Reading[]): BracketEstimate => {
  const rates = new Set(readings.flatMap(({ candidates }) => candidates.map(({ rate }) => rate)))
  const [only, ...others] = readings
  return {
    status: rates.size === 1 ? 'certain' : 'candidates',
    marginHolds: only !== undefined && others.length === 0 ? only.marginHolds : null,
    readings,
    contradicted: false,
    refused: [],
  }
}

/** Nothing that this row says can be new: the one bracket explains its mark as well. */
const tellsNothingNew = (estimate: BracketEstimate, row: RowEvidence): boolean => {
  const [reading, ...otherReadings] = estimate.readings
  const [line, ...otherLines] = reading?.candidates ?? []
  if (reading === undefined || line === undefined) return false
  if (otherReadings.length > 0 || otherLines.length > 0) return false
  const liquidation = liquidationPoint(row, reading.marginHolds)
  const sameLiquidation =
    liquidation !== null &&
    liquidation.notional.low === reading.liquidation.notional.low &&
    overlap(liquidation.margin, reading.liquidation.margin) !== null
  const mark = markPoint(row, reading.marginHolds)
  return (
    sameLiquidation && mark !== null && overlap(line.amount, amountAt(mark, line.rate)) !== null
  )
}

/**
 * What one more look at the row adds. The set of possible brackets only shrinks while liquidation
 * stays where it is. A row that no bracket explains is refused and reported, never averaged in.
 */
export const narrowBracket = (estimate: BracketEstimate, row: RowEvidence): BracketEstimate => {
  if (!isAnchored(row)) return estimate
  if (tellsNothingNew(estimate, row)) {
    return estimate.contradicted ? { ...estimate, contradicted: false, refused: [] } : estimate
  }
  const meanings: readonly MarginMeaning[] =
    estimate.readings.length === 0
      ? ['wallet', 'wallet-and-pnl']
      : estimate.readings.map(({ marginHolds }) => marginHolds)
  const readings = meanings.flatMap((marginHolds) => {
    const before = estimate.readings.find((reading) => reading.marginHolds === marginHolds)
    return readUnder(row, marginHolds, before) ?? []
  })
  if (readings.length > 0) return estimateOf(readings)

  const refused = [...estimate.refused, row]
  if (refused.length < PATIENCE && estimate.readings.length > 0) {
    return { ...estimate, contradicted: true, refused }
  }
  const again = identifyBracket(refused.slice(1))
  return again.readings.length === 0
    ? { ...estimate, contradicted: true, refused: refused.slice(-PATIENCE) }
    : again
}

/**
 * The bracket at the liquidation price, from printed figures alone: no table is embedded, since a
 * third of all brackets change within three months. Maintenance margin is a convex, piecewise linear
 * function of notional through the origin, its slopes from a short ladder of rates, its bends at
 * round notionals. Every row gives points of it: one at the liquidation price, one at the mark.
 */
export const identifyBracket = (evidence: readonly RowEvidence[]): BracketEstimate =>
  evidence.reduce(narrowBracket, nothingKnown)
