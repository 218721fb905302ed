import { expect, test } from 'vitest'
import { lookOf } from '@/entrypoints/futures.content/observation'
import { readPage } from '@/lib/page'
import { readFixture } from '../../practice-exchange/page-fixture/page-fixture'
import { replayPage } from '../../practice-exchange/page-fixture/replay-page'

const NOW = Date.UTC(2026, 10, 23, 14, 30, 12)

test('the countdown over the chart is told of the position in its own contract, and of no other', () => {
  const { html, truth } = readFixture('2026-en')
  const reading = readPage(replayPage(html, truth.url), NOW)
  if (reading.status !== 'positions') throw new Error(reading.status)
  const { positions } = lookOf(reading, { at: NOW, tab: 'a' })
  const told = Object.fromEntries(positions.map((one) => [one.symbol, one.nextFundingAt]))
  expect(truth.ticker.funding?.countdown).toBe('01:29:48')
  expect(told).toEqual({
    BTCUSDT: Date.UTC(2026, 10, 23, 16),
    ETHUSDT: null,
    '1000PEPEUSDT': null,
    BTCUSDC: null,
    BTCUSDT_1225: null,
  })
})
