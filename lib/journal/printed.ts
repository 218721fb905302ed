import { Decimal, type PrintedFigure } from '@/lib/margin'

/** A stored numeral as a figure that remembers how many digits the page printed. */
export const printed = (numeral: string): PrintedFigure => ({
  value: new Decimal(numeral),
  decimals: numeral.split('.')[1]?.length ?? 0,
})
