import { describe, expect, test } from 'vitest'
import { changeLimits, defaultLimits, limitsAt, loosened, type Limits } from '@/lib/rules'

const held: Limits = { ...defaultLimits, holdLimits: true }
const HOUR = 3_600_000
const change = (wanted: Partial<Limits>, more: Partial<Parameters<typeof changeLimits>[0]> = {}) =>
  changeLimits({
    current: held,
    waiting: null,
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
    [{ capital: '5000' }, []],
    [{ capitalShareLimit: '0.2', maxLeverage: 5 }, ['capitalShareLimit']],
  ] as const)('%o', (wanted, names) => {
    expect(loosened(held, { ...held, ...wanted })).toEqual(names)
  })
})

describe('under the promise to hold them', () => {
  test('stricter counts at once', () => {
    expect(change({ maxLeverage: 5 })).toEqual({
      limits: { ...held, maxLeverage: 5 },
      waiting: null,
    })
  })

  test('looser waits for the delay', () => {
    const { limits, waiting } = change({ maxMarginAdditions: 3 })
    expect(limits).toEqual(held)
    expect(waiting).toEqual({ limits: { ...held, maxMarginAdditions: 3 }, due: 24 * HOUR })
    expect(limitsAt(limits, waiting, 24 * HOUR - 1).maxMarginAdditions).toBe(1)
    expect(limitsAt(limits, waiting, 24 * HOUR).maxMarginAdditions).toBe(3)
  })

  test('of a change with both, each goes its way', () => {
    const { limits, waiting } = change({ maxMarginAdditions: 3, maxLeverage: 5 })
    expect(limits).toEqual({ ...held, maxLeverage: 5 })
    expect(waiting?.limits).toEqual({ ...held, maxMarginAdditions: 3, maxLeverage: 5 })
  })

  test('the promise itself cannot be dropped sooner', () => {
    const { limits, waiting } = change({ holdLimits: false })
    expect(limits.holdLimits).toBe(true)
    expect(waiting?.due).toBe(24 * HOUR)
  })

  test('without a position nothing waits', () => {
    expect(change({ maxMarginAdditions: 3 }, { flat: true })).toEqual({
      limits: { ...held, maxMarginAdditions: 3 },
      waiting: null,
    })
  })

  test('stricter meanwhile: what waits keeps its hour, and is no looser than that', () => {
    const first = change({ maxMarginAdditions: 3, maxLeverage: 20 })
    const second = changeLimits({
      current: first.limits,
      waiting: first.waiting,
      wanted: { ...first.limits, distanceDanger: '0.05' },
      flat: false,
      now: HOUR,
    })
    expect(second.limits.distanceDanger).toBe('0.05')
    expect(second.waiting).toEqual({
      limits: { ...held, maxMarginAdditions: 3, maxLeverage: 20, distanceDanger: '0.05' },
      due: 24 * HOUR,
    })
  })
})

test('without the promise everything counts at once', () => {
  const current = defaultLimits
  const wanted = { ...defaultLimits, maxMarginAdditions: 9 }
  expect(changeLimits({ current, waiting: null, wanted, flat: false, now: 0 })).toEqual({
    limits: wanted,
    waiting: null,
  })
})
