import { describe, expect, test } from 'vitest'
import type { Episode, ObservedPosition } from '@/lib/ledger'
import { endingOf, unseenEnding } from '@/lib/ledger/ending'
import { moneyLost } from '@/lib/ledger/money-lost'
import { held } from './desk.ts'
import { card } from './observed.ts'

const stop = (price: string): Partial<ObservedPosition> => ({
  stopLoss: { state: 'present', price },
})
/** 59.42 of margin, 10 lost: 49.42 is at stake. */
const gone = { before: card('1000.00'), after: card('950.58'), others: [] }
const back = { before: card('1000.00', '900.00'), after: card('1000.00', '949.42'), others: [] }
const unseen = { before: null, after: null, others: [] }

type Change = Partial<ObservedPosition>
type Ended = [what: string, change: Change, mark: string | null, how: string, certain: boolean]

describe('no balance is in sight', () => {
  const short: Change = { side: 'short', liquidationPrice: '62700.0', markPrice: '61000.0' }
  const cross: Change = { marginMode: 'cross', liquidationPrice: '62700.0', markPrice: '61000.0' }
  test.each<Ended>([
    ['the mark fell to the liquidation price', {}, '57258.3', 'liquidated', false],
    ['it fell close to it', {}, '57372.8', 'liquidated', false],
    ['it did not come close', {}, '57372.9', 'closed', true],
    ['a short: it rose to the liquidation price', short, '62700.0', 'liquidated', false],
    ['it rose close to it', short, '62574.6', 'liquidated', false],
    ['it did not come close to it', short, '62574.5', 'closed', true],
    [
      'it was beyond it, and is back',
      { ...short, markPrice: '62800.0' },
      '61000.0',
      'liquidated',
      false,
    ],
    ['cross: it went through the price', cross, '63000.0', 'liquidated', false],
    ['cross: it came close from below', cross, '62574.6', 'liquidated', false],
    [
      'cross: it was close from above',
      { ...cross, markPrice: '62825.4' },
      '63000.0',
      'liquidated',
      false,
    ],
    ['cross: it was further above', { ...cross, markPrice: '62825.5' }, '63000.0', 'closed', true],
    ['the mark met the stop', stop('58000.0'), '58000.0', 'stopped', true],
    ['it came close to the stop', stop('58000.0'), '58116.0', 'stopped', false],
    ['it did not come close to the stop', stop('58000.0'), '58116.1', 'closed', true],
    [
      'a stop behind the liquidation price does not act',
      stop('57000.0'),
      '56900.0',
      'liquidated',
      false,
    ],
    ['a short’s stop acts first', { ...short, ...stop('62000.0') }, '62800.0', 'stopped', true],
    [
      'a short’s stop behind the price does not',
      { ...short, ...stop('62800.0') },
      '62900.0',
      'liquidated',
      false,
    ],
    [
      'with no liquidation price the stop acts',
      { ...stop('50000.0'), liquidationPrice: 'none' },
      '49000.0',
      'stopped',
      true,
    ],
    ['with none, and no stop, it was closed', { liquidationPrice: 'none' }, '10.0', 'closed', true],
    [
      'the liquidation price is out of sight',
      { liquidationPrice: null },
      '59000.0',
      'closed',
      false,
    ],
    ['the mark after it is not: it had been far from the price', {}, null, 'closed', true],
    ['… within a jump of it', { markPrice: '58976.0' }, null, 'closed', false],
    ['… just beyond a jump', { markPrice: '58976.1' }, null, 'closed', true],
    ['… within a jump of the stop', stop('58000.0'), null, 'closed', false],
    ['no mark is', { markPrice: null }, null, 'closed', false],
  ])('%s', (_, change, markPrice, how, certain) => {
    const ending = endingOf(held(change), { reversed: false, markPrice, money: unseen })
    expect(ending).toEqual({ how, certain })
  })

  test.each<[string, Change, string, string]>([
    ['the other side came: reversed', {}, '59000.0', 'reversed'],
    ['… after the mark met the stop: stopped', stop('58000.0'), '58000.0', 'stopped'],
    ['… at the liquidation price: reversed', {}, '57258.3', 'reversed'],
  ])('%s', (_, change, markPrice, how) => {
    expect(endingOf(held(change), { reversed: true, markPrice, money: unseen })).toEqual({
      how,
      certain: true,
    })
  })
})

describe('the balance tells', () => {
  test.each<Ended>([
    [
      'its money is gone, and the mark was at the price: liquidated',
      {},
      '57258.3',
      'liquidated',
      true,
    ],
    ['… close to it', {}, '57372.8', 'liquidated', true],
    ['… not close to it: probably', {}, '57372.9', 'liquidated', false],
    ['… at the stop before it: probably', stop('58000.0'), '57258.3', 'liquidated', false],
  ])('%s', (_, change, markPrice, how, certain) => {
    const ending = endingOf(held(change), { reversed: false, markPrice, money: gone })
    expect(ending).toEqual({ how, certain })
  })

  test.each<Ended>([
    ['its money is back: closed, even at the liquidation price', {}, '57258.3', 'closed', true],
    ['… though the price is out of sight', { liquidationPrice: null }, '59000.0', 'closed', true],
    ['… within a jump of the stop it may have been that', stop('58000.0'), null, 'closed', false],
  ])('%s', (_, change, markPrice, how, certain) => {
    const ending = endingOf(held(change), { reversed: false, markPrice, money: back })
    expect(ending).toEqual({ how, certain })
  })
})

test.each([
  ['at the liquidation price: probably liquidated', '57300.0', 'liquidated'],
  ['far from it: closed', '59000.0', 'closed'],
  ['where no mark was in sight: closed', null, 'closed'],
])('nobody saw it end, and the mark was last %s', (_, markPrice, how) => {
  expect(unseenEnding(held({ markPrice }))).toEqual({ how, certain: false })
})
test('nobody saw one end that had no liquidation price: closed', () => {
  expect(unseenEnding(held({ liquidationPrice: 'none', markPrice: '1.0' })).how).toBe('closed')
})

describe('whether its money went with it', () => {
  const lost = (episode: Episode, money: Partial<typeof gone> = {}) =>
    moneyLost({ episode, ...gone, ...money })
  const eth: Change = {
    symbol: 'ETHUSDT',
    entryPrice: '3000.0',
    markPrice: '3000.0',
    margin: '450.00',
  }

  test.each<[string, string, boolean | null]>([
    ['seven tenths of it: it did', '965.40', true],
    ['less: that may be a loss', '965.42', null],
    ['nothing: isolated wallets may be left out', '1000.00', null],
    ['it rose by as much: it came back', '1034.60', false],
  ])('the balance fell by %s', (_, balance, expected) => {
    expect(lost(held(), { after: card(balance) })).toBe(expected)
  })

  test.each<[string, Change, Partial<typeof gone>]>([
    ['its margin is not in sight', { margin: null }, {}],
    ['its PnL is not', { unrealizedPnl: null }, {}],
    ['it has its margin in another asset', { marginAsset: 'USDC' }, {}],
    [
      'the balance is of another asset',
      { marginAsset: 'USDC' },
      { before: card('1000.00', null, 'USDC') },
    ],
    ['the balance was not in sight before', {}, { before: card(null) }],
    ['the balance is not in sight after it', {}, { after: card(null) }],
    [
      'it is less than four digits of the balance',
      {},
      { before: card('1000'), after: card('950') },
    ],
  ])('not known where %s', (what, change, money) => {
    const small = what.startsWith('it is less') ? { margin: '13.99' } : {}
    expect(lost(held({ ...change, ...small }), money)).toBe(null)
  })

  test('not known where others move the balance by as much', () => {
    const others = (quantity: string, marginMode: 'cross' | 'isolated' = 'isolated') => [
      held({ ...eth, quantity, marginMode }),
    ]
    expect(lost(held(), { others: others('2.05') } as Partial<typeof gone>)).toBe(true)
    expect(lost(held(), { others: others('2.06') } as Partial<typeof gone>)).toBe(null)
    // What is free moves with the cross ones only.
    expect(moneyLost({ episode: held(), ...back, others: others('9.00') })).toBe(false)
    expect(moneyLost({ episode: held(), ...back, others: others('9.00', 'cross') })).toBe(null)
  })

  test.each<[string, string, boolean | null]>([
    ['takes all of it', '0.00', true],
    ['takes a third: nobody knows', '690.00', null],
    ['takes less: it stands', '700.00', false],
  ])('the end of a cross position %s', (_, balance, expected) => {
    const cross = held({ marginMode: 'cross', margin: null })
    expect(lost(cross, { after: card(balance) })).toBe(expected)
  })

  test('not known of a cross position beside isolated ones, which keep theirs', () => {
    const cross = held({ marginMode: 'cross', margin: null })
    const others = [held({ ...eth, quantity: '0.010' })]
    expect(moneyLost({ episode: cross, ...gone, after: card('0.00'), others })).toBe(null)
    const alike = [held({ ...eth, quantity: '0.010', marginMode: 'cross' })]
    expect(moneyLost({ episode: cross, ...gone, after: card('0.00'), others: alike })).toBe(true)
  })
})
