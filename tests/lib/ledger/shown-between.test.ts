import { describe, expect, test } from 'vitest'
import { type ObservedPosition } from '@/lib/ledger'
import { marginAdditions } from '@/lib/ledger/additions'
import { figuresOf } from '@/lib/ledger/figures'
import { isBetween, isHalfWay, isOneUpdate } from '@/lib/ledger/one-update'
import { standingEvents } from '@/lib/ledger/standing'
import { desk, kindsOf } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const more: ObservedPosition = { ...long, margin: '109.42', liquidationPrice: '54748.3' }
const bought: ObservedPosition = {
  ...long,
  quantity: '0.030',
  entryPrice: '59966.7',
  margin: '89.37',
  liquidationPrice: '57260.0',
}
const amounts = ({ episode }: ReturnType<typeof desk>) =>
  standingEvents(episode().events).flatMap((event) => ('amount' in event ? [event.amount] : []))
/** Shown once, and six seconds later something else, which stays. */
const once = (
  between: ObservedPosition,
  after: ObservedPosition,
  { seconds = 6, tab = 'one' } = {},
) => {
  const trader = desk()
  for (const name of new Set(['one', tab])) trader.twice(0, [long], name)
  trader.look(20, [between])
  for (const second of [0, 0.4, 7]) trader.look(20 + seconds + second, [after], tab)
  return trader
}

describe('a state that was shown once, between two others', () => {
  test('was no half of an update, as each cell has moved again: two additions', () => {
    expect(amounts(once(added, more))).toEqual(['20', '30'])
    const hidden = { liquidationPrice: null }
    expect(amounts(once({ ...added, ...hidden }, { ...more, ...hidden }))).toEqual(['20', '30'])
    const priced = once({ ...added, margin: null }, { ...more, margin: null })
    expect(marginAdditions(priced.episode())).toBe(2)
  })

  test('was seen then and no later: what follows after a while came while nobody looked', () => {
    const trader = once(added, more, { seconds: 200 })
    const { openedAt, events } = trader.episode()
    expect(amounts(trader)).toEqual(['20', '30'])
    expect(events.at(-1)?.awaySince).toBe(openedAt + 20_000)
  })

  test('and then the size changes as well: the addition before it has its amount', () => {
    expect(
      amounts(once(added, { ...bought, margin: '109.37', liquidationPrice: '56580.0' }))[0],
    ).toBe('20')
  })

  test('of a wallet that trembles it has the margin of then', () => {
    const rough = { ...long, marginSlack: '0.50' }
    const little = { ...rough, margin: '59.72', liquidationPrice: '57233.0' }
    const large = { ...rough, margin: '109.42', liquidationPrice: '54738.0' }
    const trader = desk()
    trader.twice(0, [rough])
    trader.look(20, [little])
    trader.twice(26, [large])
    expect(amounts(trader)).toEqual([null, '49.7'])
  })

  test('by less than its trembling, and then half of the next: its price has moved, and more than that came', () => {
    const rough = { ...long, marginSlack: '0.50' }
    const little = { ...rough, margin: '60.32', liquidationPrice: '57213.0' }
    const large = { ...rough, margin: '109.42', liquidationPrice: '54738.0' }
    const trader = desk()
    trader.twice(0, [rough])
    trader.look(20, [little])
    trader.twice(26, [{ ...large, liquidationPrice: little.liquidationPrice }])
    trader.twice(26.8, [large])
    expect(amounts(trader)).toEqual([null, '49.1'])
  })

  test.each([
    ['within five seconds: one action', added, more, { seconds: 4.9 }],
    [
      'of which one cell has moved only then: half of it',
      { ...more, liquidationPrice: long.liquidationPrice },
      more,
      {},
    ],
    [
      'with cells that contradict each other',
      { ...long, margin: '99.42', liquidationPrice: '57200.0' },
      more,
      {},
    ],
    ['and this is of another tab', added, more, { tab: 'two' }],
  ])('counts for nothing where it was shown %s', (_, between, after, around) => {
    expect(amounts(once(between, after, around))).toEqual(['50'])
  })

  test('of another size it may be half of a purchase', () => {
    const of = (...states: [ObservedPosition, ObservedPosition, ObservedPosition]) =>
      isBetween('long', [figuresOf(states[0]), figuresOf(states[1]), figuresOf(states[2])])
    expect(of(long, added, more)).toBe(true)
    expect(of(long, added, { ...more, liquidationPrice: added.liquidationPrice })).toBe(true)
    expect(of(long, long, more)).toBe(false)
  })
})

test('a glimpse of long ago, in a tab that has shown what is believed since, is no first look', () => {
  const { look, twice, episode } = desk()
  twice(0, [long])
  twice(0, [long], 'two')
  look(100, [added], 'two')
  for (const second of [101, 160, 220]) look(second, [long], 'two')
  look(220, [long])
  twice(230, [added])
  expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', awaySince: null })
  expect((episode().events.at(-1)?.at ?? 0) - episode().openedAt).toBe(230_000)
})

test('half of a change, of a tab that shows the whole of it since, is forgotten', () => {
  const trader = desk()
  const none = (margin: string): ObservedPosition[] => [
    { ...long, margin, liquidationPrice: 'none' },
  ]
  for (const tab of ['one', 'two']) trader.twice(0, [long], tab)
  trader.look(20, none('1300.00'))
  trader.look(20.1, none('59.42'), 'two')
  trader.look(20.2, none('1300.00'), 'two')
  for (const tab of ['two', 'one']) trader.twice(30, none('1400.00'), tab)
  expect(amounts(trader)).toEqual(['1240.58', '100'])
})

test('what two tabs have shown once each counts, even if one of them was closed before the other told', () => {
  const { look, twice, closeTab, episode } = desk()
  const [one, two] = [{ browserTab: 1 }, { browserTab: 2 }]
  twice(0, [long], 'one', one)
  twice(0, [long], 'two', two)
  look(20, [added], 'one', one)
  look(20.5, [more], 'one', one)
  closeTab(1)
  look(20.6, [added], 'two', two)
  expect(marginAdditions(episode())).toBe(1)
})

test('a tab that is heard late has shown it first: what it goes on to is news', () => {
  const trader = desk()
  for (const tab of ['one', 'two']) trader.twice(0, [long], tab)
  trader.look(20, [added], 'two')
  trader.look(8, [added])
  trader.look(20, [more])
  trader.twice(30, [{ ...more, margin: '119.42', liquidationPrice: '54246.3' }])
  expect(amounts(trader)).toEqual(['20', '30', '10'])
})

test('a column that comes into sight in the middle of an update is ahead of the others, and counts with a second look', () => {
  const { look, twice, episode } = desk()
  const hidden = { liquidationPrice: null }
  twice(0, [{ ...long, ...hidden }])
  look(20, [{ ...long, liquidationPrice: added.liquidationPrice }])
  twice(20.2, [added])
  expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', amount: '20' })
  twice(30, [{ ...added, ...hidden }])
  twice(40, [more])
  expect(episode().figures.liquidationPrice).toBe(more.liquidationPrice)
})

test.each([
  ['what another tab still shows does not stand any more', 1_000.1, true],
  ['… unless it goes on showing it', 1_030.1, false],
])('where one tab shows a change, %s', (_, seconds, isAway) => {
  const { look, twice, episode } = desk()
  for (const tab of ['one', 'two']) twice(0, [long], tab)
  look(1_000, [added])
  look(seconds, [{ ...long, markPrice: '59510.0' }], 'two')
  look(seconds + 0.2, [added], 'two')
  const last = episode().events.at(-1)
  expect([last?.kind, last?.awaySince !== null]).toEqual(['margin-added', isAway])
})

describe('half of an update', () => {
  const half = (...states: ObservedPosition[]) => isHalfWay('long', states.map(figuresOf))
  const sized = { ...bought, margin: '109.37' }

  test('is what moves alone after a purchase that was seen whole', () => {
    expect(half(long, bought, sized)).toBe(true)
    expect(half(long, bought, { ...sized, liquidationPrice: '56580.0' })).toBe(false)
    expect(half(long, { ...bought, margin: long.margin }, bought, sized)).toBe(true)
  })

  test('is asked of what comes after something else, and only where both cells are in sight', () => {
    const priced = { ...long, liquidationPrice: added.liquidationPrice }
    const moved = { ...long, margin: added.margin }
    expect(half(long, priced)).toBe(false)
    expect(half(long, bought, { ...bought, margin: added.margin })).toBe(true)
    expect(half(long, priced, { ...priced, margin: null })).toBe(false)
    expect(half(long, moved, { ...moved, liquidationPrice: null })).toBe(false)
  })

  test('is one of two where each cell has moved at most once', () => {
    const one = (...[a, b, c]: [ObservedPosition, ObservedPosition, ObservedPosition]) =>
      isOneUpdate(figuresOf(a), figuresOf(b), figuresOf(c))
    expect(one(long, { ...long, margin: added.margin }, added)).toBe(true)
    expect(one(long, added, added)).toBe(true)
    expect(one(long, added, more)).toBe(false)
  })

  test('is none where the purchase itself was half-way: the other cell follows', () => {
    expect(half(long, { ...bought, margin: long.margin }, bought)).toBe(false)
    expect(half(long, { ...bought, liquidationPrice: long.liquidationPrice }, bought)).toBe(false)
    const neither = { ...bought, margin: long.margin, liquidationPrice: long.liquidationPrice }
    expect(half(long, neither, { ...neither, margin: bought.margin }, bought)).toBe(false)
  })

  test('is none where a step too small for one of the cells came before', () => {
    const rough = { ...long, marginSlack: '1.00' }
    const little = { ...rough, liquidationPrice: '57210.0' }
    const large = { ...rough, margin: '99.42' }
    const next = { ...large, liquidationPrice: '55250.3' }
    expect(half(rough, little, { ...large, liquidationPrice: '57210.0' })).toBe(true)
    expect(half(rough, little, { ...large, liquidationPrice: '57210.0' }, next)).toBe(false)
  })
})

test('half of a purchase that one tab shows twice, and then no more, has not stood', () => {
  const rich = { ...long, margin: '159.42', liquidationPrice: null }
  const half = { ...rich, quantity: '0.030' }
  // 29.95 for the purchase, less 50 that was taken out at the same moment.
  const whole = { ...half, entryPrice: '59966.7', margin: '139.37' }
  const trader = desk()
  for (const tab of ['one', 'two']) trader.twice(0, [rich], tab)
  trader.twice(10, [whole], 'one')
  trader.twice(11.3, [half], 'two')
  trader.twice(11.9, [whole], 'two')
  trader.look(17, [whole], 'one')
  expect(kindsOf(trader.episode())).toEqual(['opened', 'increased', 'margin-removed'])
  expect(trader.episode().figures).toMatchObject({ entryPrice: '59966.7', margin: '139.37' })
})

test('half of a close that two tabs show, each for a moment, has not stood: what was added with it counts', () => {
  const half = { ...long, quantity: '0.010', liquidationPrice: '45165.0' }
  const whole = { ...half, margin: '150.71' }
  const trader = desk()
  for (const tab of ['one', 'two']) trader.twice(0, [long], tab)
  for (const [seconds, tab] of [[10, 'one'] as const, [23.5, 'two'] as const]) {
    trader.look(seconds, [half], tab)
    trader.look(seconds + 0.1, [whole], tab)
  }
  expect(kindsOf(trader.episode())).toEqual(['opened', 'reduced', 'margin-added'])
})
