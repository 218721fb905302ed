export type {
  ActionReading,
  Box,
  MarginDialogReading,
  OrderFormReading,
  OrderPreview,
} from './action-reading'
export { makeReport } from './report/make-report'
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
} from './reading'
export { windowBoxes } from './actions/find-dialogs'
export { partsToKeepClear } from './watch/parts-to-keep-clear'
export { marketOf } from './dom/address'
export { readPage } from './watch/read-page'
export { emptyMemory } from './watch/memory'
export { readTicker } from './account/read-ticker'
export { type SelfCheck, selfCheck } from './report/self-check'
export { watchPage, type WatchOptions } from './watch/watch-page'
export { watchActions, type WatchActionsOptions } from './actions/watch-actions'
export { readMarginDialog } from './actions/read-margin-dialog'
export { readOrderForm } from './actions/read-order-form'
export { type PageTheme, readTheme, watchTheme } from './dom/page-theme'
export { readLanguages, watchLanguages } from './dom/page-language'
