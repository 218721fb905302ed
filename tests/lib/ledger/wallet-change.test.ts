import { describe, expect, test } from 'vitest'
import type { Figures } from '@/lib/ledger/ledger'
import type { Range } from '@/lib/ledger/range'
import { walletChange } from '@/lib/ledger/wallet-change'

const figures = (change: Partial<Figures> = {}): Figures => ({
  quantity: '0.020',
  quantityRange: null,
  contractSize: null,
  entryPrice: '60000.0',
  margin: '59.42',
  marginSlack: null,
  liquidationPrice: '57258.3',
  leverage: '20',
  stopLoss: { state: 'absent' },
  ...change,
})

const printed = ({ low, high }: Range) => [low, high].map((end) => end.toDecimalPlaces(3).toFixed())
const found = (
  before: Partial<Figures>,
  after: Partial<Figures>,
  side: 'long' | 'short' = 'long',
) => {
  const change = walletChange({
    side,
    before: figures(before),
    after: figures({ ...before, ...after }),
  })
  return change.kind === 'seen'
    ? { range: printed(change.range), amount: change.amount?.toFixed() ?? null, rose: change.rose }
    : change
}

const hidden = { liquidationPrice: null }
const noMargin = { margin: null }

test('neither figure in sight both times: unseen', () => {
  expect(found({ ...hidden, ...noMargin }, {})).toEqual({ kind: 'unseen' })
  expect(found(hidden, { margin: null })).toEqual({ kind: 'unseen' })
  expect(found({ ...hidden, ...noMargin }, { margin: '59.42' })).toEqual({ kind: 'unseen' })
  expect(found(noMargin, { liquidationPrice: null })).toEqual({ kind: 'unseen' })
  expect(found({ ...noMargin, ...hidden }, { liquidationPrice: '57258.3' })).toEqual({
    kind: 'unseen',
  })
})

describe('the margin column', () => {
  test.each([
    ['rose', '79.42', ['19.99', '20.01'], '20', true],
    ['fell', '39.42', ['-20.01', '-19.99'], '-20', false],
    ['stood', '59.42', ['-0.01', '0.01'], null, null],
    ['moved by its last digit', '59.43', ['0', '0.02'], null, null],
    ['by two of them', '59.44', ['0.01', '0.03'], '0.02', true],
  ])('%s', (_, margin, range, amount, rose) => {
    expect(found(hidden, { margin })).toEqual({ range, amount, rose })
  })

  test('worked out from prices it names an amount only where that is known to a twentieth', () => {
    const blurred = (marginSlack: string) =>
      found({ ...hidden, marginSlack }, { margin: '79.42' }) as { amount: string | null }
    expect(blurred('0.50').amount).toBe('20')
    expect(blurred('0.51').amount).toBeNull()
    const once = found({ ...hidden, marginSlack: null }, { margin: '79.42', marginSlack: '1.10' })
    expect(once).toMatchObject({ amount: null })
  })
})

describe('the liquidation price', () => {
  test.each([
    // 0.02 × 1,004 = 20.08, less the maintenance margin of as much notional: 0.3 % to 25 %.
    ['of a long', 'long', {}, '56254.3', ['15.058', '20.022'], true],
    ['nearer', 'long', {}, '57500.0', ['-4.821', '-3.624'], false],
    // A leverage of 5 has brackets up to 40 %, and of 1, or one that is not known, up to any.
    ['at 5x', 'long', { leverage: '5' }, '56254.3', ['12.047', '20.022'], true],
    ['at 1x', 'long', { leverage: '1' }, '56254.3', ['9.035', '20.022'], true],
    [
      'at a leverage that is not known',
      'long',
      { leverage: null },
      '56254.3',
      ['9.035', '20.022'],
      true,
    ],
    // Towards a larger notional there are higher brackets.
    ['of a short', 'short', { liquidationPrice: '62000.0' }, '63000.0', ['20.058', '25.002'], true],
    [
      'of a short at 10x',
      'short',
      { liquidationPrice: '62000.0', leverage: '10' },
      '63000.0',
      ['20.058', '28.003'],
      true,
    ],
  ] as const)('%s', (_, side, before, liquidationPrice, range, rose) => {
    expect(found({ ...noMargin, ...before }, { liquidationPrice }, side)).toEqual({
      range,
      amount: null,
      rose,
    })
  })

  test('of a short: what rounding hides is of the maintenance margin at the same rate', () => {
    // 688,374 at 0.03636, then 0.03638: one to three ticks of 6.88374, and 0.3 % to 25 % of them.
    const short = { quantity: '688374', entryPrice: '0.035780', liquidationPrice: '0.03636' }
    expect(found({ ...noMargin, ...short }, { liquidationPrice: '0.03638' }, 'short')).toEqual({
      range: ['6.904', '25.814'],
      amount: null,
      rose: true,
    })
  })

  test('by a hair: the direction is certain, however small the step', () => {
    expect(found(noMargin, { liquidationPrice: '57258.2' })).toMatchObject({
      rose: true,
      range: ['0', '0.004'],
    })
    expect(found(noMargin, { liquidationPrice: '57258.4' })).toMatchObject({
      rose: false,
      range: ['-0.004', '0'],
    })
  })

  test('stood: nothing moved but what rounding hides', () => {
    expect(found(noMargin, {})).toMatchObject({ rose: null, range: ['-0.002', '0.002'] })
  })

  test('of an inverse contract, in coin: 1,000 USD short', () => {
    const coin = { ...noMargin, contractSize: '100', quantity: '10', liquidationPrice: '62000.0' }
    expect(found(coin, { liquidationPrice: '64000.0' }, 'short')).toMatchObject({ rose: true })
    const { range } = found(coin, { liquidationPrice: '64000.0' }, 'short') as { range: string[] }
    // 1,000 ÷ 62,000 − 1,000 ÷ 64,000 = 0.000504
    expect(range).toEqual(['0', '0.001'])
  })

  test('none after it, or before it: one end is open', () => {
    const none = { liquidationPrice: 'none' } as const
    expect(found(noMargin, none)).toEqual({
      range: ['858.874', 'Infinity'],
      amount: null,
      rose: true,
    })
    expect(found({ ...noMargin, ...none }, { liquidationPrice: '57258.3' })).toEqual({
      range: ['-Infinity', '-858.874'],
      amount: null,
      rose: false,
    })
    expect(found({ ...noMargin, ...none }, {})).toEqual({ kind: 'unseen' })
    // A short that is not liquidated has endless room: nothing follows from it.
    expect(found(noMargin, none, 'short')).toEqual({ kind: 'unseen' })
  })

  test('a price of zero is a fault of the page', () => {
    expect(found(noMargin, { liquidationPrice: '0.0' })).toEqual({ kind: 'unseen' })
  })

  test('of another size its direction says nothing by itself', () => {
    // 0.040 with a wallet that has grown by about 60, and a price that came nearer.
    const change = found(noMargin, { quantity: '0.040', liquidationPrice: '57300.0' }) as {
      range: string[]
      rose: boolean
    }
    expect(change.rose).toBe(true)
    expect(Number(change.range[0])).toBeGreaterThan(40)
  })
})

describe('both', () => {
  test('agree: the narrower of the two', () => {
    expect(found({}, { margin: '79.42', liquidationPrice: '56254.3' })).toEqual({
      range: ['19.99', '20.01'],
      amount: '20',
      rose: true,
    })
  })

  test('of a short at any rate: its notional grows into brackets that its leverage does not tell', () => {
    // 979.7 more there at 50 %, at twice the value: 1,469.55.
    const short = { quantity: '1000', entryPrice: '11.28878', leverage: '10' }
    const before = { ...short, margin: '17334.85', liquidationPrice: '21.3089' }
    const after = { margin: '18804.40', liquidationPrice: '22.2886' }
    expect(found(before, after, 'short')).toMatchObject({ amount: '1469.55', rose: true })
    // No bracket takes 56 %; and a long is worth less there, in a bracket of its leverage.
    const most = (margin: string, side: 'long' | 'short', price: string) =>
      found(before, { margin, liquidationPrice: price }, side)
    expect(most('18864.40', 'short', '22.2886')).toMatchObject({ kind: 'contradiction' })
    expect(most('17824.70', 'long', '20.3292')).toMatchObject({ kind: 'contradiction' })
  })

  test('the price tells of a step that the margin rounds away', () => {
    expect(found({}, { liquidationPrice: '57258.2' })).toMatchObject({ rose: true, amount: null })
  })

  test('do not agree: what the column says', () => {
    const change = found({}, { margin: '79.42' })
    if (!('kind' in change) || change.kind !== 'contradiction') throw new Error('they agree')
    expect(printed(change.margin)).toEqual(['19.99', '20.01'])
    // Bought more: the price moves by itself.
    const bought = { quantity: '0.040', margin: '400.00', liquidationPrice: '59000.0' }
    expect(found({}, bought)).toMatchObject({ kind: 'contradiction' })
  })
})
