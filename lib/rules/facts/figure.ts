import type { Decimal, PrintedFigure } from '@/lib/margin'
import type { FieldFailure, MissingField } from '@/lib/page/reading'

/**
 * A figure that may be missing. `missing` says why, in the reader's words; a missing figure is never
 * zero and never safe.
 */
export type Figure<T> = { value: T } | { missing: MissingReason }

/** `other-asset`: what it would be measured against is counted in another asset. */
export type MissingReason = FieldFailure | 'other-asset'

/** With the page's own digits, where they are known. */
export type PrintedPrice = Figure<Decimal> & Partial<Pick<PrintedFigure, 'decimals'>>

type FactOf<Read> = MissingField extends Read
  ? Extract<Read, PrintedFigure> extends never
    ? Figure<Extract<Read, { value: unknown }>['value']>
    : PrintedPrice
  : Read

/**
 * What of a reading the rules need: its figures without the texts that the page prints, and with their digits
 * where those are known. What the reader produces fits without conversion.
 */
export type Facts<Reading> = { [Name in keyof Reading]: FactOf<Reading[Name]> }

/** The page says that there is none: an answer, and no gap. */
export const isNone = (figure: Figure<unknown>): boolean =>
  'missing' in figure && figure.missing === 'none'

export const known = <T>(figure: Figure<T>): T | null => ('value' in figure ? figure.value : null)

/** A price or quantity to reckon with. A mark of "0.0000" is a fault of the page, and not known. */
export const knownPositive = (figure: Figure<Decimal>): Decimal | null => {
  const value = known(figure)
  return value?.isFinite() && value.gt(0) ? value : null
}

/** A figure whose digits are known; `null`: nothing can be concluded from it. */
export const printed = (figure: PrintedPrice): PrintedFigure | null =>
  'value' in figure && figure.decimals !== undefined
    ? { value: figure.value, decimals: figure.decimals }
    : null

/** The same of a price or a quantity: nothing that is not above zero is one. */
export const printedPrice = (figure: PrintedPrice): PrintedFigure | null =>
  knownPositive(figure) === null ? null : printed(figure)

/** Digits of a market's prices: those of the finest that is printed. */
export const finestDecimals = (...prices: readonly PrintedPrice[]): number =>
  Math.max(
    0,
    ...prices.flatMap((price) =>
      'value' in price ? [price.decimals ?? price.value.decimalPlaces()] : [],
    ),
  )
