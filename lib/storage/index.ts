export { changeAppearance } from './change-appearance'
export { isFlat } from './is-flat'
export {
  alertsItem,
  appearanceItem,
  appearancePartSchema,
  ledgerItem,
  limitsItem,
  placesItem,
  privateLedgerItem,
  waitingLimitsItem,
  watchLedger,
  welcomedItem,
} from './items'
