export { episodeFacts } from './episode-facts'
export type {
  AccountFacts,
  EpisodeFacts,
  OpenOrderFacts,
  OpenOrdersFacts,
  PositionFacts,
  PrintedPrice,
  UnreadRow,
} from './facts'
export { type Figure, known, knownPositive, type MissingReason } from './figure'
export { type Direction, lossDirection } from './liquidation'
export { rowEvidenceOf } from './row-evidence-of'
export { typedFigure } from './typed-figure'
