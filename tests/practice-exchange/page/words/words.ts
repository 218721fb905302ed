import type { Column, Tab } from '../../view.ts'

/** The words of the page in one language. */
export type Words = {
  columns: Record<Column, string>
  /** Header action until 2023. */
  closeAllPositions: string
  tabs: Record<Tab, string>
  noPosition: string
  noOrders: string
  basic: string
  conditional: string
  hideOtherSymbols: string

  isolated: string
  cross: string
  long: string
  short: string
  perp: string
  contracts: string

  market: string
  limit: string
  reverse: string
  add: string
  remove: string
  confirm: string
  dismiss: string
  cancelOrder: string
  stopMarket: string
  takeProfitMarket: string
  /** In place of the amount of an order that closes whatever there is. */
  closePosition: string

  adjustMargin: string
  addMargin: string
  removeMargin: string
  amount: string
  max: string
  assignedMargin: string
  maxAddable: string
  maxRemovable: string
  estimateAfterIncrease: string
  estimateAfterDecrease: string

  stops: string
  stopsForPosition: string
  takeProfit: string
  stopLoss: string

  available: string
  price: string
  size: string
  cost: string
  liquidationPrice: string
  buy: string
  sell: string
  open: string
  close: string
  openLong: string
  openShort: string
  closeLong: string
  closeShort: string
  reduceOnly: string
  /** On the button beside the leverage: Single-Asset or Multi-Assets mode. */
  single: string
  multi: string

  account: string
  marginRatio: string
  maintenanceMargin: string
  marginBalance: string
  singleAsset: string
  multiAssets: string
  transfer: string

  mark: string
  index: string
  last: string
  funding: string

  markets: string
  trade: string
  futures: string
  learn: string
  chart: string
  depth: string
  orderBook: string
  trades: string
  logIn: string
  logInToTrade: string

  closed: string
  liquidated: string
  averageClosePrice: string
  closingPnl: string
  futuresGrid: string
  running: string
  totalProfit: string

  /** Toasts. */
  orderFilled: string
  orderPlaced: string
  positionClosed: string
  marginAdded: string
  marginRemoved: string
  stopsSet: string
  modeChanged: string
  leverageChanged: string
  transferred: string
  enterSize: string
}

/** Other spellings that the evidence has for some of the words. */
export type OtherSpellings = Partial<Omit<Words, 'columns' | 'tabs'>> & {
  columns?: Partial<Words['columns']>
  tabs?: Partial<Words['tabs']>
}

export type Dictionary = { usual: Words; other?: OtherSpellings }
