import { Decimal, notional, unrealizedPnl } from '@/lib/margin'
import { possibleWallets } from './possible-wallets'
import {
  DRIFT,
  figuresOf,
  GREATEST_RATE,
  LEAST_RATE,
  printedUnit,
  type RawRow,
  signed,
  type Verdict,
} from './raw-row'

/** A wallet eaten by funding can bring liquidation a little past the entry price, no further. */
const PAST_ENTRY = new Decimal('0.005')

/**
 * Isolated: liquidation lies on the losing side of entry; at it what is left of the wallet is the maintenance margin, and that
 * is a plausible part of the notional there.
 */
export const liquidationIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'entryPrice', 'liquidationPrice', 'margin'] as const
  const figures = figuresOf(row, ...ties)
  if (figures === null || row.marginMode !== 'isolated') return null
  const { quantity, entryPrice, liquidationPrice, margin } = figures
  if (liquidationPrice.value.lte(0)) return { holds: false, ties, confirms: [] }
  const gap = signed(row.side, entryPrice.value.minus(liquidationPrice.value))
  if (gap.plus(entryPrice.value.times(PAST_ENTRY)).lt(0))
    return { holds: false, ties, confirms: [] }
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const there = notional(position, liquidationPrice.value)
  const slack = printedUnit(margin)
    .plus(there.div(liquidationPrice.value).times(printedUnit(liquidationPrice)))
    .plus(there.div(entryPrice.value).times(printedUnit(entryPrice)))
  const pnlThere = unrealizedPnl(position, liquidationPrice.value)
  const holds = possibleWallets(row, margin.value).some((wallet) => {
    const left = wallet.plus(pnlThere)
    return (
      left.plus(slack).gte(there.times(LEAST_RATE)) &&
      left.minus(slack).lte(there.times(GREATEST_RATE))
    )
  })
  return { holds, ties, confirms: [] }
}

/** Isolated: margin ratio = maintenance margin ÷ (wallet + PnL), a plausible part of the notional. */
export const ratioIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'markPrice', 'margin', 'marginRatio'] as const
  const figures = figuresOf(row, ...ties, 'entryPrice')
  if (figures === null || row.marginMode !== 'isolated') return null
  const { quantity, entryPrice, markPrice, margin, marginRatio } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const atMark = notional(position, markPrice.value)
  const pnl = unrealizedPnl(position, markPrice.value)
  const holds = possibleWallets(row, margin.value).some((wallet) => {
    const balance = wallet.plus(pnl)
    const maintenance = marginRatio.value.times(balance)
    const slack = printedUnit(marginRatio)
      .times(balance.abs())
      .plus(printedUnit(margin))
      .plus(atMark.times(DRIFT).times(marginRatio.value))
    return (
      maintenance.plus(slack).gte(atMark.times(LEAST_RATE)) &&
      maintenance.minus(slack).lte(atMark.times(GREATEST_RATE))
    )
  })
  return { holds, ties, confirms: [] }
}
