import { countedAdditions, declaredAdditions, type Episode } from '@/lib/ledger'
import type { Limits } from './limits'

/** A position that ended past the trader's own limits. */
export type Breach = { symbol: string; by: 'liquidated' | 'additions' }

/** So long it is worth a thought. */
const LASTS = 24 * 3_600_000

/** The latest of the lately closed; `null`: none of them, or it is a day ago. */
export const lastBreach = (
  closed: readonly Episode[],
  limits: Pick<Limits, 'maxMarginAdditions'>,
  now: number,
): Breach | null => {
  for (const episode of closed) {
    const { symbol, closedAt, events } = episode
    if (closedAt === null || now - closedAt > LASTS || now < closedAt) continue
    const end = events.findLast(({ kind }) => kind === 'closed')
    if (end?.kind === 'closed' && end.how === 'liquidated') return { symbol, by: 'liquidated' }
    const additions = countedAdditions(episode).length + declaredAdditions(episode)
    if (additions > limits.maxMarginAdditions) return { symbol, by: 'additions' }
  }
  return null
}
