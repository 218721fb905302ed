import { endOf, type Episode } from '@/lib/ledger'
import { marginAdditions } from '@/lib/ledger/additions'
import type { Limits } from './limits'

/** A position that ended over the trader's own limits. Only the figures make a liquidation a fact. */
export type Breach = { symbol: string; by: 'liquidated' | 'probably-liquidated' | 'additions' }

/** So long it is worth a thought. Chosen: a night's sleep lies in it. */
const LASTS_MS = 24 * 3_600_000

/** What is a fact goes before what is only likely. */
const breachOf = (
  { symbol, events }: Episode,
  { maxMarginAdditions }: Pick<Limits, 'maxMarginAdditions'>,
): Breach | null => {
  const end = endOf(events)
  const isLiquidated = end?.how === 'liquidated'
  if (isLiquidated && end.certain) return { symbol, by: 'liquidated' }
  if (marginAdditions({ events }) > maxMarginAdditions) return { symbol, by: 'additions' }
  return isLiquidated ? { symbol, by: 'probably-liquidated' } : null
}

/** The latest of the lately closed; `null`: none of them, or it is a day ago. */
export const lastBreach = (
  closed: readonly Episode[],
  limits: Pick<Limits, 'maxMarginAdditions'>,
  now: number,
): Breach | null => {
  for (const episode of closed) {
    const { closedAt } = episode
    if (closedAt === null || now - closedAt > LASTS_MS || now < closedAt) continue
    const breach = breachOf(episode, limits)
    if (breach !== null) return breach
  }
  return null
}
