import type { Tab } from '../../view.ts'

/** `OPEN_ORDERS` was seen in 2026, its siblings in builds before. */
export const paneIds: Record<Tab, string> = {
  positions: 'POSITIONS',
  openOrders: 'OPEN_ORDERS',
  orderHistory: 'ORDER_HISTORY',
  tradeHistory: 'TRADE_HISTORY',
  transactionHistory: 'TRANSACTION_HISTORY',
  positionHistory: 'POSITION_HISTORY',
  bots: 'STRATEGY',
  assets: 'ASSETS',
}

/** Until 2024. */
export const tabTestIds: Record<Tab, string> = {
  positions: 'Positions',
  openOrders: 'OpenOrder',
  orderHistory: 'OrderHistory',
  tradeHistory: 'TradeHistory',
  transactionHistory: 'transactionHistory',
  positionHistory: 'positionHistory',
  bots: 'strategyPanelTitle',
  assets: 'assetsTableTitle',
}
