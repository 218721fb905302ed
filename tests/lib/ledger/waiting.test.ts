import { describe, expect, test } from 'vitest'
import { emptyLedger, type ObservedPosition } from '@/lib/ledger'
import { figuresOf } from '@/lib/ledger/figures'
import type { Episode, Ledger, Waiting } from '@/lib/ledger/ledger'
import type { Look } from '@/lib/ledger/look'
import { reducePosition } from '@/lib/ledger/reduce-position'
import { sameAs, shownBefore, stoodSince, withPending, withRepeated } from '@/lib/ledger/waiting'
import { desk, START } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const added = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const other = { ...long, quantity: '0.500', entryPrice: '58123.4' }
const KEY = 'BTCUSDT:long:isolated'

const believed = (change: Partial<Episode> = {}): Episode => {
  const { twice, episode } = desk()
  twice(0, [long])
  return { ...episode(), ...change }
}
const look = (position: ObservedPosition, seconds: number, tab = 'one'): Look => ({
  position,
  figures: figuresOf(position),
  at: START + seconds * 1_000,
  tab,
  market: 'usdm',
  account: null,
  shown: [],
  tabSince: START,
  slept: false,
  late: () => false,
})
const waiting = (position: ObservedPosition, seconds: number, repeated = false): Waiting => ({
  figures: figuresOf(position),
  seen: { markPrice: null, unrealizedPnl: null, estimatedFunding: null, nextFundingAt: null },
  at: START + seconds * 1_000,
  vanished: false,
  completeAt: null,
  repeated,
})

describe('what waits and shows the same', () => {
  test('of the tab itself first, then of any other one', () => {
    const [own, others] = [waiting(added, 1), waiting(added, 2)]
    expect(sameAs({ two: others, one: own }, look(added, 3), false)).toBe(own)
    expect(sameAs({ two: others }, look(added, 3), false)).toBe(others)
    expect(sameAs({ two: others, one: waiting(other, 1) }, look(added, 3), false)).toBe(others)
    expect(sameAs({ two: waiting(other, 1) }, look(added, 3), false)).toBeUndefined()
  })

  test('of a cross position whatever its margin is', () => {
    const pending = { two: waiting(added, 2) }
    expect(sameAs(pending, look(long, 3), false)).toBeUndefined()
    expect(sameAs(pending, look(long, 3), true)).toBe(pending.two)
  })
})

describe('what another tab has shown since the last change', () => {
  const ledger = (name: string, seconds: number, strange: string[] = []): Ledger => {
    const { twice, ledger: taken } = desk()
    twice(0, [long], name)
    const shown = [{ figures: figuresOf(added), since: START + seconds * 1_000, repeated: false }]
    const tab = taken().tabs[name]
    if (tab === undefined) throw new Error('no tab')
    return { ...emptyLedger, tabs: { [name]: { ...tab, strange, shown: { [KEY]: shown } } } }
  }
  const found = (...of: Parameters<typeof ledger>) =>
    shownBefore(ledger(...of), believed(), look(added, 5))

  test('is a first look, at that time', () => {
    expect(found('two', 3)).toEqual({
      ...waiting(added, 3),
      seen: { ...waiting(added, 3).seen, markPrice: '59500.0', unrealizedPnl: '-10.00' },
    })
  })

  test('but not of before it, of the same tab, or of one that is suspected', () => {
    expect(found('two', -1)).toBeUndefined()
    expect(found('one', 3)).toBeUndefined()
    expect(found('two', 3, [KEY])).toBeUndefined()
    expect(shownBefore(ledger('two', 3), believed(), look(other, 5))).toBeUndefined()
  })
})

describe('what stood before this', () => {
  const more = { ...other, margin: '99.42' }
  const stood = (state: Waiting, next: Look, change: Partial<Episode> = {}) =>
    stoodSince(believed({ pending: { one: state }, ...change }), next) !== undefined

  test('was seen twice, for five seconds, and is neither believed nor shown now', () => {
    expect(stood(waiting(other, 10, true), look(more, 15))).toBe(true)
    expect(stood(waiting(other, 10, true), look(more, 14.9))).toBe(false)
    expect(stood(waiting(other, 10), look(more, 15))).toBe(false)
    expect(stood(waiting(other, 10, true), look(other, 15))).toBe(false)
  })

  test('has another size than what is believed, as what is shown now has', () => {
    const half = { ...other, margin: added.margin, liquidationPrice: added.liquidationPrice }
    expect(stood(waiting(added, 10, true), look(half, 15))).toBe(false)
    expect(stood(waiting(other, 10, true), look(added, 15))).toBe(false)
  })

  test('of a cross position that shows the same size now, nothing', () => {
    const cross = { marginMode: 'cross' } as const
    expect(stood(waiting(other, 10, true), look(more, 15), cross)).toBe(false)
  })
})

describe('what a tab shows waits', () => {
  test('since it first did', () => {
    const once = withPending(emptyLedger, believed(), look(added, 1), false)
    const again = withPending(emptyLedger, once, look(added, 2), false)
    expect(again.pending['one']).toBe(once.pending['one'])
    const next = withPending(emptyLedger, once, look(other, 2), true)
    expect(next.pending['one']).toMatchObject({ at: START + 2_000, vanished: true })
    const cross = withPending(emptyLedger, { ...once, marginMode: 'cross' }, look(long, 2), false)
    expect(cross.pending['one']).toBe(once.pending['one'])
  })

  test('and is marked where it was seen twice: its own look, or that of another tab instead', () => {
    const [own, others] = [waiting(other, 1), waiting(added, 2)]
    const episode = believed({ pending: { one: own, two: others } })
    const marked = withRepeated(episode, look(added, 3), others)
    expect(marked.pending).toEqual({ two: { ...others, repeated: true } })
    const shown = waiting(long, 3)
    expect(withRepeated(episode, look(long, 3), shown).pending).toEqual({
      one: { ...shown, repeated: true },
      two: others,
    })
  })
})

test('two states that stood, each in a tab of its own: both are looked at once, and the look itself', () => {
  const bought = { ...long, quantity: '0.030', entryPrice: '59966.7', margin: '89.37' }
  const episode = believed({
    pending: { one: waiting(other, 10, true), two: waiting(bought, 10, true) },
  })
  const ledger = { ...emptyLedger, open: { [KEY]: episode } }
  const after = reducePosition(ledger, episode, look({ ...bought, quantity: '0.040' }, 30))
  expect(Object.values(after.open).length + after.closed.length).toBeGreaterThan(0)
})
