import { describe, expect, test } from 'vitest'
import { type Observation, type ObservedPosition, suspectsTwoAccounts } from '@/lib/ledger'
import { marginAdditions, openQuestions } from '@/lib/ledger/additions'
import { desk, kindsOf, START } from './desk.ts'
import { observedPosition } from './observed.ts'

/** R20: the same trade in two accounts, wallets 59.43 and 80.00. */
const here = observedPosition({ margin: '59.43', liquidationPrice: '57258.3' })
const there = observedPosition({ margin: '80.00', liquidationPrice: '56225.2' })
const at = (position: ObservedPosition, seconds: number): ObservedPosition => ({
  ...position,
  markPrice: `${String(59_000 + seconds)}.0`,
})

/** Both tabs look, one after the other, once in ten seconds. */
const both = (
  { look }: Pick<ReturnType<typeof desk>, 'look'>,
  from: number,
  to: number,
  around: (tab: string) => Partial<Observation> = () => ({}),
) => {
  for (let second = from; second <= to; second += 10) {
    look(second, [at(here, second)], 'one', around('one'))
    look(second + 4, [at(there, second)], 'two', around('two'))
  }
}

test('the difference is no addition; two accounts are suspected, once, and said', () => {
  const trader = desk()
  both(trader, 0, 300)
  const episode = trader.episode()
  expect(marginAdditions(episode)).toBe(0)
  expect(kindsOf(episode)).toEqual(['opened', 'other-account'])
  expect(episode.figures.margin).toBe('59.43')
  expect(suspectsTwoAccounts(trader.ledger(), START + 304_000)).toBe(true)
  // Both tabs have been closed for long.
  expect(suspectsTwoAccounts(trader.ledger(), START + 1_000_000)).toBe(false)
})

const shows = (marginBalance: string): Partial<Observation> => ({
  account: { asset: 'USDT', marginBalance, availableBalance: marginBalance },
})

test.each([
  ['for a little more', '60010.0'],
  ['at the same price', here.entryPrice],
])(
  'another account, which bought %s, was seen first and is closed: what was added here counts',
  (_, entryPrice) => {
    const { look, twice, episode, closeTab } = desk()
    const mine = { ...here, entryPrice }
    look(0, [at(mine, 0)], 'one', shows('1000.00'))
    twice(1, [at(there, 1)], 'two', { browserTab: 2, ...shows('7000.00') })
    for (const second of [2, 2.4, 40])
      look(second, [at(mine, Math.round(second))], 'one', shows('1000.00'))
    closeTab(2)
    const more = { ...mine, margin: '79.43', liquidationPrice: '56254.3' }
    for (const second of [50, 50.4, 60, 80])
      look(second, [at(more, Math.round(second))], 'one', shows('1000.00'))
    expect(
      episode().events.map((event) => [event.kind, 'amount' in event && event.amount]),
    ).toEqual([
      ['opened', false],
      ['margin-added', '20'],
    ])
  },
)

test('… added to twice, each seen to stand, before the other one is closed: both count', () => {
  const { look, episode, closeTab } = desk()
  const looks = (position: ObservedPosition, ...seconds: number[]) => {
    for (const second of seconds) look(second, [at(position, second)], 'one', shows('1000.00'))
  }
  looks(here, 0, 1)
  look(240, [at(here, 1)], 'one', shows('1000.00'))
  for (const second of [285, 286, 291]) {
    const around = { browserTab: 2, ...shows('7000.00') }
    look(second, [at({ ...there, entryPrice: '60010.0' }, second)], 'two', around)
  }
  looks(here, 291)
  looks({ ...here, margin: '79.43', liquidationPrice: '56254.3' }, 292, 293, 300, 318)
  closeTab(2)
  looks({ ...here, margin: '89.43', liquidationPrice: '55752.5' }, 326, 327)
  expect(
    episode().events.map((event) => [
      event.kind,
      'amount' in event && event.amount,
      (event.at - START) / 1_000,
    ]),
  ).toEqual([
    ['opened', false, 0],
    ['closed', false, 285],
    ['resumed', false, 292],
    ['margin-added', '20', 292],
    ['margin-added', '10', 326],
  ])
})

test('what two tabs show isn’t gone as another account’s, of another size, is closed in a third', () => {
  const trader = desk()
  const theirs = { ...there, entryPrice: '60010.0' }
  for (const second of [0, 1, 30]) trader.look(second, [at(here, second)], 'one')
  for (const second of [40, 41]) trader.look(second, [at(theirs, second)], 'two')
  trader.look(50, [at(here, 50)], 'one')
  for (const second of [51, 51.4, 52]) trader.look(second, [], 'two')
  trader.twice(60, [at({ ...here, margin: '79.43', liquidationPrice: '56254.3' }, 60)], 'one')
  expect(kindsOf(trader.episode())).toEqual(['opened', 'margin-added'])
})

test.each([
  ['half-way first', 'one', [{ liquidationPrice: '56254.3' }]],
  ['and the page is loaded again', 'three', []],
])('… %s: it counts as well', (_, tab, half) => {
  const { look, twice, episode, closeTab } = desk()
  look(0, [at(here, 0)], 'one', { browserTab: 1, ...shows('1000.00') })
  twice(1, [at(there, 1)], 'two', { browserTab: 2, ...shows('7000.00') })
  const more = { ...here, margin: '79.43', liquidationPrice: '56254.3' }
  const steps = [here, here, ...half.map((cells) => ({ ...here, ...cells })), more, more]
  for (const [index, position] of steps.entries()) {
    const second = 40 + index * 20
    look(second, [at(position, second)], 'one', { browserTab: 1, ...shows('1000.00') })
    look(second + 4, [at(there, second)], 'two', { browserTab: 2, ...shows('7000.00') })
  }
  closeTab(2)
  look(150, [at(more, 150)], tab, { browserTab: 1, ...shows('1000.00') })
  expect(
    episode().events.flatMap((event) => (event.kind === 'margin-added' ? [event.amount] : [])),
  ).toEqual(['20'])
})

describe('no other account is suspected', () => {
  const kinds = ({ episode }: ReturnType<typeof desk>) => kindsOf(episode())
  /** The second tab shows something else once, and the first goes on. */
  const once = (seconds: number, mark = (second: number) => second) => {
    const trader = desk()
    for (const second of [0, 0.4, 8]) trader.look(second, [at(here, mark(second))], 'one')
    trader.look(10, [at(there, 10)], 'two', { browserTab: 2 })
    return { ...trader, go: () => trader.look(seconds, [at(here, mark(seconds))], 'one') }
  }

  test('for half a minute: it may be ahead', () => {
    const soon = once(39.9)
    soon.go()
    expect(kinds(soon)).toEqual(['opened'])
    const late = once(40)
    late.go()
    expect(kinds(late)).toEqual(['opened', 'other-account'])
  })

  test('where its tab was closed', () => {
    const trader = once(50)
    trader.closeTab(2)
    trader.go()
    expect(kinds(trader)).toEqual(['opened'])
  })

  test('where the page of the first stands still', () => {
    const trader = desk()
    for (const second of [0, 0.4, 60, 120, 180]) trader.look(second, [at(here, 0)], 'one')
    trader.look(185, [at(there, 185)], 'two')
    trader.look(240, [at(here, 0)], 'one')
    expect(kinds(trader)).toEqual(['opened'])
  })

  test('a second time, nor after it shows what is believed: what is done there counts again', () => {
    const trader = desk()
    both(trader, 0, 100)
    trader.look(400, [at(there, 400)], 'two')
    for (const second of [405, 431]) trader.look(second, [at(here, second)], 'one')
    expect(kinds(trader)).toEqual(['opened', 'other-account'])
    trader.twice(440, [at(here, 440)], 'two')
    expect(suspectsTwoAccounts(trader.ledger(), START + 441_000)).toBe(false)
    trader.twice(450, [at(there, 450)], 'two')
    expect(kinds(trader)).toEqual(['opened', 'other-account', 'margin-added'])
  })

  test('of a cross position: its liquidation price moves with the whole account', () => {
    const trader = desk()
    const cross = (price: string, change = {}) =>
      observedPosition({ marginMode: 'cross', margin: null, liquidationPrice: price, ...change })
    for (let second = 0; second <= 100; second += 10) {
      trader.look(second, [at(cross('50000.0'), second)], 'one')
      trader.look(second + 4, [at(cross('51000.0'), second)], 'two')
    }
    const bought = { quantity: '0.030', entryPrice: '59700.0' }
    trader.twice(110, [at(cross('50100.0', bought), 110)], 'two')
    expect(kinds(trader)).toEqual(['opened', 'increased'])
  })
})

describe('a new tab shows what another one that is there has shown', () => {
  const more = { ...there, margin: '99.43', liquidationPrice: '55250.0' }

  test('since the last change: it was so, and counts', () => {
    const { look, twice, episode } = desk()
    twice(0, [at(here, 0)], 'two')
    look(60, [at(there, 60)], 'two')
    look(62, [at(more, 62)], 'two')
    look(62.1, [at(there, 62)], 'three')
    expect(marginAdditions(episode())).toBe(1)
  })

  test('before that: it is old', () => {
    const { look, twice, episode } = desk()
    twice(0, [at(there, 0)], 'two')
    for (const second of [60, 60.4, 66]) look(second, [at(here, 60)], 'two')
    look(120, [at(more, 120)], 'two')
    twice(121, [at(there, 121)], 'three')
    expect(marginAdditions(episode())).toBe(0)
  })
})

const larger = { ...here, quantity: '0.030', entryPrice: '59966.7', margin: '129.37' }

test.each([
  ['another balance', '7000.00', ['opened']],
  ['less than the position is worth', '1100.00', ['opened', 'increased', 'margin-added']],
])('a new tab shows a larger one, and the balance differs by %s', (_, balance, kinds) => {
  const { twice, closeTab, episode, closed } = desk()
  const bought = { ...larger, liquidationPrice: null }
  twice(0, [here], 'one', { ...shows('1000.00'), browserTab: 1 })
  closeTab(1)
  twice(60, [bought], 'two', shows(balance))
  expect(kindsOf(episode())).toEqual(kinds)
  expect(closed()).toHaveLength(kinds.length === 1 ? 1 : 0)
})

test.each([
  ['the same tab: a transfer came first', 60, 'one', '7000.00', [0, 1]],
  ['after a while: a transfer, or another account', 600, 'two', '7000.00', [0, 1]],
  ['with the balance of before: what was done is certain', 600, 'two', '1001.00', [1, 0]],
])('%s', (_, seconds, tab, balance, expected) => {
  const { twice, episode } = desk()
  const bought = { ...larger, margin: null, liquidationPrice: '53000.0' }
  twice(0, [{ ...here, margin: null }], 'one', shows('1000.00'))
  twice(seconds, [bought], tab, shows(balance))
  twice(seconds + 6, [bought], tab, shows(balance))
  expect([marginAdditions(episode()), openQuestions(episode()).length]).toEqual(expected)
})

test('a tab with another balance shows nothing, while that of the first sleeps: nothing has ended for two minutes', () => {
  const { look, twice, episode, closed } = desk()
  twice(0, [here], 'one', shows('1000.00'))
  twice(200, [], 'two', shows('7000.00'))
  twice(210, [{ ...here, margin: '69.43', liquidationPrice: '56756.3' }], 'one', shows('1000.00'))
  expect(kindsOf(episode())).toEqual(['opened', 'margin-added'])
  for (const second of [400, 519.9]) look(second, [], 'two', shows('7000.00'))
  expect(closed()).toEqual([])
  look(520, [], 'two', shows('7000.00'))
  expect(closed()).toHaveLength(1)
})

test('an addition in the account that is followed counts all the same', () => {
  const trader = desk()
  both(trader, 0, 100)
  const more = { ...here, margin: '69.43', liquidationPrice: '56756.3' }
  trader.twice(110, [at(more, 110)], 'one')
  trader.look(114, [at(there, 110)], 'two')
  expect(marginAdditions(trader.episode())).toBe(1)
})

test('the tab of the first account is closed: the other’s position is one of its own', () => {
  const trader = desk()
  both(trader, 0, 100)
  for (let second = 110; second <= 400; second += 10) {
    trader.look(second, [at(there, second)], 'two')
  }
  expect(kindsOf(trader.episode())).toEqual(['opened'])
  expect(trader.episode().figures.margin).toBe('80.00')
  expect(marginAdditions(trader.episode())).toBe(0)
  expect(suspectsTwoAccounts(trader.ledger(), START + 400_000)).toBe(false)
})

test('other size and price in the other account: no end of one and beginning of the other', () => {
  const trader = desk()
  const other = { ...there, quantity: '0.500', entryPrice: '58123.4', margin: '1500.00' }
  for (let second = 0; second <= 200; second += 10) {
    trader.look(second, [at(here, second)], 'one')
    trader.look(second + 4, [at(other, second)], 'two')
  }
  expect(trader.closed()).toEqual([])
  expect(kindsOf(trader.episode())).toEqual(['opened', 'other-account'])
})

test('the other account’s position in the same contract ends: one’s own goes on', () => {
  const trader = desk()
  both(trader, 0, 100)
  trader.twice(105, [], 'two')
  expect(trader.closed()).toEqual([])
  trader.twice(106, [], 'one')
  expect(trader.closed()).toHaveLength(1)
})

test('the other account has none: the position does not end', () => {
  const trader = desk()
  for (let second = 0; second <= 200; second += 10) {
    trader.look(second, [at(here, second)], 'one')
    trader.look(second + 4, [], 'two')
  }
  expect(trader.closed()).toEqual([])
  expect(kindsOf(trader.episode())).toEqual(['opened'])
})

test('a tab that is opened after an addition, beside one that shows it too: one addition', () => {
  const trader = desk()
  trader.twice(0, [at(here, 0)], 'one')
  trader.look(10, [at(there, 10)], 'two')
  trader.look(10.4, [at(there, 10)], 'two')
  expect(marginAdditions(trader.episode())).toBe(0)
  trader.look(12, [at(there, 11)], 'one')
  expect(marginAdditions(trader.episode())).toBe(1)
  expect(kindsOf(trader.episode())).toEqual(['opened', 'margin-added'])
})

test('beside a tab whose page stands still, the one that moves is believed', () => {
  const trader = desk()
  trader.twice(0, [at(here, 0)], 'one')
  for (let second = 60; second <= 240; second += 60) trader.look(second, [at(here, 0)], 'one')
  trader.twice(250, [at(there, 250)], 'two')
  expect(marginAdditions(trader.episode())).toBe(1)
})

test('… unless it has moved to the very prices of the other one, which were the same for minutes', () => {
  const trader = desk()
  trader.twice(0, [at(here, 0)], 'one')
  for (let second = 60; second <= 240; second += 60) trader.look(second, [at(here, 0)], 'one')
  trader.look(200, [at(there, 1)], 'two')
  trader.twice(250, [at(there, 0)], 'two')
  expect(marginAdditions(trader.episode())).toBe(0)
})

test('… unless its balance is that of another account', () => {
  const trader = desk()
  const balance = (marginBalance: string): Partial<Observation> => ({
    account: { asset: 'USDT', marginBalance, availableBalance: null },
  })
  trader.twice(0, [at(here, 0)], 'one', balance('1000.00'))
  for (let second = 60; second <= 240; second += 60) {
    trader.look(second, [at(here, 0)], 'one', balance('1000.00'))
  }
  trader.twice(250, [at(there, 250)], 'two', balance('350.00'))
  trader.look(300, [at(here, 0)], 'one', balance('1000.00'))
  expect(kindsOf(trader.episode())).toEqual(['opened', 'other-account'])
})

test('a page that is loaded again is one tab, and what changed meanwhile counts at once', () => {
  const trader = desk()
  trader.twice(0, [at(here, 0)], 'one', { browserTab: 3 })
  trader.twice(9, [at(there, 9)], 'two', { browserTab: 3 })
  expect(kindsOf(trader.episode())).toEqual(['opened', 'margin-added'])
})

test('what a suspected tab has shown bears no witness for the other account', () => {
  const trader = desk()
  both(trader, 0, 100)
  // By chance the same sum is added here.
  trader.twice(110, [{ ...at(here, 110), margin: '80.00', liquidationPrice: '56225.2' }], 'one')
  const [addition] = trader.episode().events.filter(({ kind }) => kind === 'margin-added')
  expect(addition?.at).toBe(START + 110_000)
})

test('a tab that shows one position otherwise says nothing about those that it does not show', () => {
  const other = observedPosition({ symbol: 'SOLUSDT', entryPrice: '150.00', quantity: '2.00' })
  const trader = desk()
  trader.twice(0, [at(here, 0), other], 'one', { browserTab: 1 })
  trader.closeTab(1)
  const filtered = { complete: false }
  for (let second = 10; second <= 200; second += 10) {
    trader.look(second, [at(here, second)], 'two', filtered)
    trader.look(second + 4, [at(there, second)], 'three')
  }
  expect(trader.closed()).toEqual([])
})

test('one that was opened after hours, with none beside it, does', () => {
  const other = observedPosition({ symbol: 'SOLUSDT', entryPrice: '150.00', quantity: '2.00' })
  const trader = desk()
  trader.twice(0, [at(here, 0), other], 'one', { browserTab: 1 })
  trader.closeTab(1)
  trader.twice(9_000, [at(there, 9_000)], 'two')
  expect(trader.closed().map(({ symbol }) => symbol)).toEqual(['SOLUSDT'])
})

describe('a filter hides the position, while another tab', () => {
  const filtered = (marginBalance: string) => ({ complete: false, ...shows(marginBalance) })
  const bought = observedPosition({
    quantity: '0.030',
    entryPrice: '59800.0',
    margin: '109.13',
    liquidationPrice: '56421.9',
  })
  const hidden = (marginBalance: string) => {
    const trader = desk()
    trader.twice(0, [at(here, 0)], 'one', shows('1000.00'))
    trader.look(10, [], 'one', filtered(marginBalance))
    return trader
  }

  test('shows it in the account that it was last shown in: what was done to it counts', () => {
    const trader = hidden('7000.00')
    trader.twice(100, [at(bought, 100)], 'two', shows('1001.00'))
    expect(kindsOf(trader.episode())).toEqual(['opened', 'increased', 'margin-added'])
  })

  test('shows another account at the same moment: what that does not show is not gone', () => {
    const rich = { margin: '900.00', liquidationPrice: '15000.0' }
    const trader = desk()
    trader.twice(0, [{ ...at(here, 0), ...rich }], 'one', shows('1000.00'))
    for (const second of [60, 70, 80]) {
      trader.look(second, [], 'one', filtered('1000.00'))
      trader.look(second, [], 'two', shows('600.00'))
    }
    expect(trader.closed()).toEqual([])
  })
})
