import type { Column } from '../reading'

export { type Column, columns } from '../reading'

export const tabs = ['positionsTab', 'ordersTab', 'historyTab'] as const

export type Word =
  | Column
  | (typeof tabs)[number]
  | 'isolated'
  | 'cross'
  | 'long'
  | 'short'
  | 'perpetual'
  /** The title of a column that is the leverage's own. */
  | 'leverage'
  /** The unit of a size counted in contracts. */
  | 'contracts'
  | 'noPosition'
  /** In place of the positions, while nobody is logged in. */
  | 'logIn'
  /** The link that adds a stop where there is none. */
  | 'add'
  | 'marginBalance'
  | 'maintenanceMargin'
  | 'singleAsset'
  | 'multiAssets'
  | 'available'
  /** Labels of the symbol's ticker line. */
  | 'mark'
  | 'index'
  | 'last'
  | 'dayHigh'
  | 'dayLow'
  /** Columns of the open-orders pane. */
  | 'orderType'
  | 'orderSide'
  | 'triggerConditions'
  | 'yes'
  | 'no'
  | 'closePosition'
  | 'hideOthers'
  | 'fundingCountdown'
  /** Kinds of orders. */
  | 'limitOrder'
  | 'marketOrder'
  | 'stopOrder'
  | 'takeProfitOrder'
  | 'trailingStopOrder'
  /** The name of a dialog that is not for adjusting margin. */
  | 'otherDialog'
  /** Sub-tabs of the open-orders pane. */
  | 'filterOrders'
  /** Buttons of the order form; in hedge mode they name the leg. */
  | 'buyLong'
  | 'sellShort'
  | 'openLong'
  | 'openShort'
  | 'closeLong'
  | 'closeShort'
  /** Order form. */
  | 'price'
  | 'cost'
  | 'takeProfit'
  | 'stopLoss'
  | 'reduceOnly'
  /** Hedge mode: what the order does. */
  | 'openAction'
  | 'closeAction'
  /** Adjust Margin. */
  | 'adjustMargin'
  | 'addMargin'
  | 'removeMargin'
  | 'amount'
  | 'assignedMargin'
  | 'maxAddable'
  | 'maxRemovable'
  | 'liquidationAfterIncrease'
  | 'liquidationAfterDecrease'
  /** The same lines where their words do not say which way the margin goes. */
  | 'maxAmount'
  | 'estimatedLiquidation'

export type Spellings = Partial<Record<Word, readonly string[]>>

/** The words of one language: all spellings that are known of each. */
export type Dictionary = {
  /** As in the address: "zh-CN". */
  language: string
  /** Read off the page itself, by people or by programs that run on it (2020–2026). */
  seen: Spellings
  /** From support texts, re-implementations and common usage: never met on the page by a witness. */
  unverified: Spellings
}
