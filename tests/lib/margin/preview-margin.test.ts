import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Bracket,
  type Decimal,
  liquidationPrice,
  marginToBeUnliquidatable,
  notional,
  type PositionFigures,
} from '@/lib/margin'
import {
  type BracketEstimate,
  identifyBracket,
  InvalidFigure,
  marginEffect,
  marginForDistance,
  marginForPrice,
  nothingKnown,
  previewMarginChange,
  type RowEvidence,
} from '@/lib/margin/preview'
import { d, inverse, ladder, linear, longLadder } from './figures'
import { rowOf } from './printed-row'

const coinLadder = ladder(['5', '0.004'], ['10', '0.005'], ['20', '0.01'], ['Infinity', '0.025'])

type Case = {
  figures: PositionFigures
  wallet: Decimal
  brackets: readonly Bracket[]
  row: NonNullable<ReturnType<typeof rowOf>>
  estimate: BracketEstimate
}

const caseOf = (
  figures: PositionFigures,
  wallet: Decimal,
  brackets: readonly Bracket[],
  ratio = true,
): Case | null => {
  const isLinear = figures.contract.kind === 'linear'
  const digits = isLinear ? {} : { marginDecimals: 8, priceDecimals: 2 }
  const adverse = (figures.side === 'long') === isLinear ? -1 : 1
  const rows = [0, 1, 2, 3, 4, 5]
    .map((step) =>
      figures.entryPrice.times(
        1 +
          (isLinear ? adverse : figures.side === 'long' ? -1 : 1) *
            step *
            (0.1 / Math.max(5, leverageOf(figures, wallet))),
      ),
    )
    .flatMap(
      (mark) =>
        rowOf(figures, wallet, brackets, mark.toDecimalPlaces(2), { ...digits, ratio }) ?? [],
    )
  const row = rows.at(-1)
  return row === undefined
    ? null
    : { figures, wallet, brackets, row, estimate: identifyBracket(rows) }
}
const leverageOf = (figures: PositionFigures, wallet: Decimal): number =>
  notional(figures, figures.entryPrice).div(wallet).toNumber()

const drawn = fc
  .record({
    side: fc.constantFrom('long' as const, 'short' as const),
    isInverse: fc.boolean(),
    notional: fc.integer({ min: 200, max: 300_000 }),
    price: fc.integer({ min: 20_000, max: 9_999_999 }).map((cents) => d(cents).div(100)),
    leverage: fc.integer({ min: 2, max: 40 }),
    ratio: fc.boolean(),
  })
  .map(({ side, isInverse, notional: size, price, leverage, ratio }) => {
    const quantity = isInverse ? d(size).div(10).round() : d(size).div(price).toDecimalPlaces(4)
    if (!quantity.gt(0)) return null
    const figures = isInverse
      ? inverse(side, quantity.toFixed(), price.toFixed(), '10')
      : linear(side, quantity.toFixed(), price.toFixed())
    const wallet = notional(figures, price)
      .div(leverage)
      .times(1.2)
      .toDecimalPlaces(isInverse ? 8 : 2)
    return caseOf(figures, wallet, isInverse ? coinLadder : longLadder, ratio)
  })
  .filter((one) => one !== null)

const amounts = fc
  .integer({ min: -300, max: 1000 })
  .filter((permille) => permille !== 0)
  .map((permille) => d(permille).div(1000))

/** A case of which everything is known by heart: 0.5 BTC at 60,000, first bracket of 1 %. */
const plain = (side: 'long' | 'short', ratio = true): Case =>
  caseOf(linear(side, '0.5', '60000'), d('3000'), ladder(['Infinity', '0.01']), ratio)!

const isBetween = (value: Decimal, low: Decimal | null, high: Decimal | null): boolean => {
  const dust = value.abs().times('1e-9')
  return (
    (low === null || value.plus(dust).gte(low)) && (high === null || value.minus(dust).lte(high))
  )
}

describe('what an amount does to the liquidation price', () => {
  test('nothing added: exactly the printed price', () => {
    fc.assert(
      fc.property(drawn, ({ row, estimate }) => {
        const preview = previewMarginChange(row, estimate, d(0))
        expect(preview.liquidationPrice?.eq(row.liquidationPrice.value)).toBe(true)
        expect(preview.assumes).toBe('nothing')
      }),
    )
  })

  test('the true price is inside the interval, added or removed, linear and inverse', () => {
    fc.assert(
      fc.property(drawn, amounts, ({ figures, wallet, brackets, row, estimate }, part) => {
        const amount = wallet
          .times(part)
          .toDecimalPlaces(figures.contract.kind === 'linear' ? 2 : 8)
        const truth = liquidationPrice(figures, wallet.plus(amount), brackets)
        const { interval } = previewMarginChange(row, estimate, amount)
        if (truth === null) {
          // Nothing liquidates: a long's interval goes down to nothing, an inverse short's up.
          expect([interval.low, interval.high]).toContain(null)
        } else expect(isBetween(truth, interval.low, interval.high)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('price and wallet both printed: the amount of the bracket is narrowed by one of them only', () => {
    const figures = inverse('short', '11293', '13593.16', '10')
    const wallet = d('3.32314193')
    const digits = { marginDecimals: 8, priceDecimals: 2, ratio: false }
    const row = rowOf(figures, wallet, coinLadder, d('14952.48'), digits)!
    const amount = d('2.47574074')
    const truth = liquidationPrice(figures, wallet.plus(amount), coinLadder)!
    const { interval } = previewMarginChange(row, identifyBracket([row]), amount)
    expect(interval.low!.lte(truth) && interval.high!.gte(truth)).toBe(true)
  })

  test('more margin never brings liquidation nearer', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.integer({ min: 1, max: 900 }),
        ({ row, estimate, wallet }, permille) => {
          const after = previewMarginChange(row, estimate, wallet.times(permille).div(1000))
          if (after.liquidationPrice === null) return
          const moved = after.liquidationPrice.minus(row.liquidationPrice.value)
          expect(row.side === 'long' ? moved.lt(0) : moved.gt(0)).toBe(true)
        },
      ),
    )
  })

  test('a long: the notional at liquidation falls, and nothing is assumed in a first bracket', () => {
    const { row, estimate } = plain('long')
    const preview = previewMarginChange(row, estimate, d(100))
    // 100 ÷ (0.5 · (0.01 − 1)) = −202.02
    expect(preview.liquidationPrice?.minus(row.liquidationPrice.value).toFixed(2)).toBe('-202.02')
    expect(preview.assumes).toBe(estimate.status === 'certain' ? 'nothing' : 'likely-bracket')
  })

  test('a short: it rises, and the figure says that it takes no other bracket to begin', () => {
    const { row, estimate } = plain('short')
    const preview = previewMarginChange(row, estimate, d(100))
    // 100 ÷ (0.5 · (0.01 + 1)) = 198.02
    expect(preview.liquidationPrice?.minus(row.liquidationPrice.value).toFixed(2)).toBe('198.02')
    expect(['same-bracket', 'likely-bracket']).toContain(preview.assumes)
    expect(preview.interval.low?.lte(preview.liquidationPrice!)).toBe(true)
    expect(preview.interval.high?.gte(preview.liquidationPrice!)).toBe(true)
  })

  test('so much that nothing liquidates: no price', () => {
    const { row, estimate, figures, wallet } = plain('long')
    const enough = marginToBeUnliquidatable(figures, wallet)!.plus(100)
    expect(previewMarginChange(row, estimate, enough)).toMatchObject({
      liquidationPrice: null,
      interval: { low: null },
    })
  })

  test('without a ratio there is an interval and no figure', () => {
    const { row, estimate } = plain('long', false)
    const preview = previewMarginChange(row, estimate, d(100))
    expect(preview).toMatchObject({ liquidationPrice: null, assumes: 'unknown' })
    expect(preview.interval.low?.lt(preview.interval.high!)).toBe(true)
  })

  test('nothing known: what any rate at all would allow', () => {
    const { row } = plain('long')
    const { interval, assumes } = previewMarginChange(row, nothingKnown, d(100))
    expect(assumes).toBe('unknown')
    // 100 ÷ 0.5 at no rate, twice that at the highest.
    expect(interval.high?.minus(row.liquidationPrice.value).toFixed(2)).toBe('-200.00')
    expect(interval.low?.minus(row.liquidationPrice.value).toFixed(2)).toBe('-400.00')
  })

  test('no liquidation price in sight: nothing can be said', () => {
    const { row, estimate } = plain('long')
    const blind: RowEvidence = { ...row, liquidationPrice: null }
    expect(previewMarginChange(blind, estimate, d(100))).toEqual({
      liquidationPrice: null,
      interval: { low: null, high: null },
      assumes: 'unknown',
    })
  })

  test('no margin in sight: nothing is refused, and nothing is known', () => {
    const { row } = plain('long')
    const penniless: RowEvidence = { ...row, margin: null }
    expect(previewMarginChange(penniless, nothingKnown, d(-100_000)).assumes).toBe('unknown')
  })

  test('a Margin column with PnL: the wallet is what is left without it', () => {
    const { figures, wallet, brackets } = plain('long')
    const rows = ['59400', '58800', '58500'].map((mark) =>
      rowOf(figures, wallet, brackets, d(mark), { holds: 'wallet-and-pnl' })!,
    )
    const estimate = identifyBracket(rows)
    expect(estimate.marginHolds).toBe('wallet-and-pnl')
    const { interval } = previewMarginChange(rows[2]!, estimate, d(100))
    const truth = liquidationPrice(figures, wallet.plus(100), brackets)!
    expect(isBetween(truth, interval.low, interval.high)).toBe(true)
    // 2,250 in print, of which 3,000 are in the wallet.
    expect(() => previewMarginChange(rows[2]!, estimate, d(-2999))).not.toThrow()
    expect(() => previewMarginChange(rows[2]!, estimate, d(-3001))).toThrow('exceeds-wallet')
    const blind: RowEvidence = { ...rows[2]!, markPrice: null }
    expect(() => previewMarginChange(blind, estimate, d(-3001))).not.toThrow()
  })
})

describe('the amount for a price', () => {
  test('it is the inverse of the preview', () => {
    fc.assert(
      fc.property(drawn, amounts, ({ row, estimate, wallet }, part) => {
        const amount = wallet.times(part)
        const { liquidationPrice: target } = previewMarginChange(row, estimate, amount)
        if (target === null) return
        const off = marginForPrice(row, estimate, target).amount!.minus(amount).abs()
        expect(off.lte(wallet.times('1e-9').plus('1e-8'))).toBe(true)
      }),
    )
  })

  test('the true amount is inside the interval', () => {
    fc.assert(
      fc.property(drawn, amounts, ({ figures, wallet, brackets, row, estimate }, part) => {
        const amount = wallet.times(part)
        const target = liquidationPrice(figures, wallet.plus(amount), brackets)
        if (target === null) return
        const { interval } = marginForPrice(row, estimate, target)
        expect(interval === null || isBetween(amount, interval.low, interval.high)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('the printed price needs nothing', () => {
    for (const side of ['long', 'short'] as const) {
      const { row, estimate } = plain(side)
      expect(marginForPrice(row, estimate, row.liquidationPrice.value).amount?.toFixed()).toBe('0')
    }
  })

  test('nothing known, or nothing in sight: no amount', () => {
    const { row, estimate } = plain('long')
    const nothing = { amount: null, interval: null, assumes: 'unknown' }
    expect(marginForPrice(row, nothingKnown, d(50_000))).toEqual(nothing)
    const blind: RowEvidence = { ...row, liquidationPrice: null }
    expect(marginForPrice(blind, estimate, d(50_000))).toEqual(nothing)
  })

  test('without a ratio there is an interval and no amount', () => {
    const { row, estimate } = plain('long', false)
    const needed = marginForPrice(row, estimate, d(53_000))
    expect(needed).toMatchObject({ amount: null, assumes: 'unknown' })
    expect(needed.interval?.low.gt(0)).toBe(true)
  })

  test('a distance is a price away from the mark', () => {
    const { row, estimate } = plain('long')
    const target = row.markPrice.value.times('0.85')
    expect(marginForDistance(row, estimate, d('0.15'))).toEqual(
      marginForPrice(row, estimate, target),
    )
  })
})

describe('what an amount buys', () => {
  test('adding buys distance, removing costs it', () => {
    for (const side of ['long', 'short'] as const) {
      const { row, estimate } = plain(side)
      expect(marginEffect(row, estimate, d(100)).distance?.gt(0)).toBe(true)
      expect(marginEffect(row, estimate, d(-100)).distance?.lt(0)).toBe(true)
    }
  })

  test('100 USDT on half a coin: 202.02 of the mark', () => {
    const { row, estimate } = plain('long')
    const { distance } = marginEffect(row, estimate, d(100))
    expect(distance?.times(row.markPrice.value).toFixed(2)).toBe('202.02')
  })

  test('not known: no figure', () => {
    const { row } = plain('long')
    expect(marginEffect(row, nothingKnown, d(100))).toEqual({ distance: null, assumes: 'unknown' })
  })
})

describe('refused by name', () => {
  const { row, estimate } = plain('long')
  const none = { ...row, quantity: { value: d(0), decimals: 3 } }
  test.each<[string, () => unknown, string]>([
    [
      'an amount that is none',
      () => previewMarginChange(row, estimate, d(NaN)),
      'amount: not-finite',
    ],
    [
      'a position of nothing',
      () => previewMarginChange(none, estimate, d(1)),
      'quantity: not-positive',
    ],
    [
      'more removed than there is',
      () => previewMarginChange(row, estimate, d(-3000)),
      'amount: exceeds-wallet',
    ],
    [
      'a target of nothing',
      () => marginForPrice(row, estimate, d(0)),
      'targetLiquidationPrice: not-positive',
    ],
    [
      'a target where no wallet leads',
      () => marginForPrice(row, estimate, d(90_000)),
      'targetLiquidationPrice: wrong-side',
    ],
    [
      'a distance that no price has',
      () => marginForDistance(row, estimate, d(1)),
      'targetDistance: wrong-side',
    ],
    [
      'a distance that is none',
      () => marginForDistance(row, estimate, d(Infinity)),
      'targetDistance: not-finite',
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(InvalidFigure)
    expect(run).toThrow(message)
  })
})
