import { describe, expect, test } from 'vitest'
import type { ObservedPosition } from '@/lib/ledger'
import { desk, kindsOf, START } from './desk.ts'
import { card, observedPosition } from './observed.ts'

const long = observedPosition()
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const kinds = ({ episode }: ReturnType<typeof desk>) => kindsOf(episode()).slice(1)

describe('margin is added in a tab that is closed then, and another tab', () => {
  /** The first tab has seen the addition at second 10. */
  const closed = (names: string[]) => {
    const trader = desk()
    trader.twice(0, [long], 'one', { browserTab: 1 })
    for (const name of names) trader.twice(1, [long], name)
    trader.twice(10, [added], 'one', { browserTab: 1 })
    trader.closeTab(1)
    return trader
  }

  test('goes on showing what was: it lags, however long', () => {
    const trader = closed(['two'])
    for (const second of [12, 12.4, 20, 200]) trader.look(second, [long], 'two')
    expect(kinds(trader)).toEqual(['margin-added'])
    trader.twice(210, [added], 'two')
    expect(kinds(trader)).toEqual(['margin-added'])
  })

  test('shows something else, of before: it lags for half a minute', () => {
    const trader = closed(['two'])
    const before = { ...long, margin: '69.42', liquidationPrice: '56756.3' }
    for (const second of [12, 12.4, 18, 40]) trader.look(second, [before], 'two')
    expect(kinds(trader)).toEqual(['margin-added'])
    for (const second of [40.1, 40.5, 46]) trader.look(second, [before], 'two')
    expect(kinds(trader)).toEqual(['margin-added', 'margin-removed'])
  })

  test('is opened, and shows what was just before: it lags for half a minute', () => {
    const trader = closed([])
    for (const second of [12, 12.4, 18, 40]) trader.look(second, [long], 'two')
    expect(kinds(trader)).toEqual(['margin-added'])
    for (const second of [40.1, 46]) trader.look(second, [long], 'two')
    expect(kinds(trader)).toEqual(['margin-added', 'margin-removed'])
  })

  test('is opened, and shows something else: that is news', () => {
    const trader = closed([])
    const more = { ...long, margin: '99.42', liquidationPrice: '55250.3' }
    trader.twice(16, [more], 'two')
    expect(kinds(trader)).toEqual(['margin-added', 'margin-added'])
  })

  test('has shown it with its wallet out of sight: that is no sign that it does not lag', () => {
    const trader = desk()
    trader.twice(0, [long], 'one', { browserTab: 1 })
    trader.look(1, [{ ...long, margin: null, liquidationPrice: null }], 'two')
    trader.look(2, [long], 'two')
    trader.twice(10, [added], 'one', { browserTab: 1 })
    trader.closeTab(1)
    for (const second of [12, 12.4, 18])
      trader.look(second, [{ ...long, margin: '69.42', liquidationPrice: '56756.3' }], 'two')
    expect(kinds(trader)).toEqual(['margin-added'])
  })

  test('has shown a position come, and then more of it together with a column that was hidden: that is news', () => {
    const trader = desk()
    trader.twice(0, [{ ...long, stopLoss: { state: 'unknown' } }])
    trader.twice(0.6, [added])
    expect(kinds(trader)).toEqual(['margin-added'])
  })

  test('has shown the addition as well: what it shows next is news, even what was before', () => {
    const trader = closed(['two'])
    trader.twice(11, [added], 'two')
    for (const second of [17, 17.4, 23]) trader.look(second, [long], 'two')
    expect(kinds(trader)).toEqual(['margin-added', 'margin-removed'])
  })
})

test('what comes late, from a tab that showed it before the change, changes nothing', () => {
  const trader = desk()
  for (const tab of ['one', 'two']) trader.twice(0, [long], tab)
  trader.twice(10, [added], 'one')
  const other = { ...long, leverage: '25' }
  trader.twice(5, [other], 'two')
  expect(kinds(trader)).toEqual(['margin-added'])
  expect(trader.episode().seenAt).toBe(START + 10_400)
})

test('a wallet that trembles is known as it was read first after a change, so that small rises add up', () => {
  const trader = desk()
  const rough = (margin: string) => [
    { ...long, margin, marginSlack: '0.50', liquidationPrice: null },
  ]
  trader.twice(0, rough('59.30'))
  trader.look(8, rough('59.42'))
  for (const [index, margin] of ['59.90', '60.30', '59.80', '60.42'].entries())
    trader.twice(10 + index * 10, rough(margin))
  expect(kinds(trader)).toEqual([])
  expect(trader.episode().figures.margin).toBe('59.42')
  trader.twice(60, rough('60.43'))
  expect(kinds(trader)).toEqual(['margin-added'])
})

test('a printed wallet is known as it was read last', () => {
  const trader = desk()
  trader.twice(0, [{ ...long, margin: '59.42', marginSlack: '0.50' }])
  trader.twice(10, [{ ...long, margin: '59.60' }])
  expect(trader.episode().figures).toMatchObject({ margin: '59.60', marginSlack: null })
  trader.twice(20, [{ ...long, margin: null }])
  expect(trader.episode().figures).toMatchObject({ margin: '59.60', marginSlack: null })
})

describe('a stop', () => {
  type Stop = ObservedPosition['stopLoss']
  const at = (price: string | null): Stop => ({ state: 'present', price })
  test.each<[string, Stop, Stop, string[]]>([
    ['is set', { state: 'absent' }, at('58000.0'), ['stop-changed']],
    ['is taken away', at('58000.0'), { state: 'absent' }, ['stop-changed']],
    ['is moved', at('58000.0'), at('57900.0'), ['stop-changed']],
    ['is the same in other digits', at('58000.0'), at('58000'), []],
    ['has a price that is out of sight now', at('58000.0'), at(null), []],
    ['has a price that comes into sight', at(null), at('58000.0'), []],
    ['is out of sight', at('58000.0'), { state: 'unknown' }, []],
    ['comes into sight', { state: 'unknown' }, at('58000.0'), []],
  ])('%s', (_, from, to, expected) => {
    const trader = desk()
    trader.twice(0, [{ ...long, stopLoss: from }])
    trader.twice(10, [{ ...long, stopLoss: to }])
    expect(kinds(trader)).toEqual(expected)
  })

  test('that is out of sight for a while is known, and a change of it comes to light', () => {
    const trader = desk()
    for (const [second, stopLoss] of [
      [0, at('58000.0')],
      [10, { state: 'unknown' }],
    ] as const)
      trader.twice(second, [{ ...long, stopLoss }])
    expect(trader.episode().figures.stopLoss).toEqual(at('58000.0'))
    trader.twice(20, [{ ...long, stopLoss: at('57000.0') }])
    expect(kinds(trader)).toEqual(['stop-changed'])
  })
})

describe('a position has ended in one tab, and another tab', () => {
  /** Seen by both, and gone at 60 s. */
  const ended = () => {
    const trader = desk()
    const account = card('1000.00')
    trader.twice(0, [long], 'two', { complete: false })
    trader.twice(1, [long], 'one', { account })
    trader.twice(60, [], 'one', { account })
    expect(trader.closed()).toHaveLength(1)
    return trader
  }
  const open = ({ ledger }: ReturnType<typeof desk>) => Object.keys(ledger().open).length
  const filtered = { complete: false }

  test('goes on showing it, and what was done to it before: it lags', () => {
    const trader = ended()
    trader.twice(62, [long], 'two', filtered)
    trader.twice(64, [{ ...long, margin: '79.42', liquidationPrice: '56254.3' }], 'two', filtered)
    expect(open(trader)).toBe(0)
  })

  test('tells late what it has seen before', () => {
    const trader = ended()
    trader.twice(59, [long], 'three')
    expect(open(trader)).toBe(0)
  })

  test.each([
    ['was loaded at that moment and shows it: it shows the table of a moment before', 64.4, 0],
    ['… or longer: it was entered again', 65.1, 1],
  ])('%s', (_, seconds, count) => {
    const trader = ended()
    trader.twice(seconds, [long], 'three')
    expect(open(trader)).toBe(count)
  })

  test('has noticed as well: what it shows next was entered again, whatever was added at once', () => {
    const trader = ended()
    trader.look(62, [], 'two')
    trader.look(70, [long], 'two')
    trader.twice(70.4, [{ ...long, margin: '79.42', liquidationPrice: '56254.3' }], 'two')
    expect(trader.episode().figures.margin).toBe('79.42')
  })
})
