import { describe, expect, test } from 'vitest'
import type { ObservedPosition } from '@/lib/ledger'
import { confirmChange } from '@/lib/ledger/confirm-change'
import { withEvents } from '@/lib/ledger/episode'
import { figuresOf } from '@/lib/ledger/figures'
import type { Episode, Waiting } from '@/lib/ledger/ledger'
import { desk, START } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const added = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const more = { ...long, margin: '99.42', liquidationPrice: '55250.3' }

const believed = (change: Partial<Episode> = {}): Episode => {
  const { twice, episode } = desk()
  twice(0, [long])
  return { ...episode(), ...change }
}
const first = (position: ObservedPosition, seconds: number): Waiting => ({
  figures: figuresOf(position),
  seen: { markPrice: null, unrealizedPnl: null, estimatedFunding: null, nextFundingAt: null },
  at: START + seconds * 1_000,
  vanished: false,
  completeAt: null,
  repeated: false,
})
/** Seen first, and once more after this many seconds, as it was or otherwise. */
const confirmed = (
  episode: Episode,
  position: ObservedPosition,
  { at = 10, after = 0.4, again = position } = {},
) =>
  confirmChange(
    episode,
    first(position, at),
    { position: again, figures: figuresOf(again), at: START + (at + after) * 1_000, account: null },
    { rival: false, sameAccount: null, since: [], settled: after >= 5 },
  )
const after = (...of: Parameters<typeof confirmed>): Episode => {
  const change = confirmed(...of)
  if (change.kind !== 'confirmed') throw new Error(change.kind)
  return change.episode
}

describe('what is out of sight', () => {
  const stop = { stopLoss: { state: 'present', price: '58000.0' } } as const
  test.each([
    ['another leverage', { leverage: '25' }],
    ['a stop', stop],
    ['both', { ...stop, leverage: '25' }],
  ])('is known as it was, where the wallet was left alone: %s', (_, change) => {
    const { figures } = after(believed(), { ...long, ...change, margin: null })
    expect(figures).toMatchObject({ margin: '59.42', liquidationPrice: '57258.3' })
  })

  test('is not known any more, where the wallet has changed', () => {
    const { figures } = after(believed(), { ...added, ...stop, margin: null })
    expect(figures).toMatchObject({ margin: null, liquidationPrice: '56254.3' })
  })

  test('in the second look was not seen twice', () => {
    const again = { ...added, margin: null }
    const { events, figures } = after(believed(), added, { again })
    expect(events.at(-1)).toMatchObject({ kind: 'margin-added', amount: null })
    expect(figures.margin).toBeNull()
  })
})

describe('a wallet that is worked out from prices', () => {
  const worked = { ...long, marginSlack: '0.80' }

  test.each([
    ['stood within its trembling', { liquidationPrice: '57240.0' }, '60.02'],
    ['has moved', { margin: '79.42', liquidationPrice: '56254.3' }, '79.90'],
  ])('and %s is that of the second look', (_, change, margin) => {
    const { twice, episode } = desk()
    twice(0, [worked])
    const again = { ...worked, ...change, margin }
    const { figures } = after(episode(), { ...worked, ...change }, { again })
    expect(figures).toMatchObject({ margin, marginSlack: '0.80' })
  })

  test('may be the old one in a look half-way, and says so with no other one', () => {
    const { look, twice, episode } = desk()
    twice(0, [worked])
    const half = { ...worked, margin: '58.62', liquidationPrice: '57178.3' }
    look(20, [half])
    look(20.4, [{ ...half, margin: '60.22' }])
    expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', certain: true })
  })
})

describe('cells that contradict each other', () => {
  test('are believed when they have stood for five seconds', () => {
    const half = { ...long, liquidationPrice: '50000.0' }
    expect(confirmed(believed(), half, { after: 4.999 }).kind).toBe('unsettled')
    expect(confirmed(believed(), half, { after: 5 }).kind).toBe('confirmed')
  })
})

describe('a rise after a rise', () => {
  const once = after(believed(), added)

  test('within five seconds of the first is one', () => {
    const joined = after(once, more, { at: 15 })
    expect(joined.events.at(-1)).toMatchObject({ amount: '40', replaces: [1], at: START + 10_000 })
    expect(joined.recent).toMatchObject({ at: START + 10_000, last: START + 15_000, events: [2] })
    expect(after(once, more, { at: 15.001 }).events.at(-1)).toMatchObject({ amount: '20' })
  })

  test('of which the trader has spoken is one of its own', () => {
    const word = {
      kind: 'corrected',
      at: START,
      awaySince: null,
      event: 1,
      isAddition: true,
    } as const
    const alone = after(withEvents(once, [word]), more, { at: 12 })
    expect(alone.events.at(-1)).toMatchObject({ amount: '20', replaces: [] })
    // A word on another event changes nothing, nor does a note of ours.
    const note = {
      kind: 'noted',
      at: START,
      awaySince: null,
      code: 'NEAR',
      severity: null,
      figures: {},
    } as const
    for (const said of [{ ...word, event: 0 }, note])
      expect(after(withEvents(once, [said]), more, { at: 12 }).events.at(-1)?.replaces).toEqual([1])
  })

  test('is as far away as the first', () => {
    const away = after(believed(), added, { at: 200 })
    expect(away.events.at(-1)?.awaySince).toBe(START + 400)
    expect(after(away, more, { at: 203 }).events.at(-1)?.awaySince).toBe(START + 400)
    const near = after(believed(), added, { at: 150.4 })
    expect(near.events.at(-1)?.awaySince).toBeNull()
    expect(after(near, more, { at: 153 }).events.at(-1)?.awaySince).toBeNull()
  })

  test('with a trade in one of them is not one with it', () => {
    const bought = { ...more, quantity: '0.021', margin: '102.42', liquidationPrice: '55200.0' }
    const sold = { ...more, quantity: '0.010', liquidationPrice: null }
    for (const traded of [bought, sold]) {
      const second = after(once, traded, { at: 12, after: 6 })
      expect(second.events.map(({ replaces }) => replaces)).toEqual([[], [], [], []])
    }
    const third = after(
      after(believed(), bought, { after: 6 }),
      { ...bought, margin: '122.42', liquidationPrice: '54200.0' },
      { at: 14 },
    )
    expect(third.events.map(({ replaces }) => replaces)).toEqual([[], [], [], []])
  })
})

test('of the looks that wait, those that were made later go on waiting', () => {
  const pending = {
    one: first(added, 10),
    later: first(more, 12),
    before: first(more, 9),
  }
  expect(after(believed({ pending }), added, { after: 3 }).pending).toEqual({
    later: pending.later,
  })
})

test('the chart has a sample of each event, and none where nothing has happened', () => {
  const episode = believed()
  const samples = (position: ObservedPosition) =>
    after(episode, position).samples.length - episode.samples.length
  expect(samples(added)).toBe(1)
  expect(samples({ ...long, margin: '59.43', liquidationPrice: null })).toBe(0)
  expect(
    after(after(episode, added), { ...added, margin: '79.43', liquidationPrice: null }, { at: 30 })
      .recent?.events,
  ).toEqual([1])
})
