export {
  type AssignedField,
  assignFields,
  type Assignment,
  type Identity,
  type RowNumber,
} from '../assign-fields'
export { PRICE_DRIFT, type RowFigure, type RowFigures, type SizeUnit } from '../identities'
export { interpretRow, type RowSolution } from '../interpret-row'
