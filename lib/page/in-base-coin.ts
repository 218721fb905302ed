import type { RawRow } from './raw-row'

/** A size in quote was multiplied by the mark, or by the entry price: both are tried. */
export const inBaseCoin = (row: RawRow): RawRow[] => {
  const { quoteSize } = row
  if (quoteSize === null) return [row]
  return [row.markPrice, row.entryPrice].flatMap((price) =>
    'value' in price && price.value.gt(0)
      ? [{ ...row, quantity: { value: quoteSize.div(price.value), decimals: 20, text: '' } }]
      : [],
  )
}
