export {
  type AssignedField,
  assignFields,
  type Assignment,
  type FieldAssignment,
  type Identity,
  type RowNumber,
  type RowNumbers,
} from './assign-fields'
export {
  assetClass,
  isDollar,
  isSameContract,
  quoteAssets,
  type SplitPair,
  splitPair,
} from './assets'
export { type Bracket, bracketAt, checkBrackets, maintenanceMargin } from './brackets'
export {
  type AccountPosition,
  type CrossAccount,
  crossLiquidationPrice,
} from './cross-liquidation-price'
export { Decimal, parseDecimal } from './decimal'
export {
  type BracketEstimate,
  identifyBracket,
  narrowBracket,
  nothingKnown,
} from './identify-bracket'
export { PRICE_DRIFT, type RowFigure, type RowFigures, type SizeUnit } from './identities'
export { interpretRow, type RowSolution } from './interpret-row'
export { InvalidFigure, type InvalidReason } from './invalid-figure'
export { type LikelyBracket, likelyBracket } from './likely-bracket'
export {
  bankruptcyPrice,
  liquidationPrice,
  marginToBeUnliquidatable,
  marginToReach,
} from './liquidation-price'
export {
  atStake,
  initialMargin,
  liquidationDistance,
  marginRatio,
  maxAddableMargin,
  maxRemovableMargin,
  priceAtDistance,
  returnOnInvestment,
} from './margin-figures'
export { marginEffect, type MarginEffect } from './margin-effect'
export { marginForDistance, marginForPrice, type MarginNeeded } from './margin-for-distance'
export { notional } from './notional'
export type { Contract, MarginMode, PositionFigures, PrintedFigure, Side } from './position'
export { type MarginPreview, previewMarginChange, type PriceInterval } from './preview-margin'
export type { MarginMeaning, RowEvidence } from './row-evidence'
export { lossAt, unrealizedPnl } from './unrealized-pnl'
export { type NumberRange, rangeOf } from './number-range'
