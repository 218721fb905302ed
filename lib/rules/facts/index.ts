export { episodeFacts } from './episode-facts'
export type { EpisodeFacts, PositionFacts } from './facts'
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
export { typedFigure } from './typed-figure'
export { isCountable } from './is-countable'
