import { describe, expect, test } from 'vitest'
import { type ObservedPosition, standingEvents } from '@/lib/ledger'
import { marginAdditions, openQuestions } from '@/lib/ledger/additions'
import { desk, kindsOf, START } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }
const hidden = { liquidationPrice: null }
const balance = (marginBalance: string) => ({
  account: { asset: 'USDT', marginBalance, availableBalance: null },
})
const mine = balance('1010.00')
const theirs = balance('73.20')
/** Seconds from the start to 11:00 UTC. */
const eleven = 2_400

/** An account is switched to another one and back, and the position has changed meanwhile. */
const switched = (before: ObservedPosition, after: ObservedPosition, at = eleven) => {
  const trader = desk()
  trader.twice(at - 30, [before], 'one', mine)
  trader.twice(at - 20, [], 'one', theirs)
  trader.twice(at + 20, [after], 'one', mine)
  return trader
}
const kinds = ({ episode }: ReturnType<typeof desk>) => kindsOf(episode()).slice(1)

describe('an account was switched, and is back', () => {
  test('what changed may have been settled: it goes on, and that is written down', () => {
    const shown = { ...added, ...hidden, estimatedFunding: '0.10' }
    const received = switched(shown, { ...shown, margin: '79.52' })
    expect(kinds(received)).toEqual(['closed', 'resumed', 'funding'])
    expect(received.episode().figures.margin).toBe('79.52')
    const blind = { ...shown, estimatedFunding: null }
    const more = switched(blind, { ...blind, margin: '81.42' })
    expect(kinds(more)).toEqual(['closed', 'resumed', 'margin-added'])
    expect(openQuestions(more.episode())).toHaveLength(1)
    expect(more.episode().events.at(-1)?.awaySince).toBe(START + (eleven - 29.6) * 1_000)
  })

  test.each<[string, Partial<ObservedPosition>]>([
    ['its leverage is another one', { leverage: '25' }],
    ['its stop is another one', { stopLoss: { state: 'present', price: '57000.0' } }],
    ['much more is in it', { margin: '379.42' }],
    ['its leverage as well, where something was settled', { margin: '79.52', leverage: '25' }],
  ])('and %s: it is another position', (_, change) => {
    const shown = { ...added, ...hidden }
    expect(kinds(switched(shown, { ...shown, ...change }))).toEqual([])
  })

  test('a column that is out of sight since is known as it was, unless something was settled', () => {
    const before = { ...added, estimatedFunding: '0.10' }
    const priceAfter = (change: Partial<ObservedPosition>) =>
      switched(before, { ...before, ...hidden, ...change }).episode().figures.liquidationPrice
    expect(priceAfter({})).toBe(added.liquidationPrice)
    expect(priceAfter({ margin: '79.52' })).toBeNull()
  })

  test('a cross position has another liquidation price: it goes on', () => {
    const cross = { ...long, marginMode: 'cross' } as const
    const trader = switched(cross, { ...cross, liquidationPrice: '50000.0' })
    expect(kinds(trader)).toEqual(['closed', 'resumed'])
  })

  test('what is done to it at once is no part of what was before', () => {
    const shown = { ...added, ...hidden, estimatedFunding: '0.10' }
    const trader = switched(shown, shown)
    trader.twice(eleven + 22, [{ ...shown, margin: '99.42' }], 'one', mine)
    expect(kinds(trader)).toEqual(['closed', 'resumed', 'margin-added'])
    expect(trader.episode().events.at(-1)).toMatchObject({ certain: true, awaySince: null })
  })

  test('its position was taken for more of one’s own: what comes back is an episode of its own', () => {
    const bought = {
      ...long,
      ...hidden,
      quantity: '0.500',
      entryPrice: '59600.0',
      margin: '1489.42',
    }
    const trader = desk()
    for (const second of [0, 0.4, 60]) trader.look(second, [{ ...long, ...hidden }], 'one', mine)
    for (const second of [70, 72]) trader.look(second, [bought], 'one', theirs)
    for (const second of [74, 75, 120]) {
      trader.look(second, [{ ...added, ...hidden }], 'one', mine)
    }
    const [before] = trader.closed()
    expect(before && kindsOf(before)).toEqual(['opened', 'increased', 'closed'])
    expect(trader.episode().id).not.toBe(before?.id)
    expect(trader.episode().events).toMatchObject([
      { kind: 'opened', at: before?.closedAt, witnessed: false, margin: '59.42' },
      { kind: 'margin-added', at: before?.closedAt, amount: '20' },
    ])
  })

  test('none is left among those that ended, and others are', () => {
    const other = observedPosition({ symbol: 'ETHUSDT', entryPrice: '3000.0', quantity: '0.400' })
    const trader = desk()
    trader.twice(0, [added, other], 'one', mine)
    trader.twice(10, [], 'one', theirs)
    trader.twice(30, [added], 'one', mine)
    expect(trader.closed().map(({ symbol }) => symbol)).toEqual(['ETHUSDT'])
    expect(standingEvents(trader.episode().events).map(({ kind }) => kind)).toEqual([
      'opened',
      'resumed',
    ])
  })

  test('with another position in its place meanwhile: what was added before counts once', () => {
    const theirOwn = {
      ...long,
      ...hidden,
      quantity: '0.500',
      entryPrice: '61000.0',
      margin: '1525.00',
    }
    const { look, twice, episode } = desk()
    twice(0, [{ ...long, ...hidden }])
    twice(10, [{ ...added, ...hidden }])
    for (const second of [60, 60.4, 70]) look(second, [theirOwn])
    for (const second of [90, 90.4, 100]) look(second, [{ ...added, ...hidden }])
    expect(kindsOf(episode())).toEqual(['opened', 'margin-added', 'closed', 'resumed'])
    expect(marginAdditions(episode())).toBe(1)
  })

  test('the other one holds less of the same, so that it looks bought: it is back to the digit', () => {
    const theirOwn = {
      ...long,
      ...hidden,
      quantity: '0.010',
      entryPrice: '60010.0',
      margin: '30.00',
    }
    const own = { ...added, ...hidden }
    const { look, twice, episode } = desk()
    twice(0, [own], 'one', mine)
    for (const second of [10, 10.4, 30]) look(second, [], 'one', theirs)
    for (const second of [40, 40.4, 60]) look(second, [theirOwn], 'one', theirs)
    for (const second of [70, 70.4, 90]) look(second, [own])
    expect(kindsOf(episode())).toEqual(['opened', 'closed', 'resumed'])
  })
})

describe('no balance was in sight, and it is back', () => {
  const cross = { ...long, marginMode: 'cross' } as const
  test.each<[string, ObservedPosition, ObservedPosition, string[]]>([
    ['with what had been added: it goes on', added, added, ['closed', 'resumed']],
    [
      'as it may stand after an opening: another one',
      long,
      { ...long, ...hidden, margin: null },
      [],
    ],
    ['on cross margin, where nothing tells: another one', cross, cross, []],
    [
      'with its wallet out of sight: it goes on',
      added,
      { ...added, ...hidden, margin: null },
      ['closed', 'resumed'],
    ],
  ])('%s', (_, before, after, expected) => {
    const trader = desk()
    trader.twice(0, [before])
    trader.twice(10, [])
    trader.twice(30, [after])
    expect(kinds(trader)).toEqual(expected)
  })
})

describe('one without a balance in sight, larger than it was', () => {
  const shown = { ...long, margin: null, liquidationPrice: '57000.0' }
  const larger = { ...shown, quantity: '0.030', entryPrice: '59833.3', liquidationPrice: '56200.0' }
  /** Another position in the same contract ended unwatched, this many seconds before. */
  const after = (seconds: number, rival = { ...shown, entryPrice: '61000.0' }) => {
    const trader = desk()
    trader.twice(0, [rival], 'two', { browserTab: 2 })
    trader.closeTab(2)
    trader.twice(10, [], 'one')
    trader.twice(20, [shown], 'one')
    trader.twice(10 + seconds, [larger], 'one')
    trader.look(20 + seconds, [larger], 'one')
    return [marginAdditions(trader.episode()), openQuestions(trader.episode()).length]
  }

  test('what is in it beyond the purchase is asked for ten minutes: whose is it?', () => {
    expect(after(599.5)).toEqual([0, 1])
    expect(after(600)).toEqual([1, 0])
  })

  test('one in another contract is nobody’s rival', () => {
    expect(after(100, { ...shown, symbol: 'ETHUSDT' })).toEqual([1, 0])
  })
})
