import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkLimits, defaultLimits, type Limits } from '@/lib/rules/limits'
import {
  changeLimits,
  limitsAt,
  loosened,
  presetNames,
  stillWaiting,
  wishesOfSet,
  withPreset,
} from '@/lib/rules/settings'

const held: Limits = { ...defaultLimits, holdLimits: true }
const HOUR = 3_600_000
const DAY = 24 * HOUR
const usdt = (amount: string) => ({ amount, asset: 'USDT' })

const change = (wanted: Partial<Limits>, more: Partial<Parameters<typeof changeLimits>[0]> = {}) =>
  changeLimits({
    current: held,
    waiting: [],
    wanted: { ...held, ...wanted },
    flat: false,
    now: 0,
    ...more,
  })

describe('what is looser', () => {
  test.each([
    [{ maxMarginAdditions: 2 }, ['maxMarginAdditions']],
    [{ maxMarginAdditions: 0 }, []],
    [{ distanceCaution: '0.05' }, ['distanceCaution']],
    [{ distanceCaution: '0.2' }, []],
    [{ requireStopLoss: false }, ['requireStopLoss']],
    [{ holdLimits: false }, ['holdLimits']],
    [{ loosenDelay: HOUR }, ['loosenDelay']],
    [{ capitalShareLimit: '0.2', maxLeverage: 5 }, ['capitalShareLimit']],
  ] as const)('%o', (wanted, names) => {
    expect(loosened(held, { ...held, ...wanted })).toEqual(names)
  })

  test.each([
    ['from the page’s balance to any figure', null, usdt('5000'), true],
    ['from a figure to the page’s balance', usdt('5000'), null, true],
    ['more of it', usdt('5000'), usdt('5001'), true],
    ['less of it', usdt('5000'), usdt('4999'), false],
    ['the same in another dollar', usdt('5000'), { amount: '5000', asset: 'USDC' }, false],
    ['another asset', usdt('5000'), { amount: '1', asset: 'BTC' }, true],
    ['nothing as before', null, null, false],
  ])('capital, %s', (_, before, after, isLooser) => {
    const from = { ...held, capital: before }
    expect(loosened(from, { ...held, capital: after })).toEqual(isLooser ? ['capital'] : [])
  })
})

describe('under the promise to hold them', () => {
  test('stricter counts at once', () => {
    expect(change({ maxLeverage: 5 })).toEqual({ limits: { ...held, maxLeverage: 5 }, waiting: [] })
  })

  test('looser waits for the delay', () => {
    const { limits, waiting } = change({ maxMarginAdditions: 3 })
    expect(limits).toEqual(held)
    expect(waiting).toEqual([{ limit: 'maxMarginAdditions', value: 3, due: DAY }])
    expect(limitsAt(limits, waiting, DAY - 1).maxMarginAdditions).toBe(1)
    expect(limitsAt(limits, waiting, DAY).maxMarginAdditions).toBe(3)
    expect([stillWaiting(waiting, DAY - 1), stillWaiting(waiting, DAY)]).toEqual([waiting, []])
  })

  test('a capital that was read off the page is not replaced by a trillion at once', () => {
    const { limits, waiting } = change({ capital: usdt('1000000000000') })
    expect(limits.capital).toBeNull()
    expect(waiting).toMatchObject([{ limit: 'capital' }])
  })

  test('of a change with both, each goes its way', () => {
    const { limits, waiting } = change({ maxMarginAdditions: 3, maxLeverage: 5 })
    expect(limits).toEqual({ ...held, maxLeverage: 5 })
    expect(waiting).toEqual([{ limit: 'maxMarginAdditions', value: 3, due: DAY }])
  })

  test('the promise itself cannot be dropped sooner', () => {
    const { limits, waiting } = change({ holdLimits: false })
    expect(limits.holdLimits).toBe(true)
    expect(waiting).toEqual([{ limit: 'holdLimits', value: false, due: DAY }])
  })

  test('without a position nothing waits', () => {
    expect(change({ maxMarginAdditions: 3 }, { flat: true })).toEqual({
      limits: { ...held, maxMarginAdditions: 3 },
      waiting: [],
    })
  })

  test('a second wish does not drop the first, and each has its own hour', () => {
    const first = change({ maxMarginAdditions: 3 })
    const { limits, waiting } = change({ maxLeverage: 25 }, { ...first, now: HOUR })
    expect(limits).toEqual(held)
    expect(waiting).toEqual([
      { limit: 'maxMarginAdditions', value: 3, due: DAY },
      { limit: 'maxLeverage', value: 25, due: DAY + HOUR },
    ])
    expect(limitsAt(limits, waiting, DAY)).toEqual({ ...held, maxMarginAdditions: 3 })
  })

  test('a new word on the same limit takes the place of the old one', () => {
    const first = change({ maxMarginAdditions: 3 })
    expect(change({ maxMarginAdditions: 5 }, { ...first, now: HOUR }).waiting).toEqual([
      { limit: 'maxMarginAdditions', value: 5, due: DAY + HOUR },
    ])
    expect(change({ maxMarginAdditions: 0 }, first)).toEqual({
      limits: { ...held, maxMarginAdditions: 0 },
      waiting: [],
    })
  })

  test('stricter in another limit meanwhile: what waits keeps its hour', () => {
    const first = change({ maxMarginAdditions: 3, maxLeverage: 20 })
    const second = changeLimits({
      current: first.limits,
      waiting: first.waiting,
      wanted: { ...first.limits, distanceDanger: '0.05' },
      flat: false,
      now: HOUR,
    })
    expect(second.limits.distanceDanger).toBe('0.05')
    expect(second.waiting).toEqual(first.waiting)
    expect(limitsAt(second.limits, second.waiting, DAY)).toEqual({
      ...held,
      maxMarginAdditions: 3,
      maxLeverage: 20,
      distanceDanger: '0.05',
    })
  })

  test('a wish that no longer fits beside what became stricter is dropped alone', () => {
    const wishes = [
      { limit: 'capitalShareCaution', value: '0.12', due: 0 },
      { limit: 'maxLeverage', value: 20, due: 0 },
    ] as const
    const stricter = { ...held, capitalShareLimit: '0.06' }
    expect(limitsAt(stricter, wishes, 0)).toEqual({ ...stricter, maxLeverage: 20 })
  })

  test('a wish that would come to lie below its pair, or out of range, is dropped alone', () => {
    const other = { limit: 'maxLeverage', value: 20, due: 0 } as const
    const stricter = { ...held, distanceDanger: '0.05' }
    const caution = { limit: 'distanceCaution', value: '0.04', due: 0 } as const
    expect(limitsAt(stricter, [caution, other], 0)).toEqual({ ...stricter, maxLeverage: 20 })
    const wild = { limit: 'maxMarginAdditions', value: 99, due: 0 } as const
    expect(limitsAt(held, [wild, other], 0)).toEqual({ ...held, maxLeverage: 20 })
    expect(limitsAt(held, [wild], 0)).toBe(held)
  })

  test('whatever is asked for, in whatever order: every set may stand, and none is looser too soon', () => {
    const wish = fc.record({
      preset: fc.constantFrom(...presetNames, null),
      maxMarginAdditions: fc.integer({ min: 0, max: 5 }),
      capital: fc.option(fc.integer({ min: 1, max: 9 }).map((n) => usdt(String(n * 1_000)))),
      pause: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 8 }), (wishes) => {
        let [limits, waiting, now] = [held, stillWaiting([], 0), 0]
        for (const { preset, pause, ...own } of wishes) {
          now += pause * HOUR
          const before = limitsAt(limits, waiting, now)
          waiting = stillWaiting(waiting, now)
          const wanted = preset === null ? { ...before, ...own } : withPreset(before, preset)
          const after = changeLimits({ current: before, waiting, wanted, flat: false, now })
          ;({ limits, waiting } = after)
          expect(checkLimits(limits)).toEqual([])
          expect(loosened(before, limits)).toEqual([])
          const later = limitsAt(limits, waiting, now + DAY)
          expect(checkLimits(later)).toEqual([])
          // What nothing stricter stands against has come true.
          for (const limit of loosened(before, wanted)) {
            const isPaired = limit.startsWith('capitalShare') || limit.startsWith('distance')
            if (!isPaired) expect(later[limit]).toEqual(wanted[limit])
          }
        }
      }),
    )
  })
})

test('what waited in the first shape, a whole set with one hour, comes true at that hour', () => {
  const looser = { ...held, maxMarginAdditions: 3, maxLeverage: 25 }
  const wishes = wishesOfSet(looser, DAY)
  expect(limitsAt(held, wishes, DAY - 1)).toEqual(held)
  expect(limitsAt(held, wishes, DAY)).toEqual(looser)
  // After a change of another limit only what is looser still waits.
  expect(change({ distanceCaution: '0.2' }, { waiting: wishes }).waiting).toEqual([
    { limit: 'maxMarginAdditions', value: 3, due: DAY },
    { limit: 'maxLeverage', value: 25, due: DAY },
  ])
})

test('without the promise everything counts at once', () => {
  const current = defaultLimits
  const wanted = { ...defaultLimits, maxMarginAdditions: 9 }
  expect(changeLimits({ current, waiting: [], wanted, flat: false, now: 0 })).toEqual({
    limits: wanted,
    waiting: [],
  })
})
