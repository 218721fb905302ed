import { describe, expect, test } from 'vitest'
import { type ObservedPosition, reduceLedger } from '@/lib/ledger'
import { countedAdditions, marginAdditions } from '@/lib/ledger/additions'
import { desk, kindsOf, START } from './desk.ts'
import { observation, observedPosition } from './observed.ts'

const long = observedPosition()
/** 20 USDT more. */
const added: ObservedPosition = { ...long, margin: '79.42', liquidationPrice: '56254.3' }

test('an addition is a rise of the wallet while size and entry stand, seen twice', () => {
  const { look, twice, episode } = desk()
  twice(0, [long])
  look(10, [added])
  expect(marginAdditions(episode())).toBe(0)
  look(10.4, [added])
  expect(marginAdditions(episode())).toBe(1)
  expect(episode().events.at(-1)).toMatchObject({
    kind: 'margin-added',
    amount: '20',
    certain: true,
    liquidationBefore: '57258.3',
    liquidationAfter: '56254.3',
  })
})

test('two tabs that see the same count it once', () => {
  const { twice, episode } = desk()
  twice(0, [long], 'one')
  twice(1, [long], 'two')
  twice(10, [added], 'one')
  twice(11, [added], 'two')
  expect(marginAdditions(episode())).toBe(1)
})

test('buying more is an increase and no addition', () => {
  const { twice, episode } = desk()
  twice(0, [long])
  const more: ObservedPosition = {
    ...long,
    quantity: '0.030',
    entryPrice: '59833.3',
    margin: '89.17',
    liquidationPrice: '57090.0',
  }
  twice(10, [more])
  expect(kindsOf(episode())).toEqual(['opened', 'increased'])
})

test('closed, and another one opened: it starts at zero at its second look', () => {
  const { look, twice, episode, ledger } = desk()
  twice(0, [long])
  twice(10, [added])
  look(20, [])
  const next: ObservedPosition = {
    ...long,
    entryPrice: '58500.0',
    margin: '57.94',
    liquidationPrice: '55826.4',
  }
  look(21, [next])
  look(21.4, [next])
  expect(episode()).toMatchObject({ figures: { entryPrice: '58500.0' } })
  expect(marginAdditions(episode())).toBe(0)
  expect(ledger().closed.map(marginAdditions)).toEqual([1])
})

test('one look without it is no end: it comes back and its count stands', () => {
  const { look, twice, episode, ledger } = desk()
  twice(0, [long])
  twice(10, [added])
  look(20, [])
  twice(20.5, [added])
  expect(marginAdditions(episode())).toBe(1)
  expect(ledger().closed).toEqual([])
})

test('rises within seconds are one; the first stays written, and holds no longer', () => {
  const { twice, episode } = desk()
  twice(0, [long])
  twice(10, [added])
  twice(13, [{ ...long, margin: '109.42', liquidationPrice: '54748.3' }])
  const { events } = episode()
  expect(events.map(({ id, kind, replaces }) => [id, kind, replaces])).toEqual([
    [0, 'opened', []],
    [1, 'margin-added', []],
    [2, 'margin-added', [1]],
  ])
  expect(countedAdditions(episode()).map(({ amount }) => amount)).toEqual(['50'])
  // Six seconds later it is another one.
  twice(19, [{ ...long, margin: '129.42', liquidationPrice: '53744.3' }])
  expect(countedAdditions(episode()).map(({ amount }) => amount)).toEqual(['50', '20'])
})

describe('a rise on the hour', () => {
  const hour = (Date.UTC(2026, 0, 5, 16) - START) / 1_000
  test('that the printed estimate explains is funding', () => {
    const { twice, episode } = desk()
    twice(hour - 30, [{ ...long, estimatedFunding: '0.12' }])
    twice(hour + 5, [{ ...long, margin: '59.54', liquidationPrice: '57252.3' }])
    expect(kindsOf(episode())).toEqual(['opened', 'funding'])
  })
  test('that it does not explain is an addition', () => {
    const { twice, episode } = desk()
    twice(hour - 30, [{ ...long, estimatedFunding: '0.12' }])
    twice(hour + 5, [added])
    expect(marginAdditions(episode())).toBe(1)
  })

  // R10: the rise of 0.57 is what funding might be.
  test.each([
    ['BTCUSDT_1225', null],
    ['BTCUSDT_260925', null],
    ['BTCUSDT_QUARTERLY', null],
    ['ETHUSDT_BI_QUARTER', null],
    ['BTCUSDTQ26', 'dated'],
  ] as const)('of %s is an addition each time: a dated contract settles none', (symbol, type) => {
    const { twice, episode } = desk()
    const dated = { ...long, symbol, contractType: type, liquidationPrice: null }
    twice(hour - 30, [dated])
    twice(hour + 10, [{ ...dated, margin: '60.00' }])
    twice(hour + 40, [{ ...dated, margin: '80.00' }])
    expect(countedAdditions(episode()).map(({ amount }) => amount)).toEqual(['0.58', '20'])
  })

  test('of a perpetual contract without an estimate is funding', () => {
    const { twice, episode } = desk()
    twice(hour - 30, [{ ...long, liquidationPrice: null }])
    twice(hour + 10, [{ ...long, liquidationPrice: null, margin: '60.00' }])
    expect(kindsOf(episode())).toEqual(['opened', 'funding'])
  })
})

test('a part is closed: reduced, and the release of its margin is no removal', () => {
  const { twice, episode } = desk()
  twice(0, [long])
  twice(10, [{ ...long, quantity: '0.010', margin: '29.71' }])
  expect(kindsOf(episode())).toEqual(['opened', 'reduced'])
})

test('margin taken out is written down, and does not lower the count', () => {
  const { twice, episode } = desk()
  twice(0, [long])
  twice(10, [added])
  twice(60, [long])
  expect(kindsOf(episode())).toEqual(['opened', 'margin-added', 'margin-removed'])
  expect(marginAdditions(episode())).toBe(1)
})

test('a look of a table that is not whole ends nothing', () => {
  const { twice, ledger } = desk()
  twice(0, [long])
  const partial = observation({ at: START + 20_000, sequence: 99, complete: false })
  const after = reduceLedger(reduceLedger(ledger(), partial), { ...partial, sequence: 100 })
  expect(Object.keys(after.open)).toEqual(['BTCUSDT:long:isolated'])
})

test('after a burst in which no state stood long enough to be seen twice, it catches up', () => {
  const { look, twice, episode } = desk()
  twice(0, [long])
  twice(10, [added])
  for (let step = 1; step <= 20; step += 1) {
    const margin = (79.42 + step).toFixed(2)
    const liquidationPrice = (56254.3 - step * 50.2).toFixed(1)
    look(10.4 + step * 0.6, [{ ...added, margin, liquidationPrice }])
  }
  const last = { ...added, margin: '109.42', liquidationPrice: '54748.3' }
  twice(23, [last])
  expect(episode().figures).toMatchObject({ margin: '109.42', liquidationPrice: '54748.3' })
})

test('an addition after which there is no liquidation price counts with its amount', () => {
  // R21: 1 AVAX at 100 with 50x, wallet 2.00 → 102.00, liquidation 98.49 → "--".
  const avax: ObservedPosition = {
    ...long,
    symbol: 'AVAXUSDT',
    quantity: '1',
    entryPrice: '100.00',
    markPrice: '100.00',
    margin: '2.00',
    liquidationPrice: '98.49',
    leverage: '50',
  }
  const { twice, episode } = desk()
  twice(0, [avax])
  twice(10, [{ ...avax, margin: '102.00', liquidationPrice: 'none' }])
  expect(countedAdditions(episode())).toMatchObject([
    { amount: '100', certain: true, liquidationBefore: '98.49', liquidationAfter: 'none' },
  ])
})

test('a liquidation price of zero is none: the same, in other words', () => {
  const hidden: ObservedPosition = { ...long, margin: null, liquidationPrice: '1.2' }
  const { twice, episode } = desk()
  twice(0, [hidden])
  twice(10, [{ ...hidden, liquidationPrice: '0.0' }])
  expect(countedAdditions(episode())).toMatchObject([{ liquidationAfter: 'none' }])
  twice(20, [{ ...hidden, liquidationPrice: 'none' }])
  expect(countedAdditions(episode())).toHaveLength(1)
})

describe('Size in another unit', () => {
  const range = (low: string, high: string) => ({ low, high })

  test('R5, in USDT: the size stands within its range, and the addition counts', () => {
    const doge: ObservedPosition = {
      ...long,
      symbol: 'DOGEUSDT',
      quantity: '5923',
      quantityRange: range('5922.8', '5923.2'),
      entryPrice: '0.1066545',
      markPrice: '0.1071697',
      liquidationPrice: '0.0887822',
      margin: '108.48',
      leverage: '10',
      unrealizedPnl: '3.05',
    }
    const { twice, episode } = desk()
    twice(0, [doge])
    twice(10, [{ ...doge, quantity: '5923.1', quantityRange: range('5922.9', '5923.4') }])
    twice(20, [{ ...doge, margin: '158.48', liquidationPrice: '0.0803000' }])
    expect(kindsOf(episode())).toEqual(['opened', 'margin-added'])
    expect(countedAdditions(episode()).map(({ amount }) => amount)).toEqual(['50'])
    expect(episode().figures.quantityRange).toEqual(range('5922.9', '5923.2'))
  })

  test('the unit is switched while it is open: nothing has happened', () => {
    const { twice, episode } = desk()
    twice(0, [long])
    const inQuote = { ...long, quantity: '0.020003', quantityRange: range('0.019998', '0.020008') }
    twice(10, [inQuote])
    twice(20, [long])
    expect(kindsOf(episode())).toEqual(['opened'])
    expect(episode().figures).toMatchObject({ quantity: '0.020', quantityRange: null })
  })

  test('bought more and closed a part, in USDT: as much as the ranges tell', () => {
    const inQuote = { ...long, quantityRange: range('0.01999', '0.02001') }
    const { twice, episode } = desk()
    twice(0, [inQuote])
    twice(10, [
      {
        ...inQuote,
        quantity: '0.030',
        quantityRange: range('0.02999', '0.03001'),
        entryPrice: '59833.3',
        margin: '89.17',
        liquidationPrice: '57090.0',
      },
    ])
    twice(20, [
      {
        ...inQuote,
        quantity: '0.015',
        quantityRange: range('0.01499', '0.01501'),
        entryPrice: '59833.3',
        margin: '44.59',
        liquidationPrice: '57090.0',
      },
    ])
    expect(episode().events).toMatchObject([
      { kind: 'opened' },
      { kind: 'increased', quantity: '0.01' },
      { kind: 'reduced', quantity: '0.015' },
    ])
  })

  test('COIN-M in contracts, then in coins: an addition counts in either', () => {
    const coin: ObservedPosition = {
      ...long,
      symbol: 'BTCUSD_PERP',
      quantity: '100',
      contractSize: '100',
      liquidationPrice: null,
      margin: '0.00831000',
      marginAsset: 'BTC',
    }
    const { twice, episode } = desk()
    twice(0, [coin])
    twice(10, [{ ...coin, margin: '0.01131000' }])
    const inCoins = { ...coin, quantity: '100.01', quantityRange: range('99.98', '100.04') }
    twice(20, [{ ...inCoins, margin: '0.01131000' }])
    twice(30, [{ ...inCoins, margin: '0.01431000' }])
    expect(countedAdditions(episode()).map(({ amount }) => amount)).toEqual(['0.003', '0.003'])
  })
})

test('a clock that went back while no tab was open: a new tab is believed', () => {
  const { twice, episode } = desk()
  twice(7_200, [long])
  twice(7_300, [{ ...long, leverage: '25' }])
  twice(60, [{ ...long, leverage: '25' }], 'two')
  twice(70, [{ ...added, leverage: '25' }], 'two')
  expect(marginAdditions(episode())).toBe(1)
})

test('a clock that goes back by an hour: what is closed goes with it, and no increase is in question', () => {
  const { twice, episode, ledger } = desk()
  twice(3_600, [long], 'one', { positionMode: 'one-way' })
  twice(3_610, [], 'one')
  expect(ledger().closed[0]?.closedAt).toBe(START + 3_610_000)
  twice(20, [])
  expect(ledger().closed[0]?.closedAt).toBeLessThan(START + 20_000)
  twice(30, [{ ...long, entryPrice: '59000.0', margin: '58.43', liquidationPrice: '56304.0' }])
  // Eleven minutes after the end; by the clock of before it lies in the future.
  twice(700, [
    {
      ...long,
      quantity: '0.030',
      entryPrice: '59000.0',
      margin: '127.65',
      liquidationPrice: '54967.0',
    },
  ])
  expect(episode().events.at(-1)).toMatchObject({ kind: 'margin-added', certain: true })
})

test('a clock that goes back while a position is missing: it was gone before that', () => {
  const { look, twice, closed } = desk()
  twice(3_600, [long])
  look(3_610, [])
  look(0, [])
  expect(closed()[0]?.closedAt).toBeLessThan(START)
})

test('a look of before the clock was set comes late, from another tab: it is set back once', () => {
  const { look, twice, episode } = desk()
  const hours = 5 * 3_600
  const more = { ...long, margin: '99.42', liquidationPrice: '55250.3' }
  twice(hours, [long], 'one')
  twice(hours + 10, [added], 'one')
  twice(hours + 60, [added], 'one')
  twice(hours + 60, [added], 'two')
  look(0, [more], 'one')
  // Made before, and taken after it.
  look(hours + 61, [added], 'two')
  look(0.2, [added], 'two')
  look(0.7, [more], 'one')
  const last = episode().events.at(-1)
  expect(last).toMatchObject({ kind: 'margin-added', amount: '20', awaySince: null, at: START })
})

test('a tab whose clock was set back by less than a minute is no sign to another one that lags', () => {
  const { look, twice, ledger } = desk()
  for (const tab of ['one', 'two']) twice(0, [long], tab)
  look(60, [long], 'two')
  look(100, [long])
  look(30, [long])
  expect(ledger().open['BTCUSDT:long:isolated']?.seenAt).toBe(START + 30_000)
  expect(ledger().tabs['two']?.at).toBeLessThan(START)
})

describe('both sides of a contract', () => {
  const short = { ...long, side: 'short', liquidationPrice: '62700.0' } as const
  const hedged = ({ ledger }: ReturnType<typeof desk>) =>
    Object.values(ledger().open).map((episode) => episode.hedged)

  test('in one look, each known to be open: that is hedge mode, and stays so', () => {
    const trader = desk()
    trader.look(0, [long])
    trader.look(0.4, [long, short])
    expect(hedged(trader)).toEqual([false])
    trader.look(0.8, [long, short])
    expect(hedged(trader)).toEqual([true, true])
    trader.look(1.2, [long])
    expect(hedged(trader)).toEqual([true, true])
  })

  test('not in one look, or of another contract: nothing says so', () => {
    const other = { ...short, symbol: 'ETHUSDT' }
    const trader = desk()
    trader.twice(0, [long, other])
    trader.look(1, [long, short, other])
    expect(hedged(trader)).toEqual([false, false])
  })
})
