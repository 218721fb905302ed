import type { Printed } from '../truth.ts'

/** The Adjust Margin dialog as a person reads it. */
export type DialogTruth = {
  direction: 'add' | 'remove'
  symbol: string
  /** Otherwise the figures may tell which position it is. */
  namesSymbol: boolean
  /** "none": nothing is typed. */
  amount: Printed
  asset: string | null
  assignedMargin?: Printed
  most?: Printed
  estimatedLiquidationPrice?: Printed
  /** Known words, or figures that only this dialog can have. */
  isTellable: boolean
}

export type PreviewTruth = { liquidationPrice?: Printed; cost?: Printed }

export type FormTruth = {
  symbol: string
  action: 'open' | 'close'
  type: 'limit' | 'market' | 'other'
  marginMode?: 'isolated' | 'cross'
  leverage?: Printed
  price: Printed
  size: Printed
  sizeUnit: string
  /** "none": the order carries none. Absent: nothing of it is in sight. */
  takeProfit?: Printed
  stopLoss?: Printed
  reduceOnly?: boolean
  availableBalance: Printed
  asset: string
  long: PreviewTruth
  short: PreviewTruth
  /** Known words or marks tell which field is which. */
  isTellable: boolean
}

export type ActionTruth = {
  /** `null`: no Adjust Margin dialog is open; another may be. */
  dialog: DialogTruth | null
  form: FormTruth
}
