import { summarize } from '../../lib/journal/index.ts'
import type { Episode, LedgerEvent, Sample } from '../../lib/ledger/index.ts'
import { seededRandom } from '../seeded-random.ts'
import { closed, event, history, MINUTE, opened, OPENED } from '../lib/journal/episodes.ts'

const SYMBOLS = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT', '1000PEPEUSDT', 'XRPUSDT', 'DOGEUSDT', 'LINKUSDT']
const SAMPLES = 240
const ENTRY = 60_000
const QUANTITY = 0.02

type Story = { events: LedgerEvent[]; samples: Sample[]; liquidation: number; margin: number }

/** Four hours of a 20x long: each time it has fallen far, margin is added. */
const tell = (random: () => number, most: number): Story => {
  const events: LedgerEvent[] = [opened()]
  const samples: Sample[] = []
  let [mark, liquidation, margin, additions] = [ENTRY, 57_276, 60, 0]
  let stop: number | null = null
  const drift = (random() - 0.68) * 34
  for (let minute = 0; minute < SAMPLES; minute += 1) {
    mark += drift + (random() - 0.5) * 110
    if (minute === 12 && random() < 0.5) {
      stop = Math.round(mark - 900)
      events.push(
        event('stop-changed', minute, {
          from: { state: 'absent' },
          to: { state: 'present', price: stop.toFixed(1) },
        }),
      )
    }
    if (mark - liquidation < 1_300 && additions < most) {
      events.push(
        event('noted', minute - 1, {
          code: additions === 0 ? 'LIQUIDATION_NEAR' : 'MARGIN_ALLOWANCE_USED',
          figures: {},
        }),
      )
      const amount = 18 + Math.round(random() * 20)
      const after = liquidation - amount / QUANTITY
      additions += 1
      margin += amount
      events.push(
        event('margin-added', minute, {
          amount: amount.toFixed(2),
          certain: true,
          liquidationBefore: liquidation.toFixed(1),
          liquidationAfter: after.toFixed(1),
          markPrice: mark.toFixed(1),
          unrealizedPnl: ((mark - ENTRY) * QUANTITY).toFixed(2),
        }),
      )
      liquidation = after
    }
    if (minute === 180) events.push(event('funding', minute, { amount: '-0.12' }))
    samples.push([
      OPENED + minute * MINUTE,
      mark.toFixed(1),
      ENTRY.toFixed(1),
      liquidation.toFixed(1),
      stop?.toFixed(1) ?? null,
    ])
    if (mark <= liquidation) break
  }
  const pnl = ((mark - ENTRY) * QUANTITY).toFixed(2)
  events.push(closed(samples.length, pnl, mark <= liquidation ? 'liquidated' : 'closed'))
  return { events, samples, liquidation, margin }
}

const DIFFERENT = 60

/** Different episodes, of which a long journal is made by repeating them at other times. */
export const sampleEpisodes = (seed = 7): Episode[] => {
  const random = seededRandom(seed)
  return Array.from({ length: DIFFERENT }, (_, index): Episode => {
    const { events, samples, liquidation, margin } = tell(random, Math.floor(random() * 4))
    const episode = history(events, { samples })
    return {
      ...episode,
      id: `sample-${String(index)}`,
      symbol: SYMBOLS[Math.floor(random() * SYMBOLS.length)] ?? 'BTCUSDT',
      side: 'long',
      figures: {
        ...episode.figures,
        margin: margin.toFixed(2),
        liquidationPrice: liquidation.toFixed(1),
      },
    }
  })
}

/** Runs in the journal page: writes `count` episodes and their summaries as the archive holds them. */
export const fillExpression = (count: number): string => {
  const episodes = sampleEpisodes()
  const given = JSON.stringify(episodes.map((episode) => [episode, summarize(episode)]))
  return `(async () => {
    const given = ${given}
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('journal')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const STEP = 3 * 3600_000
    for (let from = 0; from < ${String(count)}; from += 500) {
      const transaction = database.transaction(['episodes', 'summaries'], 'readwrite')
      for (let n = from; n < Math.min(${String(count)}, from + 500); n += 1) {
        const [episode, summary] = given[n % given.length]
        const moved = (record) => ({
          ...record,
          id: record.id + '@' + n,
          openedAt: record.openedAt - n * STEP,
          closedAt: record.closedAt - n * STEP,
        })
        const shift = (at) => at - n * STEP
        transaction.objectStore('episodes').put({
          ...moved(episode),
          events: episode.events.map((event) => ({ ...event, at: shift(event.at) })),
          samples: episode.samples.map(([at, ...prices]) => [shift(at), ...prices]),
        })
        transaction.objectStore('summaries').put(moved(summary))
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve
        transaction.onabort = () => reject(transaction.error)
      })
    }
    database.close()
  })()`
}
