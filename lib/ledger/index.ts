export { type Correction, correctionSchema, correctLedger } from './correct-ledger'
export type { LedgerEvent } from './events'
export { emptyLedger, type Episode, episodeSchema, type Ledger, type Sample } from './ledger'
export {
  isSymbol,
  MOST_ASSET_LETTERS,
  MOST_POSITIONS,
  type Observation,
  observationSchema,
  type ObservedPosition,
} from './observation'
export { positionKey } from './position-key'
export { reduceLedger } from './reduce-ledger'
export { salvageLedger } from './salvage-ledger'
export { sameLook } from './same-look'
export { sameQuantity } from './quantity'
export { endOf, standingEvents } from './standing'
export { withoutTab } from './tabs'
export { suspectsTwoAccounts } from './witness'
