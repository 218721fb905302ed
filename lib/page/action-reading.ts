import type { MarginMode } from '@/lib/margin'
import type { Field, NumberField } from './reading'

/** Where something of the page lies in the window, in CSS pixels. */
export type Box = { left: number; top: number; width: number; height: number }

/** The Adjust Margin dialog, while it is open. */
export type MarginDialogReading = {
  /** `null`: neither tab nor word nor estimate tells. */
  direction: 'add' | 'remove' | null
  /** Where the dialog names it; most builds do not. */
  symbol: string | null
  /** As typed, without a sign; "none" while the field is empty. */
  amount: NumberField
  asset: string | null
  /** "Currently assigned margin". */
  assignedMargin: NumberField
  /** "Max addable" or "Max removable". */
  most: NumberField
  /** The page's own estimate of the liquidation price after the change. */
  estimatedLiquidationPrice: NumberField
  box: Box
}

export type OrderPreview = { liquidationPrice: NumberField; cost: NumberField }

/** The order form. The order is for the symbol of the page's address. */
export type OrderFormReading = {
  symbol: string | null
  /** In one-way mode both buttons open, unless the order only reduces. */
  action: 'open' | 'close' | 'unknown'
  type: 'limit' | 'market' | 'other' | 'unknown'
  marginMode: MarginMode | 'unknown'
  leverage: NumberField
  /** "none" while the field is empty, or for a market order. */
  price: NumberField
  /** As typed, in `sizeUnit`; "none" while the field is empty. */
  size: NumberField
  /** Base coin, quote asset or "Cont", as printed next to the field. */
  sizeUnit: string | null
  takeProfit: NumberField
  /** "none": the order carries no stop; `missing: 'unknown'`: it cannot be seen. */
  stopLoss: NumberField
  reduceOnly: Field<boolean>
  availableBalance: NumberField
  /** The asset of the available balance and of the costs. */
  asset: string | null
  long: OrderPreview
  short: OrderPreview
  box: Box
}

/** What the trader is about to do, as far as the page shows it. */
export type ActionReading = {
  dialog: MarginDialogReading | null
  order: OrderFormReading | null
  /** Where dialogs of the page stand, whatever they are for. */
  dialogs: readonly Box[]
}
