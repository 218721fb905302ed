import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atStake,
  bankruptcyPrice,
  type Bracket,
  bracketAt,
  checkBrackets,
  crossLiquidationPrice,
  Decimal,
  InvalidFigure,
  liquidationDistance,
  liquidationPrice,
  lossAt,
  maintenanceMargin,
  marginRatio,
  marginToBeUnliquidatable,
  marginToReach,
  maxAddableMargin,
  maxRemovableMargin,
  notional,
  parseDecimal,
  type PositionFigures,
  priceAtDistance,
  powerOfTen,
  unrealizedPnl,
} from '@/lib/margin'
import { d, inverse, ladder, linear, longLadder } from './figures'

const digits = (low: number, high: number, decimals: number) =>
  fc
    .integer({ min: Math.round(low * 10 ** decimals), max: Math.round(high * 10 ** decimals) })
    .map((n) => d(n).times(powerOfTen(-decimals)))

const side = fc.constantFrom('long' as const, 'short' as const)

/** Any isolated position with a wallet between half and three times its first margin. */
const position = fc
  .record({
    side,
    isInverse: fc.boolean(),
    quantity: fc.integer({ min: 1, max: 200_000 }),
    entryPrice: digits(0.5, 70_000, 1),
    leverage: fc.integer({ min: 1, max: 50 }),
    cover: digits(0.5, 3, 3),
  })
  .filter(({ entryPrice }) => entryPrice.gt(0))
  .map(({ side: way, isInverse, quantity, entryPrice, leverage, cover }) => {
    const figures: PositionFigures = isInverse
      ? inverse(way, String(quantity), entryPrice.toFixed())
      : linear(way, d(quantity).div(100).toFixed(), entryPrice.toFixed())
    const wallet = notional(figures, entryPrice).div(leverage).times(cover).toDecimalPlaces(8)
    return { figures, wallet }
  })

const flip = (figures: PositionFigures): PositionFigures => ({
  ...figures,
  side: figures.side === 'long' ? 'short' : 'long',
})

const tables = fc.constantFrom(
  longLadder,
  ladder(['Infinity', '0.004']),
  ladder(['4', '0.004'], ['12', '0.005'], ['30', '0.01'], ['60', '0.025'], ['Infinity', '0.05']),
)

const close = (a: Decimal, b: Decimal, part = '1e-25'): boolean =>
  a
    .minus(b)
    .abs()
    .lte(Decimal.max(a.abs(), b.abs(), 1).times(part))

describe('liquidation price', () => {
  test('at it, margin balance and maintenance margin are equal: the ratio is 1', () => {
    fc.assert(
      fc.property(position, tables, ({ figures, wallet }, table) => {
        const price = liquidationPrice(figures, wallet, table)
        if (price === null) return
        const ratio = marginRatio({
          maintenanceMargin: maintenanceMargin(notional(figures, price), table),
          marginBalance: wallet.plus(unrealizedPnl(figures, price)),
        })
        expect(ratio !== null && close(ratio, d(1), '1e-20')).toBe(true)
      }),
    )
  })

  test('it is the crossing that a search over prices finds', () => {
    fc.assert(
      fc.property(position, tables, ({ figures, wallet }, table) => {
        const left = (price: Decimal) =>
          wallet
            .plus(unrealizedPnl(figures, price))
            .minus(maintenanceMargin(notional(figures, price), table))
        const price = liquidationPrice(figures, wallet, table)
        const safe = figures.side === 'long' ? d('1e20') : d('1e-20')
        const gone = figures.side === 'long' ? d('1e-20') : d('1e20')
        if (price === null) {
          expect(left(gone).gte(0)).toBe(true)
          return
        }
        let [good, bad] = [safe, gone]
        for (let step = 0; step < 200; step += 1) {
          const middle = good.plus(bad).div(2)
          if (left(middle).gt(0)) good = middle
          else bad = middle
        }
        expect(close(good, price, '1e-18')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('more margin never brings it nearer', () => {
    fc.assert(
      fc.property(position, tables, digits(0.01, 2, 3), ({ figures, wallet }, table, part) => {
        const before = liquidationPrice(figures, wallet, table)
        const after = liquidationPrice(figures, wallet.plus(wallet.times(part)), table)
        if (before === null) expect(after).toBeNull()
        else if (after !== null) {
          expect(figures.side === 'long' ? after.lt(before) : after.gt(before)).toBe(true)
        }
      }),
    )
  })

  test('long and short mirror each other: an inverse long is a linear short in 1 ÷ price', () => {
    fc.assert(
      fc.property(position, tables, ({ figures, wallet }, table) => {
        if (figures.contract.kind === 'linear') return
        const dual: PositionFigures = {
          contract: { kind: 'linear' },
          side: figures.side === 'long' ? 'short' : 'long',
          quantity: figures.quantity.times(figures.contract.contractSize),
          entryPrice: d(1).div(figures.entryPrice),
        }
        const price = liquidationPrice(figures, wallet, table)
        const mirrored = liquidationPrice(dual, wallet, table)
        if (price === null) expect(mirrored).toBeNull()
        else expect(mirrored !== null && close(price.times(mirrored), d(1), '1e-30')).toBe(true)
      }),
    )
  })

  test('marginToReach leads there, and its answer at the present price is nothing', () => {
    fc.assert(
      fc.property(position, tables, digits(-0.5, 3, 3), ({ figures, wallet }, table, part) => {
        const price = liquidationPrice(figures, wallet.plus(wallet.times(part)), table)
        if (price === null) return
        const amount = marginToReach(figures, wallet, table, price)
        expect(close(amount, wallet.times(part), '1e-20')).toBe(true)
      }),
    )
  })

  test('long, wallet covers the entry notional: none', () => {
    expect(liquidationPrice(linear('long', '2', '100'), d(200), longLadder)).toBeNull()
    expect(liquidationPrice(linear('long', '2', '100'), d('199.99'), longLadder)?.gt(0)).toBe(true)
  })

  test('the bracket is the one at the liquidation price, not at entry', () => {
    // Entry notional 60,000 is in the third bracket; liquidation lies in the second.
    const figures = linear('long', '1', '60000')
    const price = liquidationPrice(figures, d(20_000), longLadder)
    // (60,000 − 20,000 − 50) ÷ (1 − 0.015)
    expect(price?.toFixed(6)).toBe('40558.375635')
    expect(
      bracketAt(notional(figures, price ?? d(1)), longLadder).maintenanceMarginRate.toFixed(),
    ).toBe('0.015')
  })

  test('short, notional beyond the last cap: the last bracket goes on', () => {
    const capped = ladder(['1000', '0.01'], ['2000', '0.02'])
    expect(liquidationPrice(linear('short', '1', '5000'), d(1000), capped)?.toFixed(6)).toBe(
      '5892.156863',
    )
  })

  test('a wallet under water at every price is refused, not called safe', () => {
    expect(() => liquidationPrice(linear('short', '1', '100'), d(-200), longLadder)).toThrow(
      new InvalidFigure('walletBalance', 'insolvent'),
    )
  })
})

describe('cross liquidation price', () => {
  const leg = (way: 'long' | 'short', quantity: string, entry: string, mark: string) => ({
    ...linear(way, quantity, entry),
    symbol: 'BTCUSDT',
    marginMode: 'cross' as const,
    markPrice: d(mark),
    brackets: longLadder,
  })

  test('one position alone is like an isolated one with the same wallet', () => {
    fc.assert(
      fc.property(position, tables, ({ figures, wallet }, brackets) => {
        const alone = {
          ...figures,
          symbol: 'X',
          marginMode: 'cross' as const,
          markPrice: figures.entryPrice,
          brackets,
        }
        const cross = crossLiquidationPrice({ walletBalance: wallet, positions: [alone] }, 'X')
        const isolated = liquidationPrice(figures, wallet, brackets)
        expect(cross?.toFixed() ?? null).toBe(isolated?.toFixed() ?? null)
      }),
    )
  })

  test('hedge legs share one price, on the side of the larger leg', () => {
    const account = (long: string, short: string) => ({
      walletBalance: d(3000),
      positions: [leg('long', long, '60000', '60000'), leg('short', short, '60000', '60000')],
    })
    expect(crossLiquidationPrice(account('0.3', '0.1'), 'BTCUSDT')?.lt(60000)).toBe(true)
    expect(crossLiquidationPrice(account('0.1', '0.3'), 'BTCUSDT')?.gt(60000)).toBe(true)
  })

  test('legs of one size: only the growth of maintenance margin is left, above the mark', () => {
    const price = crossLiquidationPrice(
      {
        walletBalance: d(3000),
        positions: [leg('long', '0.5', '60000', '60000'), leg('short', '0.5', '60000', '60000')],
      },
      'BTCUSDT',
    )
    expect(price?.gt(60000)).toBe(true)
  })

  test('another position’s loss brings it nearer, its profit moves it away', () => {
    const other = (entry: string) => ({
      ...linear('long', '10', entry),
      symbol: 'ETHUSDT',
      marginMode: 'cross' as const,
      markPrice: d(3000),
      brackets: longLadder,
    })
    const price = (entry: string) =>
      crossLiquidationPrice(
        { walletBalance: d(5000), positions: [leg('long', '0.2', '60000', '60000'), other(entry)] },
        'BTCUSDT',
      )
    const [losing, even, winning] = [price('3100'), price('3000'), price('2900')]
    expect(losing?.gt(even ?? 0)).toBe(true)
    expect(winning?.lt(even ?? 0)).toBe(true)
  })

  test('long in profit with the rest of the account under water: above its entry', () => {
    const price = crossLiquidationPrice(
      {
        walletBalance: d(900),
        positions: [
          leg('long', '1', '60000', '66000'),
          {
            ...linear('long', '10', '3500'),
            symbol: 'ETHUSDT',
            marginMode: 'cross',
            markPrice: d(3000),
            brackets: longLadder,
          },
        ],
      },
      'BTCUSDT',
    )
    expect(price?.gt(60000)).toBe(true)
    expect(price?.lt(66000)).toBe(true)
  })

  /** Hedge legs of one symbol: the balance moves with 1, the maintenance margin with 2.5 · rate. */
  const hedged = (longs: string, shorts: string, entry: string, brackets: Bracket[]) =>
    (['long', 'short'] as const).map((leg) => ({
      symbol: 'A',
      marginMode: 'cross' as const,
      ...linear(leg, leg === 'long' ? longs : shorts, entry),
      markPrice: d(100),
      brackets,
    }))
  const left = (positions: ReturnType<typeof hedged>, wallet: Decimal, price: Decimal) =>
    positions.reduce(
      (sum, position) =>
        sum
          .plus(unrealizedPnl(position, price))
          .minus(maintenanceMargin(notional(position, price), position.brackets)),
      wallet,
    )

  test('safe downwards to nothing, and eaten by higher brackets upwards: that price', () => {
    const brackets = ladder(['1000', '0.1'], ['Infinity', '0.5'])
    const positions = hedged('1.5', '1', '100', brackets)
    const wallet = d(200)
    const price = crossLiquidationPrice({ walletBalance: wallet, positions }, 'A')!
    expect(price.gt(100)).toBe(true)
    expect(left(positions, wallet, price).abs().lt('1e-9')).toBe(true)
  })

  test('upwards the maintenance margin grows as fast as the balance: the price below', () => {
    const brackets = ladder(['10', '0.25'], ['Infinity', '0.5'])
    const positions = hedged('1.5', '0.5', '100', brackets)
    const wallet = d(100)
    const price = crossLiquidationPrice({ walletBalance: wallet, positions }, 'A')
    if (price !== null) expect(left(positions, wallet, price).abs().lt('1e-9')).toBe(true)
    expect(price?.lt(100) ?? true).toBe(true)
  })

  test('an unknown symbol, or one held isolated only, is refused', () => {
    const isolated = { ...leg('long', '1', '60000', '60000'), marginMode: 'isolated' as const }
    const account = { walletBalance: d(1), positions: [isolated] }
    expect(() => crossLiquidationPrice(account, 'BTCUSDT')).toThrow('symbol: not-found')
  })

  test('an account under water at every price is refused, not called safe', () => {
    const account = { walletBalance: d(-90_000), positions: [leg('short', '1', '60000', '60000')] }
    expect(() => crossLiquidationPrice(account, 'BTCUSDT')).toThrow('walletBalance: insolvent')
  })
})

describe('maintenance margin', () => {
  test('it has no jump at a floor', () => {
    for (const { notionalFloor } of longLadder.slice(1)) {
      const below = maintenanceMargin(notionalFloor.times('0.9999999999'), longLadder)
      const above = maintenanceMargin(notionalFloor.times('1.0000000001'), longLadder)
      expect(above.minus(below).lt(notionalFloor.times('1e-9'))).toBe(true)
    }
  })

  test('it is rate · notional − amount of the bracket that holds the notional', () => {
    fc.assert(
      fc.property(digits(0, 9_000_000, 2), (value) => {
        const { maintenanceMarginRate: rate, maintenanceAmount } = bracketAt(value, longLadder)
        expect(maintenanceMargin(value, longLadder).toFixed()).toBe(
          value.times(rate).minus(maintenanceAmount).toFixed(),
        )
      }),
    )
  })

  test('mark just above the second bracket’s floor: the second bracket', () => {
    expect(bracketAt(d('10000'), longLadder).maintenanceMarginRate.toFixed()).toBe('0.01')
    expect(bracketAt(d('10000.01'), longLadder).maintenanceMarginRate.toFixed()).toBe('0.015')
  })

  test('beyond the last cap the last bracket is meant', () => {
    const capped = ladder(['1000', '0.01'], ['2000', '0.02'])
    expect(bracketAt(d(5000), capped).maintenanceMarginRate.toFixed()).toBe('0.02')
  })
})

describe('other figures', () => {
  test('bankruptcy: all of the wallet is lost there', () => {
    fc.assert(
      fc.property(position, ({ figures, wallet }) => {
        const price = bankruptcyPrice(figures, wallet)
        if (price === null) return
        expect(close(lossAt(figures, price), wallet, '1e-20')).toBe(true)
      }),
    )
    expect(bankruptcyPrice(linear('long', '1', '100'), d(150))).toBeNull()
    expect(bankruptcyPrice(linear('short', '1', '100'), d(150))?.toFixed()).toBe('250')
  })

  test('the margin from which nothing liquidates: the rest of the entry notional', () => {
    const figures = linear('long', '2', '100')
    expect(marginToBeUnliquidatable(figures, d(50))?.toFixed()).toBe('150')
    expect(liquidationPrice(figures, d(50).plus(150), longLadder)).toBeNull()
    expect(marginToBeUnliquidatable(linear('short', '2', '100'), d(50))).toBeNull()
    expect(marginToBeUnliquidatable(inverse('short', '5', '60000'), d('0.004'))?.toFixed(8)).toBe(
      '0.00433333',
    )
    expect(marginToBeUnliquidatable(inverse('long', '5', '60000'), d('0.004'))).toBeNull()
  })

  test('distance is a fraction of mark, negative once crossed, and has its inverse', () => {
    expect(liquidationDistance('long', d(100), d(95)).toFixed()).toBe('0.05')
    expect(liquidationDistance('short', d(100), d(105)).toFixed()).toBe('0.05')
    expect(liquidationDistance('long', d(100), d(101)).toFixed()).toBe('-0.01')
    expect(liquidationDistance('short', d(100), d(99)).toFixed()).toBe('-0.01')
    expect(priceAtDistance('long', d(100), d('0.05'))?.toFixed()).toBe('95')
    expect(priceAtDistance('short', d(100), d('0.05'))?.toFixed()).toBe('105')
    expect(priceAtDistance('long', d(100), d(1))).toBeNull()
  })

  test('a loss is never negative', () => {
    expect(lossAt(linear('long', '2', '100'), d(90)).toFixed()).toBe('20')
    expect(lossAt(linear('long', '2', '100'), d(110)).toFixed()).toBe('0')
  })

  test('PnL of a long is the short’s with the other sign', () => {
    fc.assert(
      fc.property(position, digits(1, 90_000, 1), ({ figures }, price) => {
        expect(unrealizedPnl(figures, price).toFixed()).toBe(
          unrealizedPnl(flip(figures), price).neg().toFixed(),
        )
      }),
    )
  })

  test('at stake: the isolated wallet, or the whole balance of the account', () => {
    expect(atStake({ marginMode: 'isolated', walletBalance: d(80) }).toFixed()).toBe('80')
    expect(atStake({ marginMode: 'cross', marginBalance: d(900) }).toFixed()).toBe('900')
  })

  test('no ratio beyond bankruptcy', () => {
    expect(marginRatio({ maintenanceMargin: d(1), marginBalance: d(0) })).toBeNull()
    expect(marginRatio({ maintenanceMargin: d(1), marginBalance: d(4) })?.toFixed()).toBe('0.25')
  })

  test('most that can be added: free cross wallet or what is available, never below zero', () => {
    const account = {
      crossWalletBalance: d(1000),
      isolatedOpenOrderInitialMargin: d(100),
      crossMaintenanceMargin: d(50),
      availableForOrder: d(900),
    }
    expect(maxAddableMargin(account).toFixed()).toBe('850')
    expect(maxAddableMargin({ ...account, availableForOrder: d(200) }).toFixed()).toBe('200')
    expect(maxAddableMargin({ ...account, crossWalletBalance: d(10) }).toFixed()).toBe('0')
  })

  test('most that can be removed: down to maintenance or initial margin, whichever comes first', () => {
    const of = (walletBalance: string, markPrice: string) =>
      maxRemovableMargin({
        figures: linear('long', '1', '1000'),
        walletBalance: d(walletBalance),
        markPrice: d(markPrice),
        leverage: d(10),
        maintenanceMargin: d(10),
      }).toFixed()
    // 200 + 0 − 100
    expect(of('200', '1000')).toBe('100')
    // in profit the wallet itself must still cover the maintenance margin: 200 − 10
    expect(of('200', '1500')).toBe('190')
    expect(of('200', '850')).toBe('0')
  })
})

describe('figures that no position has are refused by name', () => {
  const good = linear('long', '1', '100')
  const refusals: [string, () => unknown, string][] = [
    ['zero quantity', () => notional({ ...good, quantity: d(0) }, d(1)), 'quantity: not-positive'],
    [
      'negative quantity',
      () => notional({ ...good, quantity: d(-1) }, d(1)),
      'quantity: not-positive',
    ],
    ['quantity NaN', () => notional({ ...good, quantity: d(NaN) }, d(1)), 'quantity: not-finite'],
    ['price zero', () => notional(good, d(0)), 'price: not-positive'],
    ['price infinite', () => unrealizedPnl(good, d(Infinity)), 'price: not-finite'],
    [
      'entry zero',
      () => unrealizedPnl({ ...good, entryPrice: d(0) }, d(1)),
      'entryPrice: not-positive',
    ],
    [
      'contract size zero',
      () => notional(inverse('long', '1', '1', '0'), d(1)),
      'contractSize: not-positive',
    ],
    ['wallet NaN', () => liquidationPrice(good, d(NaN), longLadder), 'walletBalance: not-finite'],
    ['wallet NaN, bankruptcy', () => bankruptcyPrice(good, d(NaN)), 'walletBalance: not-finite'],
    [
      'stake below zero',
      () => atStake({ marginMode: 'isolated', walletBalance: d(-1) }),
      'walletBalance: negative',
    ],
    ['notional below zero', () => maintenanceMargin(d(-1), longLadder), 'notional: negative'],
    ['no brackets', () => maintenanceMargin(d(1), []), 'brackets: empty'],
    [
      'target zero',
      () => marginToReach(good, d(1), longLadder, d(0)),
      'targetLiquidationPrice: not-positive',
    ],
    [
      'target on the winning side',
      () => marginToReach(good, d(1), longLadder, d(200)),
      'targetLiquidationPrice: wrong-side',
    ],
    ['mark zero', () => liquidationDistance('long', d(0), d(1)), 'markPrice: not-positive'],
    ['distance NaN', () => priceAtDistance('long', d(1), d(NaN)), 'distance: not-finite'],
  ]
  test.each(refusals)('%s', (_, run, message) => {
    expect(run).toThrow(InvalidFigure)
    expect(run).toThrow(message)
  })

  const bracket = (floor: string, cap: string, rate: string, amount: string): Bracket => ({
    notionalFloor: d(floor),
    notionalCap: d(cap),
    maintenanceMarginRate: d(rate),
    maintenanceAmount: d(amount),
  })
  const tables: [string, Bracket[], string][] = [
    ['a gap', [bracket('0', '10', '0.01', '0'), bracket('20', '30', '0.02', '0.2')], 'gapped'],
    ['first floor above zero', [bracket('5', '10', '0.01', '0')], 'gapped'],
    ['overlap', [bracket('0', '10', '0.01', '0'), bracket('5', '30', '0.02', '0.05')], 'unsorted'],
    ['cap below floor', [bracket('0', '0', '0.01', '0')], 'unsorted'],
    [
      'falling rate',
      [bracket('0', '10', '0.02', '0'), bracket('10', '30', '0.01', '0')],
      'unsorted',
    ],
    [
      'a jump',
      [bracket('0', '10', '0.01', '0'), bracket('10', '30', '0.02', '0')],
      'discontinuous',
    ],
    ['rate zero', [bracket('0', '10', '0', '0')], 'not-positive'],
    ['amount below zero', [bracket('0', '10', '0.01', '-1')], 'negative'],
  ]
  test.each(tables)('brackets with %s', (_, table, reason) => {
    expect(() => checkBrackets(table)).toThrow(reason)
  })
})

describe('parseDecimal', () => {
  test.each([
    ['1234.50', '1234.5'],
    ['-0.001', '-0.001'],
    ['0', '0'],
  ])('%s', (text, value) => {
    expect(parseDecimal(text)?.toFixed()).toBe(value)
  })

  test.each([
    '',
    '--',
    '1,234.5',
    '1_000',
    '0x10',
    '1e5',
    'Infinity',
    '+1',
    ' 1',
    '.5',
    '5.',
    '−5',
    '１',
  ])('refused: "%s"', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })
})
