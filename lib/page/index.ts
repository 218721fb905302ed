export type {
  AccountReading,
  ContractType,
  Field,
  FieldFailure,
  Market,
  NumberField,
  PageReading,
  PositionReading,
  ReadFailure,
  StopLossReading,
  UnreadRow,
} from './page-reading'
export { marketOf, readPage } from './read-page'
export { readTicker, type TickerReading } from './read-ticker'
export { watchPage, type WatchOptions } from './watch-page'
