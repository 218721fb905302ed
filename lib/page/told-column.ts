/**
 * The columns that a trader can point at: those whose figures the arithmetic of a row can refute. Of
 * stops nothing would.
 */
export const tellableColumns = [
  'size',
  'entryPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'pnl',
] as const
export type TellableColumn = (typeof tellableColumns)[number]

/** "This column is the liquidation price", said of a header as the page prints it in one language. */
export type ToldColumn = { language: string; header: string; column: TellableColumn }
