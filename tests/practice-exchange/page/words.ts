import type { Column, Language } from '../view.ts'

/** The words of the page in one language. */
export type Words = {
  columns: Record<Column, string>
  positions: string
  openOrders: string
  orderHistory: string
  tradeHistory: string
  transactionHistory: string
  positionHistory: string
  bots: string
  assets: string
  noPosition: string
  noOrders: string
  basic: string
  conditional: string
  isolated: string
  cross: string
  long: string
  short: string
  perp: string
  contracts: string
  hideOtherSymbols: string
  market: string
  limit: string
  reverse: string
  add: string
  remove: string
  adjustMargin: string
  amount: string
  max: string
  assignedMargin: string
  maxAddable: string
  maxRemovable: string
  estimateAfterIncrease: string
  estimateAfterDecrease: string
  confirm: string
  cancel: string
  stopsForPosition: string
  takeProfit: string
  stopLoss: string
  available: string
  cost: string
  liquidationPrice: string
  buy: string
  sell: string
  open: string
  close: string
  size: string
  account: string
  marginRatio: string
  maintenanceMargin: string
  marginBalance: string
  singleAsset: string
  multiAssets: string
  mark: string
  index: string
  funding: string
}

const en: Words = {
  columns: {
    symbol: 'Symbol',
    size: 'Size',
    entryPrice: 'Entry Price',
    breakEvenPrice: 'Break Even Price',
    markPrice: 'Mark Price',
    liquidationPrice: 'Liq.Price',
    marginRatio: 'Margin Ratio',
    margin: 'Margin',
    pnl: 'PNL(ROI %)',
    funding: 'Est. Funding Fee',
    close: 'MKT Close All',
    pnlClose: 'PnL-Based Close All',
    reverse: 'Reverse',
    positionStops: 'TP/SL for position',
    partialStops: 'TP/SL',
  },
  positions: 'Positions',
  openOrders: 'Open Orders',
  orderHistory: 'Order History',
  tradeHistory: 'Trade History',
  transactionHistory: 'Transaction History',
  positionHistory: 'Position History',
  bots: 'Bots',
  assets: 'Assets',
  noPosition: 'You have no position.',
  noOrders: 'You have no open orders.',
  basic: 'Basic',
  conditional: 'Conditional',
  isolated: 'Isolated',
  cross: 'Cross',
  long: 'Long',
  short: 'Short',
  perp: 'Perp',
  contracts: 'Cont',
  hideOtherSymbols: 'Hide Other Symbols',
  market: 'Market',
  limit: 'Limit',
  reverse: 'Reverse',
  add: 'Add',
  remove: 'Remove',
  adjustMargin: 'Adjust Margin',
  amount: 'Amount',
  max: 'Max',
  assignedMargin: 'Currently Assigned Margin',
  maxAddable: 'Max addable',
  maxRemovable: 'Max removable',
  estimateAfterIncrease: 'Est.Liq.Price after increase',
  estimateAfterDecrease: 'Est.Liq.Price after decrease',
  confirm: 'Confirm',
  cancel: 'Cancel',
  stopsForPosition: 'TP/SL for entire position',
  takeProfit: 'Take Profit',
  stopLoss: 'Stop Loss',
  available: 'Avbl',
  cost: 'Cost',
  liquidationPrice: 'Liq Price',
  buy: 'Buy/Long',
  sell: 'Sell/Short',
  open: 'Open',
  close: 'Close',
  size: 'Size',
  account: 'Account',
  marginRatio: 'Margin Ratio',
  maintenanceMargin: 'Maintenance Margin',
  marginBalance: 'Margin Balance',
  singleAsset: 'Single-Asset Mode',
  multiAssets: 'Multi-Assets Mode',
  mark: 'Mark',
  index: 'Index',
  funding: 'Funding / Countdown',
}

const dictionaries: Partial<Record<Language, Words>> = { en }

export const wordsFor = (language: Language): Words => dictionaries[language] ?? en
