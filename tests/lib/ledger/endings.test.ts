import { describe, expect, test } from 'vitest'
import { endOf, type Episode, type Observation, type ObservedPosition } from '@/lib/ledger'
import { marginAdditions } from '@/lib/ledger/additions'
import { desk, kindsOf } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const short = observedPosition({
  side: 'short',
  liquidationPrice: '62700.0',
  unrealizedPnl: '10.00',
})

const account = (marginBalance: string | null, availableBalance: string | null) => ({
  account: { asset: 'USDT', marginBalance, availableBalance },
})
const ticker = (markPrice: string): Partial<Observation> => ({
  ticker: { symbol: 'BTCUSDT', markPrice },
})
const endings = (closed: readonly Episode[]) =>
  closed.map(({ events }) => {
    const end = endOf(events)
    return end === undefined ? null : [end.how, end.certain]
  })

describe('a leg of a hedge ends', () => {
  test('closed by hand: it is closed, and the other leg has nothing to do with it', () => {
    const { twice, closed } = desk()
    twice(0, [long, short])
    twice(60, [short])
    expect(endings(closed())).toEqual([['closed', true]])
  })

  test('the other one was opened a moment before: the page says that it is hedge mode', () => {
    const { look, twice, closed } = desk()
    twice(0, [long], 'one', { positionMode: 'hedge' })
    look(10, [long, short], 'one', { positionMode: 'hedge' })
    twice(11, [short], 'one', { positionMode: 'hedge' })
    expect(endings(closed())).toEqual([['closed', true]])
  })

  test('liquidated while the other stands: liquidated', () => {
    const { twice, closed } = desk()
    const near = { ...long, markPrice: '57260.0', unrealizedPnl: '-54.80' }
    twice(0, [near, short])
    twice(10, [short], 'one', ticker('57255.0'))
    expect(endings(closed())).toEqual([['liquidated', false]])
  })

  test('cross legs share a price: the leg on its other side was not liquidated', () => {
    // Net short: 66,000 lies above the mark, for the long leg too.
    const cross = { marginMode: 'cross', margin: null, liquidationPrice: '66000.0' } as const
    const { twice, closed } = desk()
    twice(0, [
      { ...long, ...cross },
      { ...short, ...cross },
    ])
    twice(10, [])
    // Without a balance in sight an account may have been switched.
    expect(endings(closed())).toEqual([
      ['closed', false],
      ['closed', false],
    ])
  })
})

test('one-way mode: the short came as the long went', () => {
  const { twice, closed } = desk()
  twice(0, [long], 'one', account('1000.00', '940.00'))
  twice(60, [short], 'one', account('999.50', '940.10'))
  expect(endings(closed())).toEqual([['reversed', true]])
})

test('… and was not seen twice yet, since something was done to it at once', () => {
  const { look, twice, closed } = desk()
  const short = { ...long, side: 'short', liquidationPrice: '62700.0' } as const
  twice(0, [long])
  look(10, [short])
  look(10.4, [{ ...short, margin: '79.42', liquidationPrice: '63700.0' }])
  expect(closed()[0]?.events.at(-1)).toMatchObject({ kind: 'closed', how: 'reversed' })
})

describe('close to its liquidation price', () => {
  const near = { ...long, markPrice: '57280.0', unrealizedPnl: '-54.40', margin: '59.42' }

  test('no balance in sight: probably liquidated', () => {
    const { twice, closed } = desk()
    twice(0, [near])
    twice(10, [])
    expect(endings(closed())).toEqual([['liquidated', false]])
  })

  test('the balance fell by what it still stood for, and the mark went through: liquidated', () => {
    const { twice, closed } = desk()
    twice(0, [near], 'one', account('1005.02', '1000.00'))
    twice(10, [], 'one', { ...account('1000.00', '1000.00'), ...ticker('57250.0') })
    expect(endings(closed())).toEqual([['liquidated', true]])
  })

  test('the balance stands, and its margin is free again: closed by hand', () => {
    const { twice, closed } = desk()
    twice(0, [near], 'one', account('1005.02', '1000.00'))
    twice(10, [], 'one', { ...account('1004.40', '1004.40'), ...ticker('57290.0') })
    expect(endings(closed())).toEqual([['closed', true]])
  })

  test('a balance that does not move says nothing: it may leave isolated wallets out', () => {
    const { twice, closed } = desk()
    twice(0, [near], 'one', account('1000.00', null))
    twice(10, [], 'one', account('1000.00', null))
    expect(endings(closed())).toEqual([['liquidated', false]])
  })

  test('the mark met the trader’s own stop first: stopped, and its loss is no liquidation', () => {
    // F-B1: the stop stood 0.1 % before liquidation.
    const stopped: ObservedPosition = {
      ...near,
      markPrice: '57300.0',
      stopLoss: { state: 'present', price: '57315.5' },
    }
    const { twice, closed } = desk()
    twice(0, [stopped])
    twice(10, [], 'one', ticker('57309.0'))
    expect(endings(closed())).toEqual([['stopped', true]])
  })

  test('the stop was near the last mark, and nobody saw it reached: probably stopped', () => {
    const stopped: ObservedPosition = {
      ...long,
      markPrice: '58040.0',
      stopLoss: { state: 'present', price: '58000.0' },
    }
    const { twice, closed } = desk()
    twice(0, [stopped])
    twice(10, [])
    expect(endings(closed())).toEqual([['stopped', false]])
  })

  test('the price fell through within a second: the mark of the page’s contract tells', () => {
    const { twice, closed } = desk()
    twice(0, [{ ...long, markPrice: '58900.0' }])
    twice(0.9, [], 'one', ticker('57200.0'))
    expect(endings(closed())).toEqual([['liquidated', false]])
  })

  test('it fell there at once after a purchase that left the price where it was: it was bought, and not certain to be closed', () => {
    const balance = account('1000.00', null)
    const hidden = { ...long, margin: null }
    const bought = { ...hidden, quantity: '0.022', entryPrice: '59990.9' }
    const { look, twice, closed } = desk()
    twice(0, [hidden], 'one', balance)
    twice(10, [bought], 'one', balance)
    look(11, [{ ...bought, markPrice: '57400.0' }], 'one', balance)
    twice(11.6, [], 'one', balance)
    expect(closed().map(kindsOf)).toEqual([['opened', 'increased', 'closed']])
    expect(endings(closed())).toEqual([['closed', false]])
  })

  test('cross, the whole balance is gone: liquidated', () => {
    const cross: ObservedPosition = { ...near, marginMode: 'cross', margin: null }
    const { twice, closed } = desk()
    twice(0, [cross], 'one', account('5.02', '0.00'))
    twice(10, [], 'one', { ...account('0.00', '0.00'), ...ticker('57250.0') })
    expect(endings(closed())).toEqual([['liquidated', true]])
  })
})

test('gone while nobody looked: closed, and nothing more is certain', () => {
  const { twice, closed } = desk()
  twice(0, [long, short], 'one')
  twice(7_200, [short], 'two')
  expect(endings(closed())).toEqual([['closed', false]])
  expect(endOf(closed()[0]?.events ?? [])).toMatchObject({ watched: false })
})

describe('a position at the old price and size', () => {
  const flat = account('1010.00', '1010.00')
  const held = account('1010.00', '950.58')

  test('after an end that was watched it is another one, and names the one before', () => {
    const { twice, episode, closed } = desk()
    twice(0, [long], 'one', held)
    const first = episode().id
    twice(30, [], 'one', flat)
    twice(60, [long], 'one', held)
    expect(closed()).toHaveLength(1)
    expect(kindsOf(closed()[0]!)).toEqual(['opened', 'closed'])
    expect(episode().id).not.toBe(first)
    expect(episode().events).toMatchObject([{ kind: 'opened', witnessed: true, follows: first }])
  })

  test('never counts what lies across a closure: additions, leverage, the clock of the stop', () => {
    const { twice, episode } = desk()
    twice(0, [added], 'one', held)
    twice(30, [], 'one', flat)
    const again = { ...long, leverage: '10', margin: '119.40', liquidationPrice: '54255.0' }
    twice(270, [again], 'one', account('1010.00', '890.60'))
    expect(kindsOf(episode())).toEqual(['opened'])
    expect(marginAdditions(episode())).toBe(0)
    expect(episode().withoutStopSince).toBe(episode().openedAt)
  })

  test('a liquidated one does not come back', () => {
    const { twice, episode, closed } = desk()
    const near = { ...long, markPrice: '57260.0', unrealizedPnl: '-54.80' }
    twice(0, [near], 'one', account('1004.62', '1000.00'))
    twice(10, [], 'one', { ...account('1000.00', '1000.00'), ...ticker('57250.0') })
    twice(60, [{ ...long, markPrice: '60000.0' }], 'one', account('1000.00', '940.58'))
    expect(endings(closed())).toEqual([['liquidated', true]])
    expect(kindsOf(episode())).toEqual(['opened'])
  })

  test('another account came into view: it goes on, with its count, and every event stays', () => {
    const { twice, episode, closed } = desk()
    twice(0, [long], 'one', held)
    twice(10, [added], 'one', account('1010.00', '930.58'))
    twice(20, [], 'one', account('73.20', '73.20'))
    expect(closed()).toHaveLength(1)
    twice(60, [added], 'one', account('1010.00', '930.58'))
    expect(closed()).toEqual([])
    expect(kindsOf(episode())).toEqual(['opened', 'margin-added', 'closed', 'resumed'])
    expect(episode().closedAt).toBeNull()
    expect(endOf(episode().events)).toBeUndefined()
    expect(marginAdditions(episode())).toBe(1)
    expect(episode().events.map(({ id }) => id)).toEqual([0, 1, 2, 3])
  })

  test('the page was loaded again, and the first look was too early: it goes on', () => {
    const { look, twice, episode } = desk()
    twice(0, [added], 'one', { browserTab: 7 })
    look(5, [], 'two', { browserTab: 7 })
    look(5.4, [], 'two', { browserTab: 7 })
    twice(9, [added], 'two', { browserTab: 7 })
    expect(kindsOf(episode())).toEqual(['opened', 'closed', 'resumed'])
  })

  test('a page that is loaded as it ends shows it for a moment more: it is over', () => {
    const { look, twice, closed, ledger } = desk()
    twice(0, [added], 'one', account('1010.00', '930.58'))
    look(10, [], 'one', account('1010.00', '1010.00'))
    look(10.4, [], 'one', account('1010.00', '1010.00'))
    for (const second of [10.5, 10.9]) look(second, [added], 'two', account('1010.00', '930.58'))
    look(11.5, [], 'two', account('1010.00', '1010.00'))
    expect(closed()).toHaveLength(1)
    expect(ledger().open).toEqual({})
    // Entered again, and shown by a page that was loaded later.
    twice(17, [added], 'three', account('1010.00', '930.58'))
    expect(Object.keys(ledger().open)).toHaveLength(1)
  })

  test('no balance in sight: what had been added is still there, to the cent', () => {
    const { twice, episode } = desk()
    twice(0, [long])
    twice(10, [added])
    twice(20, [])
    twice(60, [added])
    expect(kindsOf(episode())).toEqual(['opened', 'margin-added', 'closed', 'resumed'])
  })

  test('no balance in sight, and a wallet as of a new position: it is a new one', () => {
    const { twice, episode } = desk()
    twice(0, [long])
    twice(20, [])
    twice(60, [long])
    expect(kindsOf(episode())).toEqual(['opened'])
  })

  test('another position stayed in view: it is the same account, and an end is an end', () => {
    const eth = { ...long, symbol: 'ETHUSDT', entryPrice: '3000.0', quantity: '0.400' }
    const { twice, episode } = desk()
    twice(0, [added, eth])
    twice(20, [eth])
    twice(60, [added, eth])
    expect(kindsOf(episode('BTCUSDT:long:isolated'))).toEqual(['opened'])
  })

  test('with less in it, as much as a wild rate may have cost meanwhile: it goes on', () => {
    const back = (margin: string) => {
      const { twice, episode } = desk()
      const shown = { ...added, liquidationPrice: null }
      twice(2_380, [shown], 'one', account('1010.00', '930.58'))
      twice(2_390, [], 'one', account('73.20', '73.20'))
      twice(2_410, [{ ...shown, margin }], 'one', account('1010.00', '930.58'))
      return kindsOf(episode())
    }
    expect(back('71.42')).toEqual(['opened', 'closed', 'resumed', 'margin-removed'])
    // No rate takes as much.
    expect(back('29.42')).toEqual(['opened'])
  })

  test('an unwatched one with another wallet is another one: nobody knows what was done', () => {
    const { twice, episode } = desk()
    twice(0, [long], 'one', held)
    twice(20, [], 'one', account('73.20', '73.20'))
    twice(60, [added], 'one', account('1010.00', '930.58'))
    expect(kindsOf(episode())).toEqual(['opened'])
    expect(marginAdditions(episode())).toBe(0)
    expect(episode().events[0]).toMatchObject({ witnessed: false })
  })
})
