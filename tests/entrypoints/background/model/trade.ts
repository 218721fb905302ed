import type { ObservedPosition } from '@/lib/ledger'
import { observedPosition } from '../../../lib/ledger/observed'

/** One position as it truly is: no two have the same entry price. */
export type Trade = {
  entryPrice: string
  margin: number
  additions: number
  /** … of which the trader has said that they were none: the first is 1. */
  denied: readonly number[]
}

export const openedAs = (number: number): Trade => ({
  entryPrice: `${String(60_000 + number)}.0`,
  margin: 60,
  additions: 0,
  denied: [],
})

export const addedTo = (trade: Trade, amount: number): Trade => ({
  ...trade,
  margin: trade.margin + amount,
  additions: trade.additions + 1,
})

export const rowOf = ({ entryPrice, margin }: Trade, price: number): ObservedPosition =>
  observedPosition({
    entryPrice,
    margin: margin.toFixed(2),
    liquidationPrice: null,
    markPrice: price.toFixed(1),
  })
