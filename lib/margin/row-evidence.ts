import {
  exactly,
  inverseOf,
  minus,
  type NumberRange,
  plus,
  printedRange,
  scaled,
  times,
} from './number-range'
import {
  type Contract,
  type PositionFigures,
  type PrintedFigure,
  type Side,
  sign,
} from './position'

/** The figures of one isolated row, as printed at one moment. `null`: not in sight. */
export type RowEvidence = {
  contract: Contract
  side: Side
  /** Base coin (linear) or contracts (inverse). */
  quantity: PrintedFigure
  entryPrice: PrintedFigure
  liquidationPrice: PrintedFigure | null
  /** The Margin column. */
  margin: PrintedFigure | null
  markPrice: PrintedFigure | null
  /** A fraction. */
  marginRatio: PrintedFigure | null
}

/** The position itself, at its exact printed figures. */
export const figuresOf = ({
  contract,
  side,
  quantity,
  entryPrice,
}: RowEvidence): PositionFigures => ({
  contract,
  side,
  quantity: quantity.value,
  entryPrice: entryPrice.value,
})

/** What the Margin column holds: the isolated wallet, or the wallet and the unrealised PnL. */
export type MarginMeaning = 'wallet' | 'wallet-and-pnl'

/** Maintenance margin is a function of notional; this is a point of it, as well as it is known. */
export type CurvePoint = { notional: NumberRange; margin: NumberRange }

/** Notional = weight · x, x being the price (linear) or its inverse; balance moves by slope · x. */
export type RowGeometry = {
  weight: NumberRange
  /** +1: the balance rises with x. */
  direction: 1 | -1
  entry: NumberRange
  x: (price: PrintedFigure) => NumberRange
}

export const geometryOf = (
  row: Pick<RowEvidence, 'contract' | 'side' | 'quantity' | 'entryPrice'>,
): RowGeometry => {
  const isLinear = row.contract.kind === 'linear'
  const x = (price: PrintedFigure): NumberRange =>
    isLinear ? printedRange(price) : inverseOf(printedRange(price))
  // A size is counted in whole steps: what is printed is exact. Half a contract is no step.
  const { value } = row.quantity
  const quantity =
    isLinear || value.isInteger() ? exactly(value.toNumber()) : printedRange(row.quantity)
  return {
    weight:
      row.contract.kind === 'linear'
        ? quantity
        : scaled(quantity, row.contract.contractSize.toNumber()),
    direction: (isLinear ? sign(row.side) : -sign(row.side)) as 1 | -1,
    entry: x(row.entryPrice),
    x,
  }
}

/** PnL between entry and a price. */
const pnlAt = ({ weight, direction, entry }: RowGeometry, x: NumberRange): NumberRange =>
  scaled(times(weight, minus(x, entry)), direction)

/** The isolated wallet under one reading of the Margin column; `null` where it is unknown. */
export const walletRange = (row: RowEvidence, holds: MarginMeaning): NumberRange | null => {
  if (row.margin === null) return null
  const margin = printedRange(row.margin)
  if (holds === 'wallet') return margin
  if (row.markPrice === null) return null
  const geometry = geometryOf(row)
  return minus(margin, pnlAt(geometry, geometry.x(row.markPrice)))
}

/** At the liquidation price what is left of the wallet is the maintenance margin: precise. */
export const liquidationPoint = (row: RowEvidence, holds: MarginMeaning): CurvePoint | null => {
  const wallet = walletRange(row, holds)
  if (wallet === null || row.liquidationPrice === null) return null
  const geometry = geometryOf(row)
  const x = geometry.x(row.liquidationPrice)
  return { notional: times(geometry.weight, x), margin: plus(wallet, pnlAt(geometry, x)) }
}

/** At the mark it is ratio · balance: as precise as the printed ratio. */
export const markPoint = (row: RowEvidence, holds: MarginMeaning): CurvePoint | null => {
  const { markPrice, marginRatio, margin } = row
  if (markPrice === null || marginRatio === null || margin === null) return null
  const geometry = geometryOf(row)
  const x = geometry.x(markPrice)
  const balance =
    holds === 'wallet' ? plus(printedRange(margin), pnlAt(geometry, x)) : printedRange(margin)
  return {
    notional: times(geometry.weight, x),
    margin: times(printedRange(marginRatio), balance),
  }
}
