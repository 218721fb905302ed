import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  emptyLedger,
  type Episode,
  type Ledger,
  type Observation,
  type ObservedPosition,
} from '@/lib/ledger'
import type { VersionedItem } from '@/lib/storage/versioned-item'
import { ledgerWriter } from '@/lib/storage/ledger'
import { observation, observedPosition } from '../ledger/observed.ts'

type Change = Partial<ObservedPosition> & { sequence: number; at: number; flat?: boolean }

const look = ({ sequence, at, flat = false, ...change }: Change): Observation =>
  observation({
    sequence,
    at,
    positions: flat
      ? []
      : [
          observedPosition({
            liquidationPrice: null,
            markPrice: '59000.0',
            margin: '60.00',
            ...change,
          }),
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
const OPEN = trade.slice(0, 6)

/** A count and an archive that fail apart; what was written before stands. */
const store = () => {
  let value: Ledger = emptyLedger
  const writes: Ledger[] = []
  const broken = { count: false, archive: false }
  let clock = START
  const item: Pick<VersionedItem<Ledger>, 'load' | 'overwrite'> = {
    load: () => Promise.resolve({ state: 'ok', value: structuredClone(value) }),
    overwrite: (next) => {
      writes.push(next)
      if (broken.count) return Promise.reject(new Error('no room'))
      value = structuredClone(next)
      return Promise.resolve()
    },
  }
  const archive = new Map<string, Episode>()
  const puts: string[] = []
  const journal = {
    put: (episodes: readonly Episode[]) => {
      puts.push(...episodes.map(({ id }) => id))
      if (broken.archive) return Promise.reject(new Error('no database'))
      for (const episode of episodes) archive.set(episode.id, structuredClone(episode))
      return Promise.resolve()
    },
  }
  const writer = (life = 'one', isPrivate = false) =>
    ledgerWriter({ item, journal: isPrivate ? null : journal, now: () => clock, life })
  return {
    writer,
    archive,
    puts,
    broken,
    value: () => value,
    writes,
    pass: (milliseconds: number) => {
      clock += milliseconds
    },
    /** Each look at its own time, as a tab sends them. */
    tell: async (to: ReturnType<typeof writer>, looks: readonly Observation[]) => {
      let answer: Awaited<ReturnType<typeof to.observe>> | null = null
      for (const each of looks) {
        clock = each.at
        answer = await to.observe([each])
      }
      await to.settled()
      if (answer === null || 'forgotten' in answer) throw new Error('nothing was taken')
      return answer
    },
  }
}

const additions = (episode: Episode | undefined): number =>
  episode?.events.filter(({ kind }) => kind === 'margin-added').length ?? -1
const openIn = ({ open }: Pick<Ledger, 'open'>): Episode | undefined => Object.values(open)[0]

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

test('two additions are counted, and what is closed goes to the archive', async () => {
  const place = store()
  const writer = place.writer()
  await place.tell(writer, OPEN)
  expect(additions(openIn(place.value()))).toBe(2)
  const { notice } = await place.tell(writer, trade.slice(6))
  expect(notice).toBeNull()
  expect(place.value().open).toEqual({})
  expect([...place.archive.values()].map(additions)).toEqual([2])
})

test('a look that is sent twice counts once, and many go as one write', async () => {
  const place = store()
  const writer = place.writer()
  await writer.observe(OPEN)
  expect(place.writes).toHaveLength(1)
  await Promise.all(OPEN.map((each) => writer.observe([each, each])))
  expect(additions(openIn(place.value()))).toBe(2)
})

describe('ended at any moment, it loses nothing', () => {
  test('after each look a new background goes on from what is stored', async () => {
    const whole = store()
    await whole.tell(whole.writer(), trade)
    for (let moment = 0; moment < trade.length; moment += 1) {
      const place = store()
      await place.tell(place.writer(), trade.slice(0, moment + 1))
      await place.tell(place.writer('two'), trade.slice(moment))
      const stored = place.value()
      const { tabs } = stored
      expect(stored, `after look ${String(moment)}`).toEqual({
        ...whole.value(),
        tabs,
        unarchived: expect.any(Array) as Episode[],
      })
      expect(stored.unarchived.length).toBeLessThanOrEqual(1)
      expect(place.archive).toEqual(whole.archive)
    }
  })
})

describe('no room for the count', () => {
  test('it is said, goes on in memory, and is written when there is room', async () => {
    const place = store()
    const writer = place.writer()
    await place.tell(writer, trade.slice(0, 1))
    place.broken.count = true
    expect((await place.tell(writer, trade.slice(1, 4))).notice).toBe('full')
    expect(additions(openIn(await writer.answer()))).toBe(1)
    place.broken.count = false
    expect((await place.tell(writer, trade.slice(4, 6))).notice).toBeNull()
    expect(additions(openIn(place.value()))).toBe(2)
  })

  test('two hundred looks cost a write in fifteen seconds, and not two hundred', async () => {
    const place = store()
    const writer = place.writer()
    await place.tell(writer, OPEN)
    place.broken.count = true
    const before = place.writes.length
    const looks = Array.from({ length: 200 }, (_, index) =>
      look({
        sequence: 100 + index,
        at: START + 100_000 + index * 150,
        stopLoss: { state: 'present', price: `${String(50_000 + index)}.0` },
      }),
    )
    expect((await place.tell(writer, looks)).notice).toBe('full')
    expect(place.writes.length - before).toBe(2)
  })

  test('another background has never heard of it, and says so before it takes more', async () => {
    const place = store()
    place.broken.count = true
    const writer = place.writer('one')
    await writer.observe(OPEN.slice(0, 2), null)
    expect(await writer.observe(OPEN.slice(2, 4), 'one')).toMatchObject({ notice: 'full' })
    place.broken.count = false
    const next = place.writer('two')
    expect(await next.observe(OPEN.slice(4), 'one')).toEqual({ forgotten: true, life: 'two' })
    expect(place.value()).toEqual(emptyLedger)
    await next.observe(OPEN, null)
    expect(additions(openIn(place.value()))).toBe(2)
  })
})

describe('a broken archive', () => {
  test('the count is written all the same, and the answer says what fails', async () => {
    const place = store()
    const writer = place.writer()
    place.broken.archive = true
    await place.tell(writer, trade)
    const { notice } = await writer.answer()
    expect(notice).toBe('archive')
    expect(place.value().open).toEqual({})
    expect(place.value().unarchived.map(additions)).toEqual([2])
    const next = trade.map((each, index) => ({
      ...each,
      sequence: 20 + index,
      at: each.at + 200_000,
    }))
    await place.tell(writer, next.slice(0, 4))
    expect(additions(openIn(place.value()))).toBe(1)
  })

  test('what waited reaches it once it works, also from a new background', async () => {
    const place = store()
    place.broken.archive = true
    await place.tell(place.writer(), trade)
    place.broken.archive = false
    const writer = place.writer('two')
    expect((await writer.answer()).notice).toBeNull()
    await writer.settled()
    expect([...place.archive.values()].map(additions)).toEqual([2])
  })

  test('it is tried again once a minute, and not at every look', async () => {
    const place = store()
    place.broken.archive = true
    const writer = place.writer()
    await place.tell(writer, trade)
    const before = place.puts.length
    for (let second = 0; second < 120; second += 1) {
      place.pass(1_000)
      await writer.answer()
      await writer.settled()
    }
    expect(place.puts.length - before).toBe(2)
  })

  test('with many positions in the queue it stays small, and the latest keep their charts', async () => {
    const place = store()
    place.broken.archive = true
    const writer = place.writer()
    for (let round = 0; round < 320; round += 1) {
      const shift = 200_000 * round
      await writer.observe(
        trade.map((each, index) => ({
          ...each,
          at: each.at + shift,
          sequence: round * 10 + index + 1,
          positions: each.positions.map((one) => ({
            ...one,
            entryPrice: `${String(60_000 + round)}.0`,
          })),
        })),
      )
    }
    const { unarchived } = place.value()
    expect(unarchived).toHaveLength(300)
    expect(unarchived.filter(({ samples }) => samples.length > 0)).toHaveLength(30)
    expect(unarchived.map(additions)).toEqual(unarchived.map(() => 2))
  })

  test('one record that it refuses keeps no other out', async () => {
    const place = store()
    let refused: string | null = null
    const writer = ledgerWriter({
      item: {
        load: () => Promise.resolve({ state: 'ok', value: emptyLedger }),
        overwrite: () => Promise.resolve(),
      },
      journal: {
        put: ([episode]) => {
          refused ??= episode?.id ?? null
          if (episode?.id === refused) return Promise.reject(new Error('this one does not fit'))
          if (episode !== undefined) place.archive.set(episode.id, episode)
          return Promise.resolve()
        },
      },
      now: () => START,
      life: 'one',
    })
    const second = trade.map((each, index) => ({
      ...each,
      sequence: 20 + index,
      at: each.at + 200_000,
      positions: each.positions.map((one) => ({ ...one, entryPrice: '59000.0' })),
    }))
    await writer.observe([...trade, ...second])
    await writer.settled()
    expect(place.archive.size).toBe(1)
  })
})

describe('while nothing but prices moves', () => {
  const quiet = (tab: string, second: number, sequence: number): Observation => ({
    ...look({
      sequence,
      at: START + 60_000 + second * 1_000,
      margin: '105.00',
      markPrice: `${String(59_000 + second)}.0`,
    }),
    tab,
  })

  test('three tabs that look once a minute cost one write a minute', async () => {
    const place = store()
    const writer = place.writer()
    await place.tell(writer, OPEN)
    const looks = Array.from({ length: 30 }, (_, index) =>
      quiet(
        `tab ${String(index % 3)}`.replace(' ', '-'),
        30 + index * 20,
        1 + Math.floor(index / 3),
      ),
    )
    const before = place.writes.length
    await place.tell(writer, looks)
    expect(place.writes.length - before).toBe(10)
  })

  test('the chart of an open position goes to the archive in pieces, and the ledger stays small', async () => {
    const place = store()
    const writer = place.writer()
    await place.tell(writer, OPEN)
    await place.tell(
      writer,
      Array.from({ length: 120 }, (_, minute) => quiet('one', 60 * (minute + 1), 100 + minute)),
    )
    const [episode] = Object.values(place.value().open)
    expect(episode?.samples.length).toBeLessThan(30)
    expect(additions(episode)).toBe(2)
    expect(place.archive.get(episode?.id ?? '')?.samples.length).toBeGreaterThanOrEqual(29)
    const { open } = await writer.answer()
    expect(Object.values(open).map(({ samples }) => samples)).toEqual([[]])
  })
})

test('a later version’s ledger is never written over', async () => {
  const overwrite = vi.fn(() => Promise.resolve())
  const writer = ledgerWriter({
    item: { load: () => Promise.resolve({ state: 'newer', value: emptyLedger }), overwrite },
    journal: null,
    now: () => START,
    life: 'one',
  })
  expect(await writer.observe(OPEN)).toMatchObject({ notice: 'newer' })
  expect(overwrite).not.toHaveBeenCalled()
})

test('the answer tells of what ended within a day before the last end, without samples', async () => {
  const place = store()
  const writer = place.writer('one', true)
  await place.tell(writer, trade)
  const day = 24 * 3_600_000
  const later = trade.map((observation, index) => ({
    ...observation,
    at: observation.at + day + 60_000,
    sequence: trade.length + index + 1,
  }))
  const [first] = (await writer.answer()).closed
  expect(first).toMatchObject({ symbol: 'BTCUSDT', samples: [] })
  const { closed } = await place.tell(writer, later)
  expect(closed).toHaveLength(1)
  expect(closed[0]?.id).not.toBe(first?.id)
})

test('what a tab had to keep for ten minutes says nothing against what another has told since', async () => {
  const place = store()
  const writer = place.writer()
  const kept = OPEN.slice(0, 2).map((each) => ({ ...each, tab: 'two' }))
  const tenMinutes = 600_000
  await place.tell(
    writer,
    OPEN.map((each) => ({ ...each, at: each.at + tenMinutes })),
  )
  place.pass(1_000)
  await writer.observe(kept)
  const events = openIn(place.value())?.events.map(({ kind }) => kind)
  expect(events).toEqual(['opened', 'margin-added', 'margin-added'])
})

test('what the tabs that were closed showed last stands against nobody', async () => {
  const place = store()
  const writer = place.writer()
  const by = (tab: string, browserTab: number, looks: readonly Observation[]) =>
    looks.map((each) => ({ ...each, tab, browserTab }))
  await place.tell(writer, by('one', 1, OPEN.slice(0, 2)))
  await place.tell(writer, by('two', 2, OPEN.slice(0, 2)))
  await writer.tabClosed(1)
  await writer.tabClosed(2)
  await place.tell(writer, by('three', 3, OPEN.slice(2)))
  expect(additions(openIn(place.value()))).toBe(2)
})
