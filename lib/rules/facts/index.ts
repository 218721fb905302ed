export { episodeFacts } from './episode-facts'
export type {
  AccountFacts,
  DialogFacts,
  EpisodeFacts,
  OpenOrderFacts,
  OpenOrdersFacts,
  OrderFacts,
  PositionFacts,
} from './facts'
export {
  type Figure,
  finestDecimals,
  isNone,
  known,
  knownPositive,
  type MissingReason,
  type PrintedPrice,
} from './figure'
export { type Direction, lossDirection } from './liquidation'
export { rowEvidenceOf } from './row-evidence-of'
export { typedFigure } from './typed-figure'
export { isCountable } from './is-countable'
