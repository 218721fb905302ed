import type { BracketLine } from '../bracket-line'
import type { BracketEstimate } from '../identify-bracket'
import type { NumberRange } from '../number-range'
import { floorAbove, floorBelow, type FloorKind, rateBelow } from '../rate-ladder'

/** The highest place below a notional where the bracket of a line may begin. */
export const bendBelow = (line: BracketLine, { high }: NumberRange, kind: FloorKind): number =>
  floorBelow(kind, Math.min(high, line.amount.high / (line.rate - rateBelow(line.rate))))

/** From there down to the origin the effective rate cannot rise: this is its highest. */
export const rateBelowBend = (rate: number, amount: number, bend: number): number =>
  Math.max(0, (rate * bend - amount) / bend)

/** The lowest place above a notional where the next bracket may begin. */
export const bendAbove = ({ low }: NumberRange, kind: FloorKind): number =>
  floorAbove(kind, low * (1 - 1e-9))

/**
 * What a figure takes for granted. `nothing`: the interval is all that printed figures leave open.
 * `same-bracket`: that no other bracket begins on the way; the interval does not. `likely-bracket`: that,
 * and the likeliest of several brackets. `unknown`: there is no figure.
 */
export type Assumption = 'nothing' | 'same-bracket' | 'likely-bracket' | 'unknown'

export const assumptionOf = ({ status }: BracketEstimate, mayBend: boolean): Assumption => {
  if (status !== 'certain') return 'likely-bracket'
  return mayBend ? 'same-bracket' : 'nothing'
}
