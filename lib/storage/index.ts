export {
  alertsItem,
  appearanceItem,
  placesItem,
  ledgerItem,
  limitsItem,
  waitingLimitsItem,
  privateLedgerItem,
  type ToldColumns,
  toldColumnsItem,
} from './items'
export { journal, type Journal } from './journal'
export { type Erasure, journalKeeper } from './journal-keeper'
export {
  type LedgerAnswer,
  type LedgerNotice,
  type LedgerWriter,
  ledgerWriter,
} from './ledger-writer'
export { NewerStorage, type Stored, type VersionedItem, versionedItem } from './versioned-item'
