export {
  addedMargin,
  countedAdditions,
  declaredAdditions,
  increasesWhileLosing,
  initialMargin,
  lastWord,
  marginAdditions,
  type MarginRise,
  marginRises,
  openQuestions,
} from './additions'
export { type Correction, correctionSchema, correctLedger } from './correct-ledger'
export type { LedgerEvent } from './events'
export {
  emptyLedger,
  type Episode,
  episodeSchema,
  type Ledger,
  openEpisode,
  parseLedger,
  type Sample,
} from './ledger'
export {
  type Market,
  type Numeral,
  type Observation,
  observationSchema,
  type ObservedPosition,
} from './observation'
export { type PositionKey, positionKey } from './position-key'
export { reduceLedger } from './reduce-ledger'
export { sameLook } from './same-look'
