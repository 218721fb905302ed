import { describe, expect, test } from 'vitest'
import { type Observation, type ObservedPosition } from '@/lib/ledger'
import { marginAdditions } from '@/lib/ledger/additions'
import { desk, kindsOf, START } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const more: ObservedPosition = { ...long, margin: '99.42', liquidationPrice: '55250.3' }
const other = observedPosition({ symbol: 'ETHUSDT', entryPrice: '3000.0', markPrice: '3000.0' })

const balance = (marginBalance: string): Partial<Observation> => ({
  account: { asset: 'USDT', marginBalance, availableBalance: marginBalance },
})

test('a tab that was closed stands against nobody: what the next one shows counts at once', () => {
  const { twice, closeTab, episode } = desk()
  twice(0, [long], 'one', { browserTab: 1 })
  twice(1, [long], 'two', { browserTab: 2 })
  closeTab(1)
  closeTab(2)
  twice(10, [added], 'three', { browserTab: 3 })
  twice(20, [more], 'three', { browserTab: 3 })
  expect(marginAdditions(episode())).toBe(2)
})

test.each(['was loaded again', 'was closed'])(
  'a page %s: a look of it that comes once more is none of a new page',
  (how) => {
    const { look, twice, again, closeTab, episode, closed } = desk()
    const bought = observedPosition({ quantity: '0.030', entryPrice: '59900.0', margin: '89.42' })
    twice(0, [long], 'one', { browserTab: 1 })
    look(7, [long], 'one', { browserTab: 1 })
    const browserTab = how === 'was closed' ? 2 : 1
    if (browserTab === 2) closeTab(1)
    twice(10, [long], 'two', { browserTab })
    twice(400, [bought], 'two', { browserTab })
    look(460, [bought], 'two', { browserTab })
    again()
    expect(closed()).toEqual([])
    expect(kindsOf(episode())).toEqual(['opened', 'increased'])
  },
)

test('the clock is set back by hours while the last tab is closed: a new one is believed', () => {
  const { twice, closeTab, episode } = desk()
  twice(20_000, [long], 'one', { browserTab: 1 })
  closeTab(1)
  twice(0, [long], 'two', { browserTab: 2 })
  twice(10, [added], 'two', { browserTab: 2 })
  expect(marginAdditions(episode())).toBe(1)
})

test('the clock is set forward by more than a day: what a second tab has still seen before is no jump back', () => {
  const { look, episode } = desk()
  const later = 30 * 3600
  for (const tab of ['one', 'two']) for (const second of [0, 0.4]) look(second, [long], tab)
  look(later, [added], 'one')
  look(10, [long], 'two')
  look(later + 1, [added], 'two')
  expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', at: START + later * 1_000 })
})

test('another position where one was closed is news to a tab that had a filter on', () => {
  const { look, twice, episode } = desk()
  const filtered: Partial<Observation> = { complete: false }
  twice(0, [long], 'one')
  twice(5, [long], 'two')
  look(10, [], 'one', filtered)
  for (const second of [10, 11]) look(second, [], 'two')
  const next = { ...long, quantity: '0.010', entryPrice: '59000.0', margin: '29.50' }
  twice(20, [next], 'one', filtered)
  expect(episode().events[0]).toMatchObject({ kind: 'opened', margin: '29.50' })
})

test('a page that moves and goes on showing what another tab does not: it goes on', () => {
  const { look, twice, episode } = desk()
  twice(0, [long], 'one')
  // Its prices stood still for a while, and a tab of another account was opened.
  for (const second of [160, 170]) look(second, [], 'two')
  for (const second of [200, 230, 250])
    look(second, [{ ...long, markPrice: `59${String(second)}.0` }], 'one')
  twice(270, [{ ...added, markPrice: '59270.0' }], 'one')
  expect(kindsOf(episode())).toEqual(['opened', 'closed', 'resumed', 'margin-added'])
})

test('a stop that is set after its column came into sight is news', () => {
  const { twice, episode } = desk()
  twice(0, [{ ...long, stopLoss: { state: 'unknown' } }])
  twice(10, [long])
  twice(20, [{ ...long, stopLoss: { state: 'present', price: '58000.0' } }])
  expect(episode().events.at(-1)).toMatchObject({ kind: 'stop-changed', from: { state: 'absent' } })
})

test('a tab that has not noticed the end yet does not take back that it was seen', () => {
  const { look, twice, closed } = desk()
  twice(0, [long], 'one', balance('1000.00'))
  twice(1, [long], 'two', balance('1000.00'))
  look(10, [], 'one', balance('1000.00'))
  look(10.2, [long], 'two', balance('1000.00'))
  look(10.4, [], 'one', balance('1000.00'))
  expect(closed()).toHaveLength(1)
  expect(closed()[0]?.events.at(-1)).toMatchObject({ kind: 'closed', watched: true })
})

describe('a tab of another account', () => {
  test('with nothing open, ends nothing as long as a tab of this account is there', () => {
    const { look, twice, closed, ledger } = desk()
    const filtered = { complete: false, ...balance('1000.00') }
    twice(0, [long, other], 'one', balance('1000.00'))
    for (let second = 10; second <= 400; second += 10) {
      const moved = { ...other, markPrice: `${String(3000 + second)}.0` }
      look(second, [moved], 'one', filtered)
      look(second + 1, [], 'two', balance('7.00'))
    }
    expect(closed()).toEqual([])
    expect(Object.keys(ledger().open)).toHaveLength(2)
  })

  test('with a larger trade, while a filter hides this one: no purchase and no addition', () => {
    const { twice, look, ledger } = desk()
    twice(0, [long, other], 'one', balance('1000.00'))
    const bigger = { ...long, quantity: '0.040', margin: '319.42', liquidationPrice: '52270.0' }
    for (let second = 10; second <= 200; second += 10) {
      const moved = { ...other, markPrice: `${String(3000 + second)}.0` }
      look(second, [moved], 'one', { complete: false, ...balance('1000.00') })
      if (second > 170) look(second + 1, [bigger], 'two', balance('70000.00'))
    }
    const kinds = Object.values(ledger().open).flatMap(kindsOf)
    expect(kinds).not.toContain('margin-added')
    expect(kinds).not.toContain('increased')
  })

  test.each([
    ['only what is free differs: that moves with every purchase', '9000.00'],
    ['the balance has moved as prices move one of that size', '8970.00'],
  ])('is none where %s', (_, balanceNow) => {
    const { look, twice, ledger } = desk()
    const at = (marginBalance: string, availableBalance: string): Partial<Observation> => ({
      account: { asset: 'USDT', marginBalance, availableBalance },
    })
    twice(0, [long, other], 'one', at('9000.00', '8800.00'))
    look(60, [other], 'one', { complete: false, ...at('9000.00', '8800.00') })
    // Bought and added meanwhile, in a new tab; the one that is filtered has not looked again yet.
    const bigger = { ...long, quantity: '0.040', margin: '1319.42', liquidationPrice: '27270.0' }
    twice(70, [bigger, other], 'two', at(balanceNow, '7540.00'))
    look(77, [bigger, other], 'two', at(balanceNow, '7540.00'))
    expect(Object.values(ledger().open).flatMap(kindsOf)).toContain('margin-added')
  })

  test('what this one gives back as it ends is not another account’s balance', () => {
    const { look, twice, closed } = desk()
    const at = (available: string): Partial<Observation> => ({
      account: { asset: 'USDT', marginBalance: '1000.00', availableBalance: available },
    })
    const big = { ...long, margin: '900.00', liquidationPrice: '15000.0' }
    twice(0, [big], 'one', at('100.00'))
    twice(1, [big], 'two', { complete: false, ...at('100.00') })
    look(10, [], 'one', at('1000.00'))
    look(10.4, [], 'one', at('1000.00'))
    expect(closed()).toHaveLength(1)
  })
})

describe('what two tabs have shown was seen twice', () => {
  test('even if the first of them has gone on to the next addition', () => {
    const { look, twice, episode } = desk()
    twice(0, [long], 'one')
    twice(1, [long], 'two')
    look(40, [added], 'one')
    look(46, [more], 'one')
    look(46.1, [added], 'two')
    expect(marginAdditions(episode())).toBe(1)
    look(50, [more], 'two')
    expect(marginAdditions(episode())).toBe(2)
  })

  test('by one that has missed the change before: it does not lag behind what it shows now', () => {
    const { look, twice, episode } = desk()
    twice(0, [long], 'one')
    twice(1, [long], 'two')
    twice(40, [added], 'one')
    look(50, [more], 'one')
    look(50.1, [more], 'two')
    expect(marginAdditions(episode())).toBe(2)
  })

  test('unless both lag: what stood before is no news', () => {
    const { look, twice, episode } = desk()
    for (const [index, tab] of ['one', 'two', 'three'].entries()) twice(index, [long], tab)
    twice(40, [added], 'one')
    look(40.5, [long], 'two')
    look(40.6, [long], 'three')
    expect(episode().figures.margin).toBe('79.42')
    expect(kindsOf(episode())).toEqual(['opened', 'margin-added'])
  })
})

test('what was added while its columns were hidden comes back with the end: it is the same account', () => {
  const { twice, look, closed } = desk()
  const account = (availableBalance: string) => ({
    account: { asset: 'USDT', marginBalance: '1000.00', availableBalance },
  })
  twice(0, [long], 'one', account('940.00'))
  twice(10, [{ ...long, margin: null, liquidationPrice: null }], 'one', account('880.00'))
  for (const second of [20, 20.4]) look(second, [], 'one', account('1000.00'))
  expect(closed()[0]?.events.at(-1)).toMatchObject({ kind: 'closed', watched: true })
})

test('the account is switched while a filter hides the position: nobody saw it end', () => {
  const { look, twice, closed, episode } = desk()
  twice(0, [long, other], 'one', balance('1000.00'))
  look(10, [other], 'one', { complete: false, ...balance('1000.00') })
  look(20, [], 'one', { complete: false, ...balance('7.00') })
  look(30, [], 'one', balance('7.00'))
  look(30.4, [], 'one', balance('7.00'))
  expect(closed().map(({ events }) => events.at(-1))).toMatchObject([
    { kind: 'closed', watched: false },
    { kind: 'closed', watched: false },
  ])
  twice(60, [long, other], 'one', balance('1000.00'))
  expect(kindsOf(episode('BTCUSDT:long:isolated'))).toEqual(['opened', 'closed', 'resumed'])
})

test('in one-way mode another margin mode leaves no room for this one, whatever a filter hides', () => {
  const { look, twice, closed } = desk()
  twice(0, [long])
  const cross: ObservedPosition = {
    ...long,
    marginMode: 'cross',
    entryPrice: '58000.0',
    quantity: '0.05',
  }
  for (const second of [10, 10.4, 11]) {
    look(second, [cross], 'one', { complete: false, positionMode: 'one-way' })
  }
  expect(closed().map(({ marginMode }) => marginMode)).toEqual(['isolated'])
})

describe('what is remembered of tabs', () => {
  test('of fifty, those that have looked last', () => {
    const { look, ledger } = desk()
    for (let index = 0; index < 52; index += 1) look(index, [long], `tab-${String(index)}`)
    expect(Object.keys(ledger().tabs)).toHaveLength(51)
    look(60, [long], 'tab-51')
    expect(Object.keys(ledger().tabs)).toHaveLength(50)
    expect(Object.hasOwn(ledger().tabs, 'tab-1')).toBe(false)
    expect(Object.hasOwn(ledger().tabs, 'tab-2')).toBe(true)
  })

  test.each([
    ['says nothing for a day: it is over', 86_400, true],
    ['says nothing for less', 86_399, false],
  ])('one that %s', (_, seconds, over) => {
    const { look, ledger } = desk()
    look(0, [long], 'one')
    look(seconds, [long], 'two')
    expect(ledger().tabs['one']?.over).toBe(over)
  })

  test('of one that is over what it showed for two and a half minutes, and then its number', () => {
    const { look, closeTab, ledger } = desk()
    look(0, [long, other], 'one', { browserTab: 1, ...balance('1000.00') })
    look(0.4, [long], 'one', { browserTab: 1, complete: false, ...balance('1000.00') })
    closeTab(1)
    closeTab(7)
    look(150.4, [long], 'two')
    expect(Object.keys(ledger().tabs['one']?.shown ?? {})).toHaveLength(2)
    expect(ledger().tabs['one']?.hidden).toEqual(['ETHUSDT:long:isolated'])
    look(150.5, [long], 'two')
    expect(ledger().tabs['one']).toMatchObject({
      over: true,
      sequence: 2,
      account: null,
      shown: {},
      hidden: [],
      strange: [],
    })
    expect(ledger().tabs['two']?.over).toBe(false)
  })

  test('the last four states it has shown, and the one that is believed', () => {
    const { look, twice, ledger } = desk()
    twice(0, [long])
    for (let index = 1; index <= 6; index += 1)
      look(10 + index / 10, [{ ...long, margin: `${String(70 + index)}.00` }])
    const shown = ledger().tabs['one']?.shown['BTCUSDT:long:isolated'] ?? []
    expect(shown.map(({ figures }) => figures.margin)).toEqual([
      '76.00',
      '75.00',
      '74.00',
      '73.00',
      '59.42',
    ])
  })

  test('that its page stands still, by the marks of five positions', () => {
    const { look, ledger } = desk()
    const moved = () => ((ledger().tabs['one']?.movedAt ?? 0) - START) / 1_000
    const five = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ ...other, symbol: `${name}USDT` }))
    look(0, [...five, long])
    look(10, [...five, { ...long, markPrice: '59501.0' }])
    expect(moved()).toBe(0)
    const [first, ...others] = five
    look(20, [{ ...(first ?? other), markPrice: '3001.0' }, ...others, long])
    expect(moved()).toBe(20)
    for (const second of [30, 40]) look(second, [{ ...long, markPrice: null }])
    expect(moved()).toBe(40)
  })
})
