import { countedAdditions, declaredAdditions, endOf, type Episode } from '@/lib/ledger'
import type { Limits } from './limits'

/** A position that ended over the trader's own limits. Only the figures make a liquidation a fact. */
export type Breach = { symbol: string; by: 'liquidated' | 'probably-liquidated' | 'additions' }

/** So long it is worth a thought. Chosen: a night's sleep lies in it. */
const LASTS_MS = 24 * 3_600_000

/** The latest of the lately closed; `null`: none of them, or it is a day ago. */
export const lastBreach = (
  closed: readonly Episode[],
  limits: Pick<Limits, 'maxMarginAdditions'>,
  now: number,
): Breach | null => {
  for (const episode of closed) {
    const { symbol, closedAt } = episode
    if (closedAt === null || now - closedAt > LASTS_MS || now < closedAt) continue
    const end = endOf(episode.events)
    if (end?.how === 'liquidated') {
      return { symbol, by: end.certain ? 'liquidated' : 'probably-liquidated' }
    }
    const additions = countedAdditions(episode).length + declaredAdditions(episode)
    if (additions > limits.maxMarginAdditions) return { symbol, by: 'additions' }
  }
  return null
}
