export {
  type Column,
  type ColumnCell,
  type ColumnField,
  columnMeaning,
  type ColumnRow,
} from '../column-meaning'
export { PRICE_DRIFT, type RowFigure, type RowFigures, type SizeUnit } from '../identities'
export { interpretRow, type RowSolution } from '../interpret-row'
