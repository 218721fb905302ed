import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Bracket,
  Decimal,
  liquidationDistance,
  liquidationPrice,
  maintenanceMargin,
  marginRatio,
  marginToBeUnliquidatable,
  notional,
  parseDecimal,
  type PositionFigures,
  priceAtDistance,
  powerOfTen,
  unrealizedPnl,
} from '@/lib/margin'
import { InvalidFigure } from '@/lib/margin/preview'
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

describe('maintenance margin', () => {
  test('it has no jump at a floor', () => {
    for (const { notionalFloor } of longLadder.slice(1)) {
      const below = maintenanceMargin(notionalFloor.times('0.9999999999'), longLadder)
      const above = maintenanceMargin(notionalFloor.times('1.0000000001'), longLadder)
      expect(above.minus(below).lt(notionalFloor.times('1e-9'))).toBe(true)
    }
  })

  test('it is rate · notional − amount of the bracket that holds the notional', () => {
    expect(maintenanceMargin(d(10_000), longLadder).toFixed()).toBe('100')
    // 40,000 · 0.015 − 50
    expect(maintenanceMargin(d(40_000), longLadder).toFixed()).toBe('550')
    // 100,000 · 0.02 − 300
    expect(maintenanceMargin(d(100_000), longLadder).toFixed()).toBe('1700')
  })

  test('beyond the last cap the last bracket goes on', () => {
    const capped = ladder(['1000', '0.01'], ['2000', '0.02'])
    // 5,000 · 0.02 − 10
    expect(maintenanceMargin(d(5_000), capped).toFixed()).toBe('90')
  })
})

describe('other figures', () => {
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

  test('PnL of a long is the short’s with the other sign', () => {
    fc.assert(
      fc.property(position, digits(1, 90_000, 1), ({ figures }, price) => {
        expect(unrealizedPnl(figures, price).toFixed()).toBe(
          unrealizedPnl(flip(figures), price).neg().toFixed(),
        )
      }),
    )
  })

  test('no ratio beyond bankruptcy', () => {
    expect(marginRatio({ maintenanceMargin: d(1), marginBalance: d(0) })).toBeNull()
    expect(marginRatio({ maintenanceMargin: d(1), marginBalance: d(4) })?.toFixed()).toBe('0.25')
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
    ['notional below zero', () => maintenanceMargin(d(-1), longLadder), 'notional: negative'],
    ['no brackets', () => maintenanceMargin(d(1), []), 'brackets: empty'],
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
    expect(() => maintenanceMargin(d(1), table)).toThrow(reason)
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
