import { englishNumbers } from '../parse-number'
import { findAccount, readAccount } from '../read-account'
import { readTicker } from '../read-ticker'
import { english } from '../vocabulary'
import { ordersOutOfSight } from '../page-reading'
import type { PositionsTab } from '../locate/tabs'
import type { Surroundings } from './memory'

/** Account, ticker and orders lie elsewhere on the page, and change slowly or need not be newer. */
const FRESH_MS = 1_000

export const readSurroundings = (
  root: Document,
  now: number,
  { before, tab }: { before: Surroundings | null; tab: PositionsTab | null },
): Surroundings => {
  const age = before === null ? Infinity : Math.abs(now - before.readAt)
  if (before !== null && age < FRESH_MS) return before
  const language = { vocabulary: english, styles: [englishNumbers] }
  return {
    account: readAccount(findAccount(root, language), language),
    ticker: readTicker(root, now),
    openOrders: { ...ordersOutOfSight, count: tab?.orders ?? null },
    readAt: now,
  }
}
