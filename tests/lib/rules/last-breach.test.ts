import { describe, expect, test } from 'vitest'
import type { Episode, LedgerEvent } from '@/lib/ledger'
import { defaultLimits, lastBreach } from '@/lib/rules/limits'
import { event, MINUTE, openEpisode, OPENED } from '../journal/episodes'

const episode = openEpisode()
const addition = (minutes: number): LedgerEvent => ({
  ...event('margin-added', minutes, {
    amount: '20.00',
    liquidationBefore: null,
    liquidationAfter: null,
    markPrice: null,
    unrealizedPnl: null,
    certain: true,
  }),
  id: minutes,
})
const closedWith = (
  how: 'closed' | 'liquidated',
  additions: readonly number[] = [],
  certain = true,
): Episode => ({
  ...episode,
  closedAt: OPENED + 60 * MINUTE,
  events: [
    ...episode.events,
    ...additions.map(addition),
    {
      ...event('closed', 60, { how, certain, watched: true, markPrice: null, unrealizedPnl: null }),
      id: 99,
    },
  ],
})
const soon = OPENED + 90 * MINUTE
const breach = (...closed: Episode[]) => lastBreach(closed, defaultLimits, soon)

describe('after a position that ended past the limits', () => {
  test('additions beyond the limit, or a liquidation', () => {
    expect(breach(closedWith('closed', [10, 20]))).toEqual({ symbol: 'BTCUSDT', by: 'additions' })
    expect(breach(closedWith('liquidated'))).toEqual({ symbol: 'BTCUSDT', by: 'liquidated' })
  })
  test('a liquidation that the figures do not prove is a probable one', () => {
    expect(breach(closedWith('liquidated', [], false))?.by).toBe('probably-liquidated')
  })
  test('more additions than planned are a fact, whatever is only likely besides', () => {
    expect(breach(closedWith('liquidated', [10, 20], false))?.by).toBe('additions')
    expect(breach(closedWith('liquidated', [10, 20], true))?.by).toBe('liquidated')
  })
  test('additions before our first look count, by the trader’s word', () => {
    const told: LedgerEvent = { ...event('declared', 5, { additions: 1 }), id: 50 }
    const past = closedWith('closed', [10])
    expect(breach({ ...past, events: [told, ...past.events] })?.by).toBe('additions')
  })
  test('none within the limits', () => {
    expect(breach(closedWith('closed', [10]))).toBeNull()
    expect(breach()).toBeNull()
  })
  test('an earlier one counts, a day later it does not', () => {
    const past = closedWith('closed', [10, 20])
    expect(breach(closedWith('closed'), past)?.by).toBe('additions')
    expect(lastBreach([past], defaultLimits, soon + 24 * 60 * MINUTE)).toBeNull()
    // The clock was set back: nothing has ended in the future.
    expect(lastBreach([past], defaultLimits, OPENED)).toBeNull()
  })
})
