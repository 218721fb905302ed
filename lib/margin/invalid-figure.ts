import type { Decimal } from './decimal'

export type InvalidReason =
  | 'not-finite'
  | 'not-positive'
  | 'negative'
  /** Brackets: not in ascending order, with a gap, or not continuous at a floor. */
  | 'unsorted'
  | 'gapped'
  | 'discontinuous'
  | 'empty'
  /** A target price that no margin can make the liquidation price. */
  | 'wrong-side'
  /** More margin removed than the wallet holds. */
  | 'exceeds-wallet'
  /** At no price would the balance cover the maintenance margin. */
  | 'insolvent'

/** The only thing that lib/margin throws: a figure that no position can have. Names the field. */
export class InvalidFigure extends RangeError {
  readonly field: string
  readonly reason: InvalidReason

  constructor(field: string, reason: InvalidReason) {
    super(`${field}: ${reason}`)
    this.name = 'InvalidFigure'
    this.field = field
    this.reason = reason
  }
}

export const mustBeFinite = (field: string, value: Decimal): Decimal => {
  if (!value.isFinite()) throw new InvalidFigure(field, 'not-finite')
  return value
}

export const mustBePositive = (field: string, value: Decimal): Decimal => {
  if (!mustBeFinite(field, value).gt(0)) throw new InvalidFigure(field, 'not-positive')
  return value
}

export const mustNotBeNegative = (field: string, value: Decimal): Decimal => {
  if (mustBeFinite(field, value).lt(0)) throw new InvalidFigure(field, 'negative')
  return value
}
