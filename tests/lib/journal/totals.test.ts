import { describe, expect, test } from 'vitest'
import { summarize, totals } from '@/lib/journal'
import type { Episode, LedgerEvent } from '@/lib/ledger'
import { added, closed, event, history, opened } from './episodes.ts'

const past = (events: readonly LedgerEvent[], change: Partial<Episode> = {}) =>
  summarize(history(events, change))
const withAdditions = (count: number, pnl: string | null, how?: 'liquidated') => [
  opened(),
  ...Array.from({ length: count }, (_, index) => added(10 + index * 10)),
  closed(90, pnl, how),
]

describe('after how many additions did it end how?', () => {
  const found = totals([
    past(withAdditions(0, '10.00')),
    past(withAdditions(0, '-4.00')),
    past(withAdditions(0, '0.00')),
    past(withAdditions(1, '5.00')),
    past(withAdditions(1, '-20.00')),
    ...Array.from({ length: 6 }, () => past(withAdditions(2, '-30.00'))),
    past(withAdditions(3, '-57.00', 'liquidated')),
    past(withAdditions(2, '12.00')),
    past(withAdditions(4, '8.00')),
    past([opened()]),
  ])

  test('after a second addition: 7 of 9 at a loss, the liquidated one among them', () => {
    expect(found.groups.map(({ known, gains, losses }) => [losses, gains, known])).toEqual([
      [1, 1, 3],
      [1, 1, 2],
      [7, 2, 9],
    ])
  })

  test('the result of each group in total, and of all that margin was added to', () => {
    expect(
      found.groups.map(({ sums }) =>
        sums.map(({ asset, amount, episodes }) => [asset, amount.toFixed(), episodes]),
      ),
    ).toEqual([
      [['USDT', '6', 3]],
      [['USDT', '-15', 2]],
      // 6 × −30 − 60 + 12 + 8; of the liquidated one the wallet of 60 was lost.
      [['USDT', '-220', 9]],
    ])
    expect(found.added.map(({ asset, amount }) => [asset, amount.toFixed()])).toEqual([
      ['USDT', '-235'],
    ])
  })

  test('open positions are counted apart', () => {
    expect([found.closed, found.open, found.leftOut]).toEqual([14, 1, 0])
  })
})

test('a probable liquidation is a loss, and in no sum of what liquidations cost', () => {
  const { liquidations, groups } = totals([
    past([opened(), closed(9, '-57.00', 'liquidated', false)]),
    past([opened(), closed(9, '-57.00', 'liquidated')]),
  ])
  expect(liquidations).toMatchObject({ count: 1, probable: 1, unknown: 0 })
  expect(liquidations.lost.map(({ amount }) => amount.toFixed())).toEqual(['60'])
  expect(groups[0]).toMatchObject({ known: 2, losses: 2 })
})

describe('what is not known is left out and said', () => {
  test('without an outcome', () => {
    const { groups, leftOut } = totals([past(withAdditions(2, null))])
    expect([groups[2].known, leftOut]).toEqual([0, 1])
  })

  test('one addition seen, and there may have been more before', () => {
    const { groups, leftOut } = totals([past([opened(0, false), added(5), closed(9, '-1.00')])])
    expect([groups[1].known, leftOut]).toEqual([0, 1])
  })

  test('two additions seen are two, whatever came before', () => {
    const early = [opened(0, false), added(5), added(15), closed(20, '-1.00')]
    const { groups, leftOut } = totals([past(early)])
    expect([groups[2].known, leftOut]).toEqual([1, 0])
  })

  test('cross positions, to which no margin can be added', () => {
    const {
      groups,
      leftOut,
      closed: all,
    } = totals([past(withAdditions(0, '3.00'), { marginMode: 'cross' })])
    expect([groups[0].known, leftOut, all]).toEqual([0, 0, 1])
  })

  test('a position closed in parts counts as a loss, but its rest is in no sum', () => {
    const parts = [opened(), event('reduced', 5, { quantity: '0.010' }), closed(9, '-3.00')]
    const [none] = totals([past(parts)]).groups
    expect([none.losses, none.known, none.sums]).toEqual([1, 1, []])
  })
})

test('assets are never added to each other', () => {
  const { groups } = totals([
    past(withAdditions(0, '10.00')),
    past(withAdditions(0, '0.002'), { marginAsset: 'BTC' }),
    past(withAdditions(0, '-2.00')),
  ])
  expect(groups[0].sums.map(({ asset, amount }) => `${amount.toFixed()} ${asset!}`)).toEqual([
    '8 USDT',
    '0.002 BTC',
  ])
})

test('margin lost to liquidations, and those of which it is not known', () => {
  const { liquidations } = totals([
    past(withAdditions(1, '-70.00', 'liquidated')),
    past(withAdditions(0, '-9.00', 'liquidated')),
    past(withAdditions(0, '-9.00', 'liquidated'), { marginMode: 'cross' }),
    past(withAdditions(0, '-9.00')),
  ])
  expect(liquidations.lost.map(({ amount, asset }) => [amount.toFixed(), asset])).toEqual([
    ['120', 'USDT'],
  ])
  expect([liquidations.count, liquidations.unknown]).toEqual([3, 1])
})

test('share without a stop-loss: of those of which the page showed it', () => {
  const { figures } = history([])
  const stop = (stopLoss: Episode['figures']['stopLoss']) =>
    past(withAdditions(0, '1.00'), { figures: { ...figures, stopLoss } })
  const { stops } = totals([
    stop({ state: 'absent' }),
    stop({ state: 'absent' }),
    stop({ state: 'present', price: '58000.0' }),
    stop({ state: 'unknown' }),
  ])
  expect([stops.without, stops.known, stops.share?.toFixed(4)]).toEqual([2, 3, '0.6667'])
})

test('an empty journal: nothing is claimed', () => {
  const empty = totals([])
  expect(empty.stops.share).toBeNull()
  expect(empty.groups.map(({ known, gains, sums }) => [known, gains, sums])).toEqual([
    [0, 0, []],
    [0, 0, []],
    [0, 0, []],
  ])
})
