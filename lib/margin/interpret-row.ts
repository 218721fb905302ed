import { checkIdentities, type Interpretation } from './identities'
import type { NumberRange } from './number-range'
import type { MarginMode, Side } from './position'
import type { MarginMeaning } from './row-evidence'
import { quantityRange, type RowFigure, type RowFigures } from './row-ranges'
import {
  type Candidate,
  figureNames,
  isBroken,
  MOST_IN_DOUBT,
  repaired,
  without,
} from './repair-row'

/** What all consistent interpretations of a row agree on; `null`: they differ. */
export type RowSolution = {
  side: Side | null
  marginMode: MarginMode | null
  marginHolds: MarginMeaning | null
  /** Base coin or contracts. */
  quantity: NumberRange | null
  /** Figures without which the rest agrees, and with which nothing does. */
  contradicted: ReadonlySet<RowFigure>
  /** Figures that an identity ties to others, in every interpretation that is left. */
  tied: ReadonlySet<RowFigure>
  /** How many identities are broken however the row is meant: 0 for a row that adds up. */
  broken: number
}

/** What the page says of the row in words; everything that it leaves open. */
export type Open = { sides: readonly Side[]; marginModes: readonly MarginMode[] }

const interpretations = (
  { sides, marginModes }: Open,
  marginHolds: MarginMeaning,
): Interpretation[] =>
  sides.flatMap((side) => marginModes.map((marginMode) => ({ side, marginMode, marginHolds })))

const asked = (row: RowFigures, all: readonly Interpretation[], drift?: number): Candidate[] =>
  all.map((interpretation) => ({
    interpretation,
    checks: checkIdentities(row, interpretation, drift),
    without: new Set(),
  }))

const consistent = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter(({ checks }) => !checks.some(isBroken))

/** Mark and last price are seldom this far apart, and … */
const USUAL_DRIFT = 0.0005

/** … hardly ever this far. Chosen; the zoo varies what lies between. */
const UNUSUAL_DRIFT = 0.004

const sidesOf = (candidates: readonly Candidate[]): Set<Side> =>
  new Set(candidates.map(({ interpretation }) => interpretation.side))

/**
 * Near entry a gain can be either side's, if the price behind it is far enough from the mark. Where one
 * side needs next to no drift and the other eight times as much, the other is not meant: XRPUSDT at
 * 0.4170740, mark 0.4161, PnL +239.44 is a short, or a long whose last price is 0.49 % above the mark.
 */
const likelySide = (row: RowFigures, candidates: readonly Candidate[]): Candidate[] => {
  const at = (drift: number) =>
    consistent(
      asked(
        row,
        candidates.map(({ interpretation }) => interpretation),
        drift,
      ),
    )
  const unusual = at(UNUSUAL_DRIFT)
  const isTold = sidesOf(unusual).size === 1 && sidesOf(at(USUAL_DRIFT)).size === 1
  return isTold ? unusual : [...candidates]
}

const agreed = <T>(values: readonly T[]): T | null => {
  const [first, ...others] = values
  return first !== undefined && others.every((other) => other === first) ? first : null
}

const hull = (ranges: readonly (NumberRange | null)[]): NumberRange | null => {
  const known = ranges.filter((range) => range !== null)
  if (known.length === 0 || known.length < ranges.length) return null
  return {
    low: Math.min(...known.map(({ low }) => low)),
    high: Math.max(...known.map(({ high }) => high)),
  }
}

const nothing: RowSolution = {
  side: null,
  marginMode: null,
  marginHolds: null,
  quantity: null,
  contradicted: new Set(figureNames),
  tied: new Set(),
  broken: MOST_IN_DOUBT + 1,
}

/** Cross, and nothing that holds for cross alone: without leverage and ROI, or at 1x. */
const isOnlyLeft = ({ interpretation, checks }: Candidate): boolean =>
  interpretation.marginMode === 'cross' &&
  !checks.some(({ identity, chance }) => identity === 'cross-margin' && chance < 1)

/**
 * Tries every way in which the row may be meant, and keeps what all that add up agree on. The Margin
 * column holds the wallet (three real rows, 2024–25); that it holds wallet and PnL is tried only
 * where nothing else adds up, or only what no identity speaks for.
 */
export const interpretRow = (row: RowFigures, open: Open): RowSolution => {
  const usual = asked(row, interpretations(open, 'wallet'))
  let left = consistent(usual)
  if (left.every(isOnlyLeft)) {
    const isolated = { ...open, marginModes: open.marginModes.filter((m) => m === 'isolated') }
    left = [...left, ...consistent(asked(row, interpretations(isolated, 'wallet-and-pnl')))]
  }
  if (sidesOf(left).size > 1) left = likelySide(row, left)
  if (left.length === 0) left = repaired(row, usual)
  if (left.length === 0) return nothing

  const side = agreed(left.map(({ interpretation }) => interpretation.side))
  const marginMode = agreed(left.map(({ interpretation }) => interpretation.marginMode))
  const contradicted = new Set(left.flatMap((candidate) => [...candidate.without]))
  const rest = without(row, contradicted)
  const tiedIn = left.map(({ checks }) => new Set(checks.flatMap(({ figures }) => figures)))
  return {
    side,
    marginMode,
    marginHolds: agreed(left.map(({ interpretation }) => interpretation.marginHolds)),
    quantity: hull(left.map(({ interpretation }) => quantityRange(rest, interpretation.side))),
    contradicted,
    tied: new Set(figureNames.filter((name) => tiedIn.every((tied) => tied.has(name)))),
    // Each of them leaves out as few.
    broken: Math.min(...left.map((candidate) => candidate.without.size)),
  }
}
