import { type Decimal, unrealizedPnl } from '@/lib/margin'
import { figuresOf, type RawRow } from './raw-row'

/** What the Margin column may hold: the wallet, or the wallet and the unrealised PnL at mark. */
export const possibleWallets = (row: RawRow, margin: Decimal): Decimal[] => {
  const figures = figuresOf(row, 'quantity', 'entryPrice', 'markPrice')
  if (figures === null) return [margin]
  const position = {
    ...row,
    quantity: figures.quantity.value,
    entryPrice: figures.entryPrice.value,
  }
  return [margin, margin.minus(unrealizedPnl(position, figures.markPrice.value))]
}
