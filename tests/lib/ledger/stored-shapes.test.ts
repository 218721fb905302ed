import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { readJournalFile } from '@/lib/journal/files'
import {
  correctLedger,
  emptyLedger,
  type Episode,
  type Ledger,
  reduceLedger,
  salvageLedger,
} from '@/lib/ledger'
import { marginAdditions } from '@/lib/ledger/additions'
import { ledgerItem } from '@/lib/storage'
import { observation, observedPosition } from './observed.ts'

type Stored = { version: number; value: Record<string, unknown> }

const textOf = (file: string): string =>
  readFileSync(join(import.meta.dirname, 'stored', file), 'utf8')
/** As each version wrote it: `version-1.json` by the code before version 2. */
const stored = (version: number): Stored =>
  JSON.parse(textOf(`version-${String(version)}.json`)) as Stored

const load = async (envelope: unknown) => {
  await fakeBrowser.storage.local.set({ ledger: envelope })
  return ledgerItem.load()
}
const episodesOf = ({ open, closed }: Pick<Ledger, 'open' | 'closed'>): Episode[] => [
  ...Object.values(open),
  ...closed,
]

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

describe.each([1, 2])('a ledger of version %i', (version) => {
  const { value } = stored(version)
  const before = value as unknown as Ledger

  test('opens without loss: every episode, event, tab and look', async () => {
    const found = await load(stored(version))
    expect(found.state).toBe('ok')
    expect(found.value).toMatchObject(value)
  })

  test('its counts are those that it had', async () => {
    const { value: after } = await load(stored(version))
    const counts = episodesOf(after).map((episode) => [episode.id, marginAdditions(episode)])
    const expected: Record<string, number> = {
      '1000PEPEUSDT:short:isolated@1767604713760': 7,
      'BTCUSDT:long:isolated@1767642707158': 1,
      '1000PEPEUSDT:long:isolated@1767643560791': 0,
    }
    expect(Object.fromEntries(counts)).toEqual(expected)
    expect(counts).toHaveLength(episodesOf(before).length)
  })

  test('it goes on: a look and a word are taken, and no id is used twice', async () => {
    const { value: opened } = await load(stored(version))
    const [episode] = Object.values(opened.open)
    if (episode === undefined) throw new Error('nothing is open')
    const looked = reduceLedger(
      opened,
      observation({ at: episode.seenAt + 1_000, sequence: 1, tab: 'new', complete: false }),
    )
    const said = correctLedger(looked, {
      says: 'added-before',
      episode: episode.id,
      at: episode.seenAt + 2_000,
      additions: 9,
    })
    for (const { events } of episodesOf(said)) {
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    }
    expect(episodesOf(said).map(marginAdditions)).toContain(
      marginAdditions(episode) - declaredBefore(episode) + 9,
    )
  })
})

const declaredBefore = ({ events }: Episode): number => {
  const undone = events.flatMap((event) => (event.kind === 'undone' ? [event.event] : []))
  const last = events.findLast((event) => event.kind === 'declared' && !undone.includes(event.id))
  return last?.kind === 'declared' ? last.additions : 0
}

test('a journal that version 1 exported is read whole', () => {
  const reading = readJournalFile(textOf('journal-1.json'))
  expect(reading).toMatchObject({ state: 'read', damaged: [] })
  const episodes = reading.state === 'read' ? reading.episodes : []
  expect(episodes.map(({ events }) => events.map(({ kind }) => kind))).toEqual([
    ['opened', 'closed'],
  ])
})

describe('one damaged episode costs that episode', () => {
  const whole = () => structuredClone(stored(2))
  const openOf = ({ value }: Stored) => value['open'] as Record<string, Record<string, unknown>>

  test('the others are kept with their counts, and it is set aside', async () => {
    const envelope = whole()
    const [key = '', other = ''] = Object.keys(openOf(envelope))
    openOf(envelope)[key] = { ...openOf(envelope)[key], events: 'none' }
    const damaged = openOf(envelope)[key]
    const found = await load(envelope)
    expect(found).toMatchObject({ state: 'salvaged', damaged: [damaged] })
    expect(Object.keys(found.value.open)).toEqual([other])
    const local = await fakeBrowser.storage.local.get(null)
    const aside = Object.entries(local).filter(([name]) => name.startsWith('set-aside:ledger@'))
    expect(aside.map(([, kept]) => (kept as { stored: unknown }).stored)).toEqual([[damaged]])
    expect(await ledgerItem.load()).toMatchObject({ state: 'ok' })
  })

  test.each([
    ['tabs', { one: { sequence: 'many' } }],
    ['tabs', []],
    ['arriving', { x: null }],
    ['completeAt', 'yesterday'],
  ])('damaged %s are forgotten, and cost no episode', (name, value) => {
    const envelope = whole()
    envelope.value[name] = value
    const found = salvageLedger(envelope.value)
    if (Array.isArray(value)) {
      expect(found).toBeNull()
      return
    }
    expect(found?.damaged).toEqual([])
    expect(Object.keys(found?.value.open ?? {})).toHaveLength(2)
  })

  test('an event that is none costs its episode and no other', () => {
    const ledger = [1, 2].reduce(
      (before, sequence) =>
        reduceLedger(
          before,
          observation({
            at: 1_800_000_000_000 + sequence * 400,
            sequence,
            positions: [observedPosition(), observedPosition({ symbol: 'ETHUSDT' })],
          }),
        ),
      emptyLedger,
    )
    const value = JSON.parse(JSON.stringify(ledger)) as Ledger
    const [first] = Object.values(value.open)
    first?.events.push({ id: -1 } as never)
    const found = salvageLedger(value)
    expect(Object.keys(found?.value.open ?? {})).toEqual(['ETHUSDT:long:isolated'])
    expect(found?.damaged).toEqual([first])
  })
})
