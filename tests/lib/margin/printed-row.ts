import {
  type Bracket,
  Decimal,
  liquidationPrice,
  maintenanceMargin,
  marginRatio,
  type PositionFigures,
  type PrintedFigure,
  notional,
  unrealizedPnl,
} from '@/lib/margin'
import type { RowEvidence } from '@/lib/margin/preview'

export const toPrint = (value: Decimal, decimals: number): PrintedFigure => ({
  value: value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP),
  decimals,
})

export type Printing = {
  priceDecimals?: number
  marginDecimals?: number
  holds?: 'wallet' | 'wallet-and-pnl'
  ratio?: boolean
}

/** The row that a page prints of an isolated position; `null` where it would be liquidated, or never. */
export const rowOf = (
  figures: PositionFigures,
  wallet: Decimal,
  brackets: readonly Bracket[],
  markPrice: Decimal,
  { priceDecimals = 2, marginDecimals = 2, holds = 'wallet', ratio = true }: Printing = {},
): (RowEvidence & { markPrice: PrintedFigure; liquidationPrice: PrintedFigure }) | null => {
  const liquidation = liquidationPrice(figures, wallet, brackets)
  const pnl = unrealizedPnl(figures, markPrice)
  const marginBalance = wallet.plus(pnl)
  const asked = maintenanceMargin(notional(figures, markPrice), brackets)
  const share = marginRatio({ maintenanceMargin: asked, marginBalance })
  if (liquidation === null || share === null || share.gte(1)) return null
  return {
    contract: figures.contract,
    side: figures.side,
    quantity: { value: figures.quantity, decimals: figures.quantity.decimalPlaces() },
    entryPrice: toPrint(figures.entryPrice, priceDecimals),
    liquidationPrice: toPrint(liquidation, priceDecimals),
    margin: toPrint(holds === 'wallet' ? wallet : marginBalance, marginDecimals),
    markPrice: toPrint(markPrice, priceDecimals),
    marginRatio: ratio ? toPrint(share, 4) : null,
  }
}
