export { type Bracket, bracketAt, checkBrackets, maintenanceMargin } from './brackets'
export {
  type AccountPosition,
  type CrossAccount,
  crossLiquidationPrice,
} from './cross-liquidation-price'
export { Decimal, parseDecimal } from './decimal'
export { InvalidFigure, type InvalidReason } from './invalid-figure'
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
export { notional } from './notional'
export type { Contract, MarginMode, PositionFigures, PrintedFigure, Side } from './position'
export { lossAt, unrealizedPnl } from './unrealized-pnl'
