export {
  assetClass,
  isDollar,
  isSameContract,
  quoteAssets,
  type SplitPair,
  splitPair,
} from './assets'
export { type Bracket, bracketAt, checkBrackets, maintenanceMargin } from './brackets'
export { type AccountPosition, crossLiquidationPrice } from './cross-liquidation-price'
export {
  type Column,
  type ColumnCell,
  type ColumnField,
  columnMeaning,
  type ColumnRow,
} from './column-meaning'
export { Decimal, parseDecimal, powerOfTen } from './decimal'
export {
  type BracketEstimate,
  identifyBracket,
  narrowBracket,
  nothingKnown,
} from './identify-bracket'
export { PRICE_DRIFT, type RowFigure, type RowFigures, type SizeUnit } from './identities'
export { interpretRow, type RowSolution } from './interpret-row'
export { InvalidFigure } from './invalid-figure'
export { likelyBracket } from './likely-bracket'
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
export type { RowEvidence } from './row-evidence'
export { lossAt, unrealizedPnl } from './unrealized-pnl'
export { rangeOf } from './number-range'
