import type { PrintedFigure } from '@/lib/margin'
import type { PrintedPrice } from './facts'
import { knownPositive } from './figure'

/** A figure whose digits are known; `null`: nothing can be concluded from it. */
export const printed = (figure: PrintedPrice): PrintedFigure | null =>
  'value' in figure && figure.decimals !== undefined
    ? { value: figure.value, decimals: figure.decimals }
    : null

/** The same of a price or a quantity: nothing that is not above zero is one. */
export const printedPrice = (figure: PrintedPrice): PrintedFigure | null =>
  knownPositive(figure) === null ? null : printed(figure)
