import { describe, expect, test } from 'vitest'
import { endOf, type ObservedPosition } from '@/lib/ledger'
import { desk, kindsOf, START } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const short = observedPosition({ side: 'short', liquidationPrice: '62700.0' })
const other = observedPosition({ symbol: 'SOLUSDT', entryPrice: '150.00', quantity: '2.00' })
const at = (position: ObservedPosition, seconds: number): ObservedPosition => ({
  ...position,
  markPrice: `${String(59_000 + seconds)}.0`,
})
const how = ({ closed }: ReturnType<typeof desk>) =>
  closed().map(({ events }) => {
    const end = endOf(events)
    return [end?.how, end?.watched, end?.awaySince ?? null]
  })

test('one look without it is no end, and nothing is written of it', () => {
  const { look, twice, episode, closed } = desk()
  twice(0, [long])
  look(20, [])
  twice(21, [long])
  expect(kindsOf(episode())).toEqual(['opened'])
  expect(closed()).toEqual([])
})

test('a page of the other market says nothing about it', () => {
  const { twice, closed } = desk()
  twice(0, [long], 'one', { browserTab: 1 })
  twice(20, [], 'one', { market: 'coinm' })
  expect(closed()).toEqual([])
})

describe('a tab that never showed it', () => {
  test('and was opened just now, is believed at its second look where no other tab is there', () => {
    const trader = desk()
    trader.twice(0, [long], 'one', { browserTab: 1 })
    trader.closeTab(1)
    trader.twice(10, [], 'two')
    expect(how(trader)).toEqual([['closed', false, null]])
  })

  test('is not believed where the tab that did is there, and its page moves', () => {
    const trader = desk()
    trader.twice(0, [at(long, 0)], 'one')
    trader.twice(10, [], 'two')
    trader.look(20, [at(long, 20)], 'one')
    trader.twice(30, [], 'two')
    expect(trader.closed()).toEqual([])
  })

  test('… and takes nothing from what that one shows twice meanwhile', () => {
    const added = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
    const trader = desk()
    trader.twice(0, [at(long, 0)], 'one')
    trader.look(10, [at(added, 10)], 'one')
    trader.look(10.1, [], 'two')
    trader.look(11, [at(added, 11)], 'one')
    expect(kindsOf(trader.episode())).toEqual(['opened', 'margin-added'])
  })

  test('and has been there for long, may lag: it is believed after two minutes', () => {
    const trader = desk()
    trader.twice(0, [], 'two')
    trader.twice(10, [long], 'one', { browserTab: 1 })
    trader.closeTab(1)
    for (const second of [20, 60, 139.9]) trader.look(second, [], 'two')
    expect(trader.closed()).toEqual([])
    trader.look(140, [], 'two')
    expect(trader.closed()).toHaveLength(1)
  })
})

describe('whether its end was watched', () => {
  test('by the tab that showed it a moment before', () => {
    const trader = desk()
    trader.twice(0, [long, other])
    trader.twice(150.4, [other])
    expect(how(trader)).toEqual([['closed', true, null]])
  })

  test('not where that tab has not looked for longer', () => {
    const trader = desk()
    trader.twice(0, [long, other])
    trader.twice(150.5, [other])
    expect(how(trader)).toEqual([['closed', false, START + 400]])
  })

  test('one that comes as it goes does not tell: the account may have been switched', () => {
    const trader = desk()
    trader.twice(0, [long])
    trader.twice(10, [other])
    expect(how(trader)).toEqual([['closed', null, null]])
  })
})

describe('the other side of a contract', () => {
  const filtered = { complete: false }
  test.each([
    ['a long', long, short],
    ['a short', short, long],
  ])('comes as %s goes, with a look at both between: reversed', (_, before, after) => {
    const trader = desk()
    trader.twice(0, [before])
    trader.look(10, [before, after])
    trader.twice(11, [after])
    expect(how(trader)).toEqual([['reversed', true, null]])
  })

  test('says nothing about this one while a filter is on, where both may stand', () => {
    const trader = desk()
    trader.twice(0, [long])
    trader.twice(10, [short], 'one', filtered)
    expect(Object.keys(trader.ledger().open)).toHaveLength(2)
  })

  test.each([
    ['came as it went: reversed', 55.4, 'reversed'],
    ['was there before it went, in another tab: closed', 55.2, 'closed'],
  ])('%s', (_, seconds, expected) => {
    const trader = desk()
    trader.twice(0, [long], 'one', filtered)
    trader.look(60.4, [long], 'one', filtered)
    trader.twice(seconds, [short], 'two', filtered)
    trader.twice(61, [short], 'one')
    expect(how(trader)).toEqual([[expected, true, null]])
  })
})

test('a tab with a filter has noticed the end of what its last look did not show: when that is there again, it was opened', () => {
  const filtered = { complete: false }
  const trader = desk()
  trader.twice(0, [long, other], 'two')
  trader.twice(0, [long], 'one', filtered)
  trader.twice(10, [], 'one', filtered)
  trader.twice(11, [other], 'two')
  expect(how(trader)).toEqual([['closed', true, null]])
  trader.twice(15, [long], 'one', filtered)
  expect(kindsOf(trader.episode('BTCUSDT:long:isolated'))).toEqual(['opened'])
})
