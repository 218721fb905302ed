export {
  alertsItem,
  appearanceItem,
  placesItem,
  ledgerItem,
  limitsItem,
  waitingLimitsItem,
  welcomedItem,
  privateLedgerItem,
} from './items'
export { journal, type Journal } from './journal'
export { type Erasure, journalKeeper } from './journal-keeper'
export {
  type Forgotten,
  type LedgerAnswer,
  type LedgerNotice,
  type LedgerWriter,
  ledgerWriter,
} from './ledger-writer'
export { changeAppearance } from './change-appearance'
export { isFlat } from './is-flat'
export { setLimits } from './set-limits'
export {
  applySettings,
  eraseSettings,
  readSettingsFile,
  settingsFile,
  type SettingsReading,
} from './settings-file'
export { shareSettings, sharingItem } from './settings-sync'
export { NewerStorage, type Stored, type VersionedItem, versionedItem } from './versioned-item'
