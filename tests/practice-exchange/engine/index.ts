export { contractOf, contracts, type ContractSpec, digitsOf } from './contracts.ts'
export {
  Exchange,
  type NewExchange,
  newState,
  type OrderRequest,
  type Refusal,
  refused,
} from './exchange.ts'
export {
  type AccountFigures,
  isolatedLiquidation,
  notionalAt,
  pnlAt,
  type PositionFigures,
} from './figures.ts'
export {
  accountText,
  type AccountText,
  amountDigits,
  number,
  rowText,
  type RowText,
} from './print.ts'
export { between, normal, pick, random, type RandomState } from './random.ts'
export type {
  Account,
  ClosedPosition,
  ExchangeState,
  LimitOrder,
  MarginMode,
  Market,
  PartialStop,
  Position,
  Side,
  TruthEvent,
} from './state.ts'
export { maintenance, type Tier, tierAt, tierTables } from './tiers.ts'
