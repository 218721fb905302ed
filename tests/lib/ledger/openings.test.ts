import { describe, expect, test } from 'vitest'
import type { ObservedPosition } from '@/lib/ledger'
import { desk, kindsOf, START } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const time = (seconds: number): number => START + seconds * 1_000
const KEY = 'BTCUSDT:long:isolated'

describe('whether somebody saw it being opened', () => {
  const opened = ({ episode }: ReturnType<typeof desk>) => {
    const [event] = episode().events
    return event?.kind === 'opened' ? [event.witnessed, event.awaySince] : null
  }

  test.each<[string, Partial<ObservedPosition>, number, boolean]>([
    ['a complete look just before did not show it', {}, 150, true],
    ['nobody had looked for longer', {}, 150.1, false],
    ['more is in it than it takes: it was open already', { margin: '79.42' }, 10, false],
    [
      'the wallet of a cross position tells nothing',
      { marginMode: 'cross', margin: '79.42' },
      10,
      true,
    ],
    ['the mark is two percent away', { markPrice: '58823.6' }, 10, true],
    ['the mark is further away: it was bought long ago', { markPrice: '58823.5' }, 10, false],
    ['no mark is in sight', { markPrice: null }, 10, true],
  ])('%s', (_, change, seconds, witnessed) => {
    const trader = desk()
    trader.look(0, [])
    trader.twice(seconds, [observedPosition(change)])
    expect(opened(trader)).toEqual([witnessed, witnessed ? null : time(0)])
  })

  test.each([
    ['none has looked before', {}, 0],
    ['a filter was on', { complete: false }, 0.4],
    ['the page was that of the other market', { market: 'coinm' }, 0.4],
  ] as const)('not where %s', (_, around, looked) => {
    const trader = desk()
    if (looked > 0) trader.look(0, [], 'one', around)
    trader.twice(10, [long])
    expect(opened(trader)).toEqual([false, null])
  })

  test('not where a look from before it comes late, from another tab', () => {
    const trader = desk()
    trader.look(0, [], 'two')
    trader.look(100, [])
    trader.look(10, [], 'two')
    trader.twice(240, [long])
    expect(opened(trader)).toEqual([true, null])
    const other = desk()
    other.look(100, [])
    other.look(90, [long], 'two')
    other.look(101, [long], 'three')
    expect(opened(other)).toEqual([false, time(100)])
  })
})

describe('one that comes', () => {
  const isOpen = ({ ledger }: ReturnType<typeof desk>) => Object.hasOwn(ledger().open, KEY)

  test('is believed at its second look, since the first, whichever tab repeats it', () => {
    const trader = desk()
    trader.look(10, [long], 'two')
    trader.look(11, [], 'one')
    expect(isOpen(trader)).toBe(false)
    trader.look(12, [long], 'three')
    expect(trader.episode().openedAt).toBe(time(10))
    expect(trader.ledger().arriving).toEqual({})
  })

  test('and goes was a glimpse', () => {
    const trader = desk()
    trader.look(10, [long])
    trader.look(11, [])
    trader.look(12, [long])
    expect(isOpen(trader)).toBe(false)
    trader.look(12.4, [long])
    expect(trader.episode().openedAt).toBe(time(12))
  })

  test('otherwise in each look, is not', () => {
    const trader = desk()
    trader.look(10, [long])
    trader.look(11, [{ ...long, quantity: '0.021' }])
    expect(isOpen(trader)).toBe(false)
  })

  test('on cross margin is the same whatever its liquidation price', () => {
    const trader = desk()
    const cross = { ...long, marginMode: 'cross' } as const
    trader.look(10, [cross])
    trader.look(11, [{ ...cross, margin: '60.00', liquidationPrice: '50000.0' }])
    expect(Object.keys(trader.ledger().open)).toEqual(['BTCUSDT:long:cross'])
  })

  test.each([
    ['and is shown again within two and a half minutes', 160, true],
    ['and is shown again after longer, is seen for the first time then', 160.1, false],
  ])('%s', (_, seconds, expected) => {
    const trader = desk()
    trader.look(10, [long])
    trader.look(seconds, [long])
    expect(isOpen(trader)).toBe(expected)
  })
})

test('a look of long ago, in a tab that is gone, keeps none from being opened', () => {
  const { look, ledger } = desk()
  const filtered = { complete: false }
  look(10, [long], 'two', filtered)
  for (const second of [200, 200.4]) look(second, [long], 'one', filtered)
  expect(ledger().open[KEY]?.openedAt).toBe(time(200))
})

describe('the margin mode of a position is changed', () => {
  const cross = { ...long, marginMode: 'cross', liquidationPrice: '50000.0' } as const

  test('it goes on under the other one', () => {
    const { look, twice, episode, ledger, closed } = desk()
    twice(0, [long])
    const { id } = episode()
    look(10, [cross])
    look(10.4, [cross])
    expect(Object.keys(ledger().open)).toEqual(['BTCUSDT:long:cross'])
    expect(closed()).toEqual([])
    expect(episode()).toMatchObject({
      id,
      marginMode: 'cross',
      missing: null,
      figures: { liquidationPrice: '50000.0' },
    })
    expect(episode().events.at(-1)).toMatchObject({
      kind: 'margin-mode-changed',
      from: 'isolated',
      to: 'cross',
    })
    twice(20, [long])
    expect(kindsOf(episode())).toEqual(['opened', 'margin-mode-changed', 'margin-mode-changed'])
  })

  test.each([
    ['at another price it is another position', { ...cross, entryPrice: '60100.0' }, []],
    ['both are shown: they are two', cross, [long]],
  ])('%s', (_, other, beside) => {
    const { twice, ledger } = desk()
    twice(0, [long])
    twice(10, [...beside, other])
    expect(kindsOf(ledger().open['BTCUSDT:long:cross']!)).toEqual(['opened'])
  })
})

test('what one tab has shown once, another one may repeat after it', () => {
  const { look, episode } = desk()
  const added = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
  look(0, [long])
  look(20, [added])
  look(0.1, [long], 'two')
  look(20.1, [added], 'two')
  expect(episode().events).toMatchObject([
    { kind: 'opened', at: time(0), margin: '59.42' },
    { kind: 'margin-added', at: time(20), amount: '20' },
  ])
})

test('what was shown once and never again is forgotten', () => {
  const { look, ledger } = desk()
  look(0, [long], 'two')
  look(150, [])
  expect(Object.keys(ledger().arriving)).toHaveLength(1)
  look(150.1, [])
  expect(ledger().arriving).toEqual({})
})
