import type { Decimal } from '../decimal'
import type { BracketEstimate } from '../identify-bracket'
import { liquidationDistance } from '../margin-figures'
import type { PrintedFigure } from '../position'
import type { Assumption } from './bends'
import { previewMarginChange } from './preview-margin-change'
import type { RowEvidence } from '../row-evidence'

export type MarginEffect = {
  /** Distance gained, a fraction of mark; `null`: not known, or nothing liquidates any more. */
  distance: Decimal | null
  assumes: Assumption
}

/**
 * What an amount of margin buys at the present mark ("each 10 USDT buys 0.4 %"):
 * distance after − distance before. Negative for a removal.
 *
 * Source: `previewMarginChange` and `liquidationDistance`.
 * @throws InvalidFigure as `previewMarginChange`
 */
export const marginEffect = (
  row: RowEvidence & { markPrice: PrintedFigure; liquidationPrice: PrintedFigure },
  estimate: BracketEstimate,
  amount: Decimal,
): MarginEffect => {
  const { liquidationPrice, assumes } = previewMarginChange(row, estimate, amount)
  if (liquidationPrice === null) return { distance: null, assumes }
  const mark = row.markPrice.value
  const before = liquidationDistance(row.side, mark, row.liquidationPrice.value)
  return { distance: liquidationDistance(row.side, mark, liquidationPrice).minus(before), assumes }
}
