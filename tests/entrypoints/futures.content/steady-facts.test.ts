import { expect, test } from 'vitest'
import { steadyFacts } from '@/entrypoints/futures.content/steady-facts'
import { emptyLedger, type Episode, type Observation, reduceLedger } from '@/lib/ledger'

const look = (sequence: number, margin: string): Observation => ({
  at: 1_000 * sequence,
  tab: 'a',
  sequence,
  browserTab: null,
  positionMode: null,
  account: null,
  ticker: null,
  market: 'usdm',
  complete: true,
  positions: ['BTCUSDT', 'ETHUSDT'].map((symbol) => ({
    symbol,
    side: 'long' as const,
    marginMode: 'isolated' as const,
    quantity: '0.012',
    quantityRange: null,
    contractSize: null,
    entryPrice: '60000.0',
    markPrice: '59000.0',
    liquidationPrice: '55000.0',
    margin: symbol === 'BTCUSDT' ? margin : '72.00',
    marginSlack: null,
    marginAsset: 'USDT',
    contractType: 'perpetual',
    leverage: '10',
    unrealizedPnl: '-12.00',
    estimatedFunding: null,
    nextFundingAt: null,
    stopLoss: { state: 'unknown' as const },
  })),
})

const openAfter = (...looks: Observation[]): Readonly<Record<string, Episode>> =>
  looks.reduce(reduceLedger, emptyLedger).open

test('a ledger that comes back as it was is the same facts; of one that changed the rest stands', () => {
  const facts = steadyFacts()
  const before = facts(openAfter(look(1, '72.00'), look(2, '72.00')))
  expect(before.size).toBe(2)
  expect(facts(openAfter(look(1, '72.00'), look(2, '72.00')))).toBe(before)
  const open = openAfter(look(1, '72.00'), look(2, '72.00'))
  const [key = '', other = ''] = Object.keys(open)
  const after = facts({ ...open, [key]: { ...open[key]!, closedAt: 5_000 } })
  expect(after).not.toBe(before)
  expect(after.get(key)).not.toBe(before.get(key))
  expect(after.get(other)).toBe(before.get(other))
})
