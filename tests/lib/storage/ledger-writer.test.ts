import { beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyLedger, type Episode, type Ledger, type Observation } from '@/lib/ledger'
import { ledgerWriter, type VersionedItem } from '@/lib/storage'

const look = (change: {
  sequence: number
  at: number
  margin?: string
  quantity?: string
  flat?: boolean
}): Observation => ({
  at: change.at,
  tab: 'one',
  sequence: change.sequence,
  market: 'usdm',
  private: false,
  complete: true,
  positions:
    change.flat === true
      ? []
      : [
          {
            symbol: 'BTCUSDT',
            side: 'long',
            marginMode: 'isolated',
            quantity: change.quantity ?? '0.020',
            contractSize: null,
            entryPrice: '60000.0',
            markPrice: '59000.0',
            liquidationPrice: null,
            margin: change.margin ?? '60.00',
            marginSlack: null,
            marginAsset: 'USDT',
            leverage: '20',
            unrealizedPnl: '-20.00',
            estimatedFunding: null,
            nextFundingAt: null,
            stopLoss: { state: 'absent' },
          },
        ],
})

/** Far from a full hour, where no funding is settled. */
const START = 1_780_000_000_000 - (1_780_000_000_000 % 3_600_000) + 20 * 60_000

/** Opened, margin added twice, closed: each state seen twice. */
const trade: readonly Observation[] = [
  ...['60.00', '80.00', '105.00'].flatMap((margin, step) => [
    look({ sequence: 1 + 2 * step, at: START + step * 30_000, margin }),
    look({ sequence: 2 + 2 * step, at: START + step * 30_000 + 8_000, margin }),
  ]),
  look({ sequence: 7, at: START + 120_000, flat: true }),
  look({ sequence: 8, at: START + 130_000, flat: true }),
]

/** A store that may die at any write; what was written before stands. */
const store = () => {
  let value: Ledger = emptyLedger
  let writes = 0
  let dieAt = Infinity
  const die = () => {
    writes += 1
    if (writes > dieAt) throw new Error('the background was ended')
  }
  const item: Pick<VersionedItem<Ledger>, 'load' | 'write'> = {
    load: () => Promise.resolve({ state: 'ok', value }),
    write: (next) => {
      die()
      value = structuredClone(next)
      return Promise.resolve()
    },
  }
  const journal = new Map<string, Episode>()
  return {
    item,
    journal,
    put: (episodes: readonly Episode[]) => {
      die()
      for (const episode of episodes) journal.set(episode.id, structuredClone(episode))
      return Promise.resolve()
    },
    value: () => value,
    writes: () => writes,
    dieAfter: (count: number) => {
      dieAt = writes + count
    },
  }
}

const additions = (episode: Episode | undefined): number =>
  episode?.events.filter(({ kind }) => kind === 'margin-added').length ?? -1

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

test('two additions are counted, and what is closed goes to the journal', async () => {
  const place = store()
  const writer = ledgerWriter({ item: place.item, journal: { put: place.put } })
  for (const observation of trade.slice(0, 6)) await writer.observe(observation)
  expect(additions(Object.values(place.value().open)[0])).toBe(2)
  for (const observation of trade.slice(6)) await writer.observe(observation)
  expect(place.value().open).toEqual({})
  expect([...place.journal.values()].map(additions)).toEqual([2])
})

test('a look that is told twice counts once', async () => {
  const place = store()
  const writer = ledgerWriter({ item: place.item, journal: null })
  await Promise.all(
    trade.slice(0, 6).flatMap((look) => [writer.observe(look), writer.observe(look)]),
  )
  expect(additions(Object.values(place.value().open)[0])).toBe(2)
})

describe('ended at any moment, it loses nothing', () => {
  const undisturbed = async () => {
    const place = store()
    const writer = ledgerWriter({ item: place.item, journal: { put: place.put } })
    for (const observation of trade) await writer.observe(observation)
    return place
  }

  test('after each write, and in the middle of each', async () => {
    const whole = await undisturbed()
    for (let moment = 0; moment <= whole.writes(); moment += 1) {
      const place = store()
      place.dieAfter(moment)
      let writer = ledgerWriter({ item: place.item, journal: { put: place.put } })
      for (const [index, observation] of trade.entries()) {
        const { notice } = await writer.observe(observation)
        if (notice !== 'full') continue
        // Nothing was acknowledged since the last write: the tab tells it all again to a new background.
        place.dieAfter(Infinity)
        writer = ledgerWriter({ item: place.item, journal: { put: place.put } })
        for (const again of trade.slice(0, index + 1)) await writer.observe(again)
      }
      expect(place.value(), `ended at write ${String(moment)}`).toEqual(whole.value())
      expect(place.journal, `ended at write ${String(moment)}`).toEqual(whole.journal)
    }
  })
})

test('storage full: said in the answer, kept in memory, written when there is room', async () => {
  const place = store()
  const writer = ledgerWriter({ item: place.item, journal: null })
  await writer.observe(trade[0]!)
  place.dieAfter(0)
  let answer = await writer.observe(trade[1]!)
  expect(answer.notice).toBe('full')
  place.dieAfter(Infinity)
  for (const observation of trade.slice(2, 6)) answer = await writer.observe(observation)
  expect(answer.notice).toBeNull()
  expect(additions(Object.values(place.value().open)[0])).toBe(2)
})

test('storage full when a position is closed: it comes to the journal when there is room', async () => {
  const place = store()
  const writer = ledgerWriter({ item: place.item, journal: { put: place.put } })
  for (const observation of trade.slice(0, 7)) await writer.observe(observation)
  place.dieAfter(0)
  expect((await writer.observe(trade[7]!)).notice).toBe('full')
  expect(place.journal.size).toBe(0)
  place.dieAfter(Infinity)
  expect((await writer.observe(trade[7]!)).notice).toBeNull()
  expect([...place.journal.values()].map(additions)).toEqual([2])
})

test('the answer tells of what ended within a day before the last end, without samples', async () => {
  const { item } = store()
  const writer = ledgerWriter({ item, journal: null })
  for (const observation of trade) await writer.observe(observation)
  const day = 24 * 3_600_000
  const later = trade.map((observation, index) => ({
    ...observation,
    at: observation.at + day + 60_000,
    sequence: trade.length + index + 1,
  }))
  const [first] = (await writer.answer()).closed
  expect(first).toMatchObject({ symbol: 'BTCUSDT', samples: [] })
  for (const observation of later) await writer.observe(observation)
  const { closed } = await writer.answer()
  expect(closed).toHaveLength(1)
  expect(closed[0]?.id).not.toBe(first?.id)
})
