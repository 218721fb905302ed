import { notional } from '@/lib/margin'
import { possibleWallets } from './possible-wallets'
import { DRIFT, figuresOf, printedUnit, type RawRow } from './raw-row'

/**
 * "--" for the liquidation price: of an isolated position only if its wallet covers the whole entry
 * notional, and only where losing means a falling notional. A cross position has an account behind it.
 */
export const mayHaveNone = (row: RawRow): boolean => {
  if (row.marginMode === 'cross') return true
  if ((row.side === 'long') !== (row.contract.kind === 'linear')) return false
  const figures = figuresOf(row, 'quantity', 'entryPrice', 'margin')
  if (figures === null || row.marginMode === 'unknown') return false
  const { quantity, entryPrice, margin } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const needed = notional(position, entryPrice.value)
  const slack = printedUnit(margin).plus(needed.times(DRIFT))
  return possibleWallets(row, margin.value).some((wallet) => wallet.plus(slack).gte(needed))
}
