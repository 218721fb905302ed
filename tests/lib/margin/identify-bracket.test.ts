import { describe, expect, test } from 'vitest'
import {
  identifyBracket,
  likelyBracket,
  narrowBracket,
  nothingKnown,
  type RowEvidence,
} from '@/lib/margin/preview'
import { d, inverse, ladder, linear, longLadder } from './figures'
import { type Printing, rowOf, toPrint } from './printed-row'

const brackets = ladder(['50000', '0.01'], ['200000', '0.02'], ['Infinity', '0.05'])

/** 2 BTC long at 60,000 (notional 120,000: the second bracket), wallet 12,000. */
const long = linear('long', '2', '60000')
const look = (mark: string, printing?: Printing, wallet = '12000'): RowEvidence => {
  const row = rowOf(long, d(wallet), brackets, d(mark), printing)
  if (row === null) throw new Error('no such row')
  return row
}
const walk = (printing?: Printing) =>
  ['60000', '59500', '59000', '58500', '58700'].map((mark) => look(mark, printing))
/** A coin with many digits. */
const FINE: Printing = { priceDecimals: 5, marginDecimals: 8 }
const rates = (estimate: ReturnType<typeof identifyBracket>) => [
  ...new Set(estimate.readings.flatMap(({ candidates }) => candidates.map(({ rate }) => rate))),
]

describe('the bracket at liquidation', () => {
  test('it is among the candidates, and the likeliest', () => {
    const estimate = identifyBracket(walk())
    expect(rates(estimate)).toContain(0.02)
    expect(estimate).toMatchObject({ marginHolds: 'wallet', contradicted: false })
    expect(likelyBracket(estimate)?.line.rate).toBe(0.02)
  })

  test('the amount of the bracket lies in what is left of it', () => {
    const { line } = likelyBracket(identifyBracket(walk()))!
    // 50,000 · (0.02 − 0.01)
    expect(line.amount.low).toBeLessThanOrEqual(500)
    expect(line.amount.high).toBeGreaterThanOrEqual(500)
    expect(line.amount.high - line.amount.low).toBeLessThan(1)
  })

  test('a first bracket is certain when an effective rate below its own is excluded', () => {
    const small = linear('short', '100', '10')
    const rows = ['11.6', '11.7', '11.8', '11.75'].map((mark) =>
      rowOf(small, d('200'), ladder(['Infinity', '0.004']), d(mark), FINE)!,
    )
    expect(identifyBracket(rows)).toMatchObject({ status: 'certain', marginHolds: 'wallet' })
    expect(rates(identifyBracket(rows))).toEqual([0.004])
  })

  test('new evidence only narrows', () => {
    let before = nothingKnown
    for (const row of walk()) {
      const after = narrowBracket(before, row)
      if (before.status !== 'none') {
        for (const rate of rates(after)) expect(rates(before)).toContain(rate)
      }
      before = after
    }
  })

  test('a row that says nothing new changes nothing', () => {
    const small = linear('short', '100', '10')
    const row = (mark: string) =>
      rowOf(small, d('200'), ladder(['Infinity', '0.004']), d(mark), FINE)!
    const known = identifyBracket(['11.6', '11.7', '11.8', '11.75'].map(row))
    expect(narrowBracket(known, row('11.72'))).toBe(known)
  })

  test('the Margin column with PnL in it is seen to be that', () => {
    const estimate = identifyBracket(walk({ holds: 'wallet-and-pnl' }))
    expect(estimate.marginHolds).toBe('wallet-and-pnl')
    expect(likelyBracket(estimate)?.line.rate).toBe(0.02)
  })

  test('at entry the two meanings are one: neither is chosen', () => {
    const estimate = identifyBracket([look('60000')])
    expect(estimate.marginHolds).toBeNull()
    expect(likelyBracket(estimate)).toBeNull()
  })

  test('without a ratio the brackets stay open, and none is called likely', () => {
    const estimate = identifyBracket(walk({ ratio: false }))
    expect(rates(estimate)).toContain(0.02)
    expect(estimate.status).toBe('candidates')
    expect(likelyBracket(estimate)).toBeNull()
  })

  test('inverse: contracts of 100 USD, notional in coin', () => {
    const coins = ladder(['5', '0.004'], ['10', '0.005'], ['Infinity', '0.01'])
    const short = inverse('short', '4000', '60000')
    const rows = ['60000', '61000', '62000', '60500'].map((mark) =>
      rowOf(short, d('1'), coins, d(mark), { marginDecimals: 8, priceDecimals: 1 })!,
    )
    const estimate = identifyBracket(rows)
    expect(estimate.marginHolds).toBe('wallet')
    // 400,000 USD ÷ 68,000 is 5.9 coins: the second bracket.
    expect(rates(estimate)).toContain(0.005)
  })

  test('margin added: what was seen before still counts, at the new liquidation price', () => {
    const estimate = identifyBracket([...walk(), look('58600', undefined, '13000')])
    expect(estimate).toMatchObject({ marginHolds: 'wallet', contradicted: false })
    expect(rates(estimate)).toContain(0.02)
    expect(estimate.readings[0]?.wallet.low).toBeCloseTo(13_000, 1)
  })
})

test('of a hundred looks enough is kept, and the answer stays', () => {
  // 5 BTC at 2x: the ratio is small, and its few digits leave several brackets open.
  const large = linear('long', '5', '60000')
  const rows = Array.from({ length: 100 }, (_, step) =>
    rowOf(large, d('150000'), longLadder, d(60_000 - step * 3))!,
  )
  const estimate = identifyBracket(rows)
  expect(estimate.status).toBe('candidates')
  // 5 · 30,300 at liquidation.
  expect(rates(estimate)).toContain(0.02)
  expect(estimate.readings[0]?.points.length).toBeLessThanOrEqual(40)
})

describe('a contradiction is reported, never absorbed', () => {
  const known = identifyBracket(walk())

  test('a liquidation price that lags behind the margin', () => {
    const lagging = { ...look('58600'), margin: toPrint(d('13000'), 2) }
    const refused = narrowBracket(known, lagging)
    expect(refused).toMatchObject({ contradicted: true, readings: known.readings })
    expect(refused.refused).toEqual([lagging])
  })

  test('the next row that fits ends it', () => {
    const lagging = { ...look('58600'), margin: toPrint(d('13000'), 2) }
    const after = narrowBracket(narrowBracket(known, lagging), look('58650'))
    expect(after).toMatchObject({ contradicted: false, refused: [] })
  })

  test('half is closed: what was seen of the brackets still counts', () => {
    const half = linear('long', '0.5', '60000')
    const rows = ['58600', '58500'].map((mark) => rowOf(half, d('2000'), brackets, d(mark))!)
    const estimate = rows.reduce(narrowBracket, known)
    expect(estimate).toMatchObject({ contradicted: false, marginHolds: 'wallet' })
    expect(rates(estimate)).toContain(0.01)
  })

  test('other brackets from now on: refused twice, then the estimate starts again', () => {
    const changed = ladder(['Infinity', '0.1'])
    const rows = ['58600', '58500', '58400', '58300'].map((mark) =>
      rowOf(long, d('20000'), changed, d(mark))!,
    )
    const told = rows.map((_, count) => rows.slice(0, count + 1).reduce(narrowBracket, known))
    expect(told.map(({ contradicted }) => contradicted)).toEqual([true, true, false, false])
    expect(rates(told.at(-1)!)).toContain(0.1)
    expect(rates(told.at(-1)!)).toEqual(rates(identifyBracket(rows.slice(1))))
  })

  test('another ratio at the same mark and margin', () => {
    const odd = { ...look('60000'), marginRatio: toPrint(d('0.5'), 4) }
    expect(narrowBracket(known, odd)).toMatchObject({ contradicted: true })
  })

  test('nonsense from the start is no estimate', () => {
    const nonsense = { ...look('59000'), liquidationPrice: toPrint(d('12'), 2) }
    const estimate = identifyBracket([nonsense])
    expect(estimate).toMatchObject({ status: 'none', contradicted: true, marginHolds: null })
    expect(likelyBracket(estimate)).toBeNull()
  })

  test('nonsense again and again leaves what was known', () => {
    const nonsense = { ...look('59000'), liquidationPrice: toPrint(d('12'), 2) }
    let estimate = known
    for (let times = 0; times < 5; times += 1) estimate = narrowBracket(estimate, nonsense)
    expect(estimate).toMatchObject({ contradicted: true, readings: known.readings })
    expect(estimate.refused.length).toBeLessThanOrEqual(3)
  })
})

describe('what is not in sight', () => {
  test('no margin or no liquidation price: the estimate is the one before', () => {
    const row = look('59000')
    expect(identifyBracket([{ ...row, margin: null }])).toBe(nothingKnown)
    expect(identifyBracket([{ ...row, liquidationPrice: null }])).toBe(nothingKnown)
  })

  test('no mark: only the wallet reading can be tried', () => {
    const estimate = identifyBracket([{ ...look('59000'), markPrice: null }])
    expect(estimate.readings.map(({ marginHolds }) => marginHolds)).toEqual(['wallet'])
    expect(likelyBracket(estimate)).toBeNull()
  })
})
