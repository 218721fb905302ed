import type { PrintedFigure } from '@/lib/margin'
import type { PrintedPrice } from './facts'

/** A figure whose digits are known; `null`: nothing can be concluded from it. */
export const printed = (figure: PrintedPrice): PrintedFigure | null =>
  'value' in figure && figure.decimals !== undefined
    ? { value: figure.value, decimals: figure.decimals }
    : null
