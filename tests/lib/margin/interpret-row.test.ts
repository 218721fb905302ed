import { describe, expect, test } from 'vitest'
import { type Contract, Decimal } from '@/lib/margin'
import { interpretRow, type RowFigures } from '@/lib/margin/rows'
import { checkIdentities } from '@/lib/margin/identities'
import { printedRange } from '@/lib/margin/number-range'
import { geometryOf } from '@/lib/margin/row-evidence'
import { quantityRange } from '@/lib/margin/row-ranges'

const linear: Contract = { kind: 'linear' }
const inverse: Contract = { kind: 'inverse', contractSize: new Decimal(100) }
const open = { sides: ['long', 'short'], marginModes: ['isolated', 'cross'] } as const

const figure = (text: string) => ({
  value: new Decimal(text),
  decimals: (/\.(\d+)/.exec(text)?.[1] ?? '').length,
})
/** As it is printed: the last digit is rounded. */
const printed = (text: string) => printedRange(figure(text))

const empty: RowFigures = {
  contract: linear,
  leverage: 20,
  size: null,
  entryPrice: null,
  markPrice: null,
  liquidationPrice: null,
  marginRatio: null,
  margin: null,
  unrealizedPnl: null,
  roi: null,
}
const sized = (size: string, unit: 'base' | 'quote' | 'contracts' | 'usd' | 'coin') => ({
  size: { range: printed(size), unit },
})

describe('how much is held', () => {
  test('a PnL of more than the size leaves nothing that could be held', () => {
    const row: RowFigures = {
      ...empty,
      ...sized('100.00', 'quote'),
      entryPrice: printed('60000.0'),
      markPrice: printed('59000.0'),
      unrealizedPnl: printed('300.00'),
    }
    const meant = { side: 'long', marginMode: 'isolated', marginHolds: 'wallet' } as const
    const pnl = checkIdentities(row, meant).find(({ identity }) => identity === 'pnl')
    expect(pnl?.holds).toBe(false)
  })

  test('inverse: a size in dollars is counted in contracts', () => {
    const row = { ...empty, contract: inverse, ...sized('12000', 'usd') }
    const quantity = quantityRange(row, 'long')
    expect(quantity?.low).toBeLessThanOrEqual(120)
    expect(quantity?.high).toBeGreaterThanOrEqual(120)
  })

  test('inverse: coins without a PnL, by the mark price; without that, nobody knows', () => {
    const coins = { ...empty, contract: inverse, ...sized('0.2000', 'coin') }
    const byMark = quantityRange({ ...coins, markPrice: printed('60000.0') }, 'long')
    expect(byMark?.low).toBeLessThan(120)
    expect(byMark?.high).toBeGreaterThan(120)
    expect(quantityRange(coins, 'long')).toBeNull()
  })

  test('inverse: size and a large loss are printed at prices that lie apart, so whole contracts are two at least', () => {
    const coins = {
      ...empty,
      contract: { kind: 'inverse', contractSize: new Decimal(10) },
      ...sized('24.4394', 'coin'),
      entryPrice: printed('196.743'),
      markPrice: printed('79.21'),
      unrealizedPnl: printed('-14.6282'),
    } as const
    const quantity = quantityRange(coins, 'long')
    expect(quantity?.low).toBeLessThan(194)
    expect(quantity?.high).toBeGreaterThan(194)
    const byMark = quantityRange({ ...coins, entryPrice: null }, 'long')
    expect(quantity?.high).toBeLessThanOrEqual(byMark?.high ?? 0)
  })

  test('a unit that such a contract does not have tells nothing', () => {
    const quote = { ...empty, contract: inverse, ...sized('12000', 'quote') }
    expect(quantityRange(quote, 'long')).toBeNull()
    expect(quantityRange({ ...empty, ...sized('120', 'contracts') }, 'long')).toBeNull()
  })

  test('half a contract is no step: it is as exact as it is printed', () => {
    const weightOf = (quantity: string) =>
      geometryOf({
        contract: inverse,
        side: 'long',
        quantity: figure(quantity),
        entryPrice: figure('60000.0'),
      }).weight
    const width = ({ low, high }: ReturnType<typeof weightOf>) => high - low
    expect(width(weightOf('120'))).toBeLessThan(0.001)
    expect(width(weightOf('120.5'))).toBeGreaterThan(1)
  })
})

/** 20x long of 0.020 BTC from 60,000, liquidated at 57,270.4. */
const row: RowFigures = {
  ...empty,
  ...sized('0.020', 'base'),
  entryPrice: printed('60000.0'),
  markPrice: printed('59100.0'),
  liquidationPrice: printed('57228.9'),
  margin: printed('60.00'),
  unrealizedPnl: printed('-18.00'),
  roi: printed('-0.3000'),
}

describe('what a row means', () => {
  test('one that adds up is one side’s, and nothing of it is in doubt', () => {
    const { side, contradicted, broken, marginHolds } = interpretRow(row, open)
    expect({ side, marginHolds, broken }).toEqual({
      side: 'long',
      marginHolds: 'wallet',
      broken: 0,
    })
    expect(contradicted.size).toBe(0)
  })

  test('without its leverage as well', () => {
    expect(interpretRow({ ...row, leverage: null }, open).side).toBe('long')
  })

  test('one figure that contradicts the others is named, and the rest holds', () => {
    const { side, contradicted, broken } = interpretRow(
      { ...row, liquidationPrice: printed('69000.0') },
      { ...open, marginModes: ['isolated'] },
    )
    expect({ side, broken }).toEqual({ side: 'long', broken: 1 })
    expect([...contradicted]).toEqual(['liquidationPrice'])
  })

  test('a gain close to entry is the side’s that needs next to no drift', () => {
    const close: RowFigures = {
      ...empty,
      leverage: null,
      ...sized('245832.0', 'base'),
      entryPrice: printed('0.4170740'),
      markPrice: printed('0.4161'),
      unrealizedPnl: printed('239.44'),
    }
    expect(interpretRow(close, { ...open, marginModes: ['cross'] }).side).toBe('short')
  })

  test('where the page leaves no way to mean it, nothing of it is known', () => {
    const { side, quantity, contradicted, broken } = interpretRow(row, { ...open, sides: [] })
    expect({ side, quantity }).toEqual({ side: null, quantity: null })
    expect(contradicted.size).toBe(8)
    expect(broken).toBeGreaterThan(3)
  })
})

test('a margin with the PnL in it says nothing while neither PnL nor mark is in sight', () => {
  const asked = (change: Partial<RowFigures>) =>
    checkIdentities(
      { ...row, roi: null, unrealizedPnl: null, liquidationPrice: 'none', ...change },
      { side: 'long', marginMode: 'isolated', marginHolds: 'wallet-and-pnl' },
    ).map(({ identity }) => identity)
  expect(asked({ markPrice: null })).not.toContain('no-liquidation')
  expect(asked({})).toContain('no-liquidation')
})

describe('the margin mode where no leverage is known', () => {
  // A page whose Margin column holds wallet and PnL: an isolated row that cross margin doesn't explain.
  const row: RowFigures = {
    ...empty,
    ...sized('144350', 'base'),
    leverage: null,
    entryPrice: printed('0.0549465419'),
    markPrice: printed('0.055421'),
    liquidationPrice: printed('0.054492'),
    margin: printed('227.11'),
    unrealizedPnl: printed('68.19'),
  }

  test('a margin that the ROI contradicts is no initial margin', () => {
    const roi = { low: 0.42615, high: 0.42625 }
    expect(interpretRow({ ...row, roi }, open).marginMode).toBe('isolated')
  })

  test('cross is not told by isolated alone being impossible', () => {
    expect(interpretRow(row, open).marginMode).toBeNull()
  })
})
