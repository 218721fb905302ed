import type { NumberField, PositionReading } from './page-reading'
import type { TellableColumn } from './told-column'

const fieldOf = {
  size: 'quantity',
  entryPrice: 'entryPrice',
  markPrice: 'markPrice',
  liquidationPrice: 'liquidationPrice',
  marginRatio: 'marginRatio',
  margin: 'margin',
  pnl: 'unrealizedPnl',
} as const satisfies Record<TellableColumn, keyof PositionReading>

const valueOf = (field: NumberField) => ('value' in field ? field.value : null)

/** Nearer to entry than this part of it lies the break-even price, not a liquidation price. */
const BREAK_EVEN = '0.003'

/** A liquidation price lies on the losing side of the mark, and away from entry. */
const isLiquidationPrice = (position: PositionReading): boolean => {
  const [price, mark, entry] = [
    position.liquidationPrice,
    position.markPrice,
    position.entryPrice,
  ].map(valueOf)
  if (!price || !mark || !entry) return false
  const isLosing = position.side === 'long' ? price.lt(mark) : price.gt(mark)
  return isLosing && price.minus(entry).abs().gt(entry.times(BREAK_EVEN))
}

/** The rows speak against what the trader said of the column: whatever is doubtful is not believed. */
export const doubtTold = (column: TellableColumn, positions: readonly PositionReading[]): boolean =>
  positions.some((position) => {
    const field = position[fieldOf[column]]
    if ('missing' in field) return field.missing === 'contradicted' || field.missing === 'unparsed'
    return column === 'liquidationPrice' && !isLiquidationPrice(position)
  })
