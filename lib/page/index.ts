export type {
  ActionReading,
  Box,
  MarginDialogReading,
  OrderFormReading,
  OrderPreview,
} from './action-reading'
export { makeReport } from './make-report'
export type {
  AccountReading,
  ContractType,
  Field,
  FieldFailure,
  Market,
  NumberField,
  OpenOrder,
  OpenOrdersReading,
  PageReading,
  PositionMode,
  PositionReading,
  QuantityField,
  ReadFailure,
  StopLossReading,
  TickerReading,
  UnreadRow,
} from './page-reading'
export { partsToKeepClear } from './parts-to-keep-clear'
export { marketOf, readPage } from './read-page'
export { readTicker } from './read-ticker'
export { type SelfCheck, selfCheck } from './self-check'
export { type TellableColumn, tellableColumns, type ToldColumn } from './told-column'
export { watchPage, type WatchOptions } from './watch-page'
export { watchActions, type WatchActionsOptions } from './watch-actions'
export { readMarginDialog } from './read-margin-dialog'
export { readOrderForm } from './read-order-form'
export { type PageTheme, readTheme, watchTheme } from './read-theme'
export { readLanguages, watchLanguages } from './read-language'
