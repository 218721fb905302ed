export type { AccountFigures } from './account-figures.ts'
export { type CollateralRate, collateralValue } from './collateral.ts'
export type { ConditionalRequest } from './conditionals.ts'
export { notionalAt, pnlAt } from './contract-figures.ts'
export {
  amountDigits,
  contractOf,
  contracts,
  type ContractSpec,
  digitsOf,
  listContract,
} from './contracts.ts'
export { type Refusal, refused } from './desk.ts'
export { Exchange } from './exchange.ts'
export { isolatedLiquidation, type PositionFigures } from './figures.ts'
export { type NewExchange, newState } from './new-state.ts'
export { inBrackets, number, signedNumber, typedNumber } from './numerals.ts'
export type { LimitRequest, OrderRequest } from './orders.ts'
export {
  accountText,
  type AccountText,
  rowText,
  type RowText,
  shownDigits,
  tickerText,
  type TickerText,
} from './print.ts'
export { between, normal, pick, random, type RandomState } from './random.ts'
export type {
  Account,
  AssetMode,
  ClosedPosition,
  ConditionalOrder,
  Ending,
  ExchangeState,
  LimitOrder,
  MarginMode,
  Market,
  PartialStop,
  Position,
  PositionMode,
  Side,
  StopKind,
  TruthEvent,
} from './state.ts'
export { maintenance, type Tier, tierAt, tierTables } from './tiers.ts'
