export type { Column, ColumnCell, ColumnField, ColumnRow } from '../column-figures'
export { columnMeaning } from '../column-meaning'
export { PRICE_DRIFT, type RowFigure, type RowFigures, sizeIn, type SizeUnit } from '../row-ranges'
export { interpretRow, type RowSolution } from '../interpret-row'
