export {
  assetClass,
  isDollar,
  isSameContract,
  quoteAssets,
  type SplitPair,
  splitPair,
} from './assets'
export { type Bracket, maintenanceMargin } from './brackets'
export { Decimal, parseDecimal, powerOfTen } from './decimal'
export { liquidationPrice, marginToBeUnliquidatable } from './liquidation-price'
export { initialMargin, liquidationDistance, marginRatio, priceAtDistance } from './margin-figures'
export { notional } from './notional'
export { rangeOf } from './number-range'
export type { Contract, MarginMode, PositionFigures, PrintedFigure, Side } from './position'
export { unrealizedPnl } from './unrealized-pnl'
