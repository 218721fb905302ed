import { describe, expect, test } from 'vitest'
import { judgeFunding } from '@/lib/ledger/funding'
import { around } from '@/lib/ledger/range'
import type { FundingQuestion } from '@/lib/ledger/settlements'
import { Decimal } from '@/lib/margin'

const HOUR = 3_600_000
/** Seconds from 15:00 UTC. */
const at = (seconds: number): number => Date.UTC(2026, 0, 5, 15) + seconds * 1_000
const d = (value: number): Decimal => new Decimal(value)

/** Of a position worth 1,000: between half a minute before the hour and ten seconds after it. */
const question = (change: Partial<FundingQuestion> = {}): FundingQuestion => ({
  dated: false,
  from: at(-30),
  to: at(10),
  away: false,
  settledAt: null,
  dueAt: null,
  nextFundingAt: null,
  estimates: [],
  otherSizes: [],
  next: null,
  notional: d(1_000),
  ...change,
})

/** A change of the wallet by this much, known to half a cent. */
const judge = (change: number, asked: Partial<FundingQuestion> = {}, slack = 0.005) =>
  judgeFunding(around(d(change), d(slack)), question(asked))
const kind = (...args: Parameters<typeof judge>) => judge(...args).kind
const likely = (...args: Parameters<typeof judge>) => {
  const verdict = judge(...args)
  return verdict.kind === 'ambiguous' ? verdict.likely : verdict.kind
}

describe('which hours count', () => {
  test('none for a contract with a day of delivery', () => {
    expect(kind(0.49)).toBe('funding')
    expect(kind(0.49, { dated: true })).toBe('margin')
  })

  test.each([
    ['half a minute before the hour', { from: at(-120), to: at(-30) }, 'ambiguous'],
    ['… and an estimate tells', { from: at(-120), to: at(-30), estimates: [d(0.5)] }, 'funding'],
    ['more than that before it', { from: at(-120), to: at(-31) }, 'margin'],
    ['first seen a minute after it', { from: at(60), to: at(60) }, 'ambiguous'],
    [
      'last seen without it a little later: a tab may look late',
      { from: at(85), to: at(86) },
      'ambiguous',
    ],
    ['later than that', { from: at(86), to: at(87) }, 'margin'],
    ['… and an estimate tells', { from: at(61), to: at(62), estimates: [d(0.1)] }, 'margin'],
    ['… which it is about', { from: at(61), to: at(62), estimates: [d(0.6)] }, 'ambiguous'],
    ['… later than that', { from: at(86), to: at(87), estimates: [d(0.6)] }, 'margin'],
    ['last seen without it when it is usually there', { from: at(25), to: at(40) }, 'funding'],
    ['… and a moment later: the clock may be wrong', { from: at(26), to: at(40) }, 'ambiguous'],
  ])('%s', (_, asked, expected) => {
    expect(kind(0.49, asked)).toBe(expected)
  })

  test('late, unless the clock has always been so fast', () => {
    const late = { from: at(26), to: at(40) }
    expect(kind(0.49, { ...late, settledAt: at(-3_590) })).toBe('ambiguous')
    expect(kind(0.49, { ...late, settledAt: at(-3_574) })).toBe('funding')
  })

  test('by the countdown, where that is in sight', () => {
    expect(kind(0.49, { nextFundingAt: at(0) })).toBe('funding')
    expect(kind(0.49, { nextFundingAt: at(3_600) })).toBe('margin')
    // It has started again, and what was due then is not in the wallet yet.
    expect(kind(0.49, { dueAt: at(-10), nextFundingAt: at(3_590) })).toBe('funding')
    expect(kind(0.49, { dueAt: at(-116), nextFundingAt: at(3_484) })).toBe('margin')
    const done = { dueAt: at(-10), nextFundingAt: at(3_590), settledAt: at(5), from: at(6) }
    expect(kind(0.6, { ...done, to: at(20) })).toBe('margin')
    // It has run out, and says nothing.
    expect(kind(0.49, { nextFundingAt: at(-3_600) })).toBe('funding')
    // On a fast clock it is due after the hour that is settled already.
    const settled = { settledAt: at(20), from: at(30), to: at(45) }
    expect(kind(0.49, { ...settled, nextFundingAt: at(6) })).toBe('ambiguous')
    expect(kind(0.6, { ...settled, nextFundingAt: at(6) })).toBe('margin')
    expect(kind(0.45, { ...settled, nextFundingAt: at(6) }, 0.3)).toBe('ambiguous')
    // Nobody looked: there may have been one before.
    const away = { from: at(-5 * 3_600), away: true, nextFundingAt: at(3_600) }
    expect(kind(0.49, away)).toBe('funding')
  })

  test('not one that is in the ledger, unless it was written down by another clock', () => {
    const estimates = [d(0.5)]
    expect(kind(0.5, { settledAt: at(-40), estimates })).toBe('funding')
    expect(kind(0.9, { settledAt: at(-25), from: at(-20), estimates })).toBe('margin')
    expect(kind(0.5, { settledAt: at(5), from: at(-20), estimates })).toBe('funding')
  })

  test('what equals the estimate at a wrong hour: the clock may be wrong', () => {
    const noon = { from: at(1_200), to: at(1_230) }
    expect(likely(1, { ...noon, estimates: [d(1)] })).toBe(false)
    expect(kind(1.1, { ...noon, estimates: [d(1)] })).toBe('margin')
    // Known too coarsely, or too small to be told from anything else.
    expect(kind(1, { ...noon, estimates: [d(1)] }, 0.3)).toBe('margin')
    expect(kind(0.04, { ...noon, estimates: [d(0.04)] })).toBe('margin')
    expect(kind(1, { ...noon, away: true, estimates: [d(1)] })).toBe('margin')
  })
})

describe('with an estimate in sight', () => {
  test.each([
    ['equal to it', 1, 'funding'],
    ['3 % off', 1.03, 'funding'],
    ['25 % off', 1.24, 'ambiguous'],
    ['more than that', 1.3, 'margin'],
    ['a part of it: margin may have been taken out', 0.5, 'ambiguous'],
    ['the other way', -0.5, 'margin'],
  ])('%s', (_, change, expected) => {
    expect(kind(change, { estimates: [d(1)] })).toBe(expected)
    expect(kind(-change, { estimates: [d(-1)] })).toBe(expected)
  })

  test('what the settlement comes to is said with the rest', () => {
    const verdict = judge(21, { estimates: [d(1)] })
    expect(verdict).toMatchObject({ kind: 'margin' })
    const { settled } = verdict as { settled: { low: Decimal; high: Decimal } }
    expect([settled.low.toFixed(), settled.high.toFixed()]).toEqual(['0.96', '1.04'])
    expect(judge(0.5, { estimates: [d(1)] })).toMatchObject({ settled: { low: d(0.96) } })
    expect(judge(1.2, { estimates: [d(1)] })).toMatchObject({ settled: null, likely: true })
  })

  test('before the hour only a figure that fits as a whole: the clock would have to be slow', () => {
    const early = { estimates: [d(1)], from: at(-120), to: at(-20) }
    expect(kind(1, early)).toBe('funding')
    // 0.6 to 1.4: after the hour it will be the settlement, before it something else may be as much.
    expect(kind(1, early, 0.4)).toBe('ambiguous')
    expect(kind(1, { ...early, to: at(0) }, 0.4)).toBe('funding')
    expect(kind(1.2, early, 0.24)).toBe('ambiguous')
    expect(kind(1, early, 0.26)).toBe('funding')
    expect(kind(1, early, 0.27)).toBe('ambiguous')
  })

  test('at the rate of the last seconds only a figure that fits as a whole', () => {
    expect(kind(3, { estimates: [d(1), d(3)] })).toBe('funding')
    expect(kind(2.6, { estimates: [d(1), d(3)] }, 0.6)).toBe('ambiguous')
    expect(kind(2.6, { estimates: [d(3), d(1)] }, 0.6)).toBe('funding')
  })

  test('any of several', () => {
    expect(kind(2, { estimates: [d(1), d(2)] })).toBe('funding')
    expect(kind(2.2, { estimates: [d(1), d(2)] })).toBe('ambiguous')
  })

  test('of another size only if the clock is wrong: it is asked, and a fall is likelier than a removal', () => {
    const grown = { estimates: [d(1)], otherSizes: [d(2)] }
    expect([1, 1.6, 2, 2.4, 2.6].map((change) => kind(change, grown))).toEqual([
      'funding',
      'ambiguous',
      'ambiguous',
      'ambiguous',
      'margin',
    ])
    expect(likely(-2, { estimates: [d(-1)], otherSizes: [d(-2)] })).toBe(true)
  })

  test('an open end is explained by nothing for certain', () => {
    const open = { low: d(0.9), high: d(Infinity) }
    expect(judgeFunding(open, question({ estimates: [d(1)] })).kind).toBe('ambiguous')
    expect(judgeFunding(open, question()).kind).toBe('ambiguous')
    expect(judgeFunding({ low: d(-Infinity), high: d(0.5) }, question()).kind).toBe('ambiguous')
  })
})

describe('without one', () => {
  test.each([
    ['a usual rate', 0.495, 'funding'],
    ['paid', -0.495, 'funding'],
    ['what may be more than that', 0.496, true],
    ['the highest of those', 3, true],
    ['a wild rate', 3.1, false],
    ['the highest of those', 30, false],
    ['more than any', 30.1, 'margin'],
  ])('%s', (_, change, expected) => {
    expect(likely(change)).toBe(expected)
  })

  test('what a price tells to a quarter is at a usual rate only if all of it may be', () => {
    expect(kind(0.4, {}, 0.1)).toBe('funding')
    expect(kind(0.4, {}, 0.11)).toBe('ambiguous')
    expect(kind(-0.4, {}, 0.1)).toBe('funding')
    expect(kind(-0.4, {}, 0.11)).toBe('ambiguous')
  })

  test('a range is as likely as its middle; an open one as any of it', () => {
    expect(likely(3.4, {}, 1)).toBe(false)
    expect(likely(2.9, {}, 1)).toBe(true)
    const open = judgeFunding({ low: d(2.9), high: d(Infinity) }, question())
    expect(open).toMatchObject({ kind: 'ambiguous', likely: true })
  })

  test('the estimate of the next one tells how wild the rates are', () => {
    expect(likely(1.4, { next: d(-0.5) })).toBe(true)
    expect(likely(1.6, { next: d(-0.5) })).toBe(false)
  })

  test('after one in the same hour that was taken for it: either may be it', () => {
    const second = { settledAt: at(-20), from: at(-15) }
    expect(likely(0.5, second)).toBe(false)
    expect(kind(0.6, second)).toBe('margin')
    expect(kind(0.9, { ...second, estimates: [d(0.5)] })).toBe('margin')
    expect(likely(0.6, { ...second, estimates: [d(0.5)] })).toBe(false)
    expect(likely(0.6, { ...second, estimates: [d(2), d(0.5)] })).toBe(false)
  })
})

describe('while nobody looked, for eight hours with two usual settlements', () => {
  const away = { from: at(-2.5 * 3_600), to: at(5.5 * 3_600), away: true }

  test.each([
    ['two at the usual rate', 0.995, 'funding'],
    ['paid', -0.995, 'funding'],
    ['three times that', 3, true],
    ['a wild rate', 3.1, false],
    ['eight of them, drifted, and a wild one', 24, false],
    ['more than that', 24.1, 'margin'],
  ])('without an estimate: %s', (_, change, expected) => {
    expect(likely(change, away)).toBe(expected)
  })

  test.each([
    ['two, drifted', 2.5, 'funding'],
    ['three times two', 6, true],
    ['more', 6.1, false],
    ['the other way', -1, true],
    ['more of that than it has drifted', -2.6, false],
  ])('with an estimate of 1: %s', (_, change, expected) => {
    expect(likely(change, { ...away, estimates: [d(1)] })).toBe(expected)
    expect(likely(-change, { ...away, estimates: [d(-1)] })).toBe(expected)
  })

  test('estimates of both signs: nothing may be taken for granted', () => {
    expect(kind(0.5, { ...away, estimates: [d(1), d(-1)] })).toBe('ambiguous')
  })

  test('the least of several may be taken for granted, the greatest is possible', () => {
    const estimates = [d(1), d(2)]
    expect(kind(2.5, { ...away, estimates })).toBe('funding')
    expect(likely(2.6, { ...away, estimates })).toBe(true)
    expect(likely(12, { ...away, estimates })).toBe(true)
    expect(likely(12.1, { ...away, estimates })).toBe(false)
  })

  test('within an hour there is one at most, and at least one may be', () => {
    const short = { from: at(-1_000), to: at(1_000), away: true }
    expect(kind(0.49, short)).toBe('funding')
    expect(kind(0.9, short)).toBe('ambiguous')
    expect(kind(0.5, { from: at(-HOUR / 2_000), to: at(-600), away: true })).toBe('margin')
  })
})
