import { Decimal, isDollar, parseDecimal } from '@/lib/margin'
import { isStoredMoney, type StoredMoney } from '../facts/money'

/**
 * The trader's own limits, as stored: plain JSON. Fractions and amounts are decimal strings,
 * durations milliseconds.
 */
export type Limits = {
  /** Margin additions allowed per position. */
  maxMarginAdditions: number
  /** Margin of one position ÷ capital: where it gets a remark, and where it is over the limit. */
  capitalShareCaution: string
  capitalShareLimit: string
  /** One margin addition ÷ capital. */
  maxAdditionShare: string
  /** Liquidation distance ÷ mark price. */
  distanceCaution: string
  distanceDanger: string
  requireStopLoss: boolean
  /** Time allowed without a stop-loss after opening. */
  stopLossGrace: number
  /** Part of the way from entry to liquidation that a stop keeps clear of liquidation. */
  stopLossBuffer: string
  maxLeverage: number
  preferIsolated: boolean
  /** `null`: the margin balance that the page shows. */
  capital: StoredMoney | null
  /** Whether a limit, once set, may be loosened only after `loosenDelay` or when flat. */
  holdLimits: boolean
  loosenDelay: number
  /** A pause before adding margin beyond the limit. */
  decisionPause: number
}

export type LimitName = keyof Limits

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Without what is the trader's own: their capital, and how they hold themselves to the limits. */
export type LimitSet = Omit<Limits, 'capital' | 'holdLimits' | 'loosenDelay' | 'decisionPause'>

/** The advice of the article behind the product: one addition, 5–10 % of capital, a stop-loss. */
export const advice: LimitSet = {
  maxMarginAdditions: 1,
  capitalShareCaution: '0.05',
  capitalShareLimit: '0.1',
  maxAdditionShare: '0.02',
  distanceCaution: '0.1',
  distanceDanger: '0.03',
  requireStopLoss: true,
  stopLossGrace: 2 * MINUTE,
  stopLossBuffer: '0.1',
  maxLeverage: 10,
  preferIsolated: true,
}

export const defaultLimits: Limits = {
  ...advice,
  capital: null,
  holdLimits: false,
  loosenDelay: 24 * HOUR,
  decisionPause: 5_000,
}

export type LimitRule = {
  /** Which direction of a change is the stricter one. */
  stricter: 'lower' | 'higher' | 'on'
} & (
  | { kind: 'count'; min: number; max: number }
  | { kind: 'duration'; unit: 'seconds' | 'minutes' | 'hours'; min: number; max: number }
  | { kind: 'fraction' | 'money'; min: string; max: string }
  | { kind: 'switch' }
)

/** What each limit may be. `money` may also be `null`; bounds are included. */
export const limitRules = {
  maxMarginAdditions: { kind: 'count', min: 0, max: 20, stricter: 'lower' },
  capitalShareCaution: { kind: 'fraction', min: '0.001', max: '1', stricter: 'lower' },
  capitalShareLimit: { kind: 'fraction', min: '0.001', max: '1', stricter: 'lower' },
  maxAdditionShare: { kind: 'fraction', min: '0.001', max: '1', stricter: 'lower' },
  distanceCaution: { kind: 'fraction', min: '0.001', max: '0.9', stricter: 'higher' },
  distanceDanger: { kind: 'fraction', min: '0.001', max: '0.9', stricter: 'higher' },
  requireStopLoss: { kind: 'switch', stricter: 'on' },
  stopLossGrace: { kind: 'duration', unit: 'minutes', min: 0, max: 24 * HOUR, stricter: 'lower' },
  stopLossBuffer: { kind: 'fraction', min: '0', max: '0.9', stricter: 'higher' },
  maxLeverage: { kind: 'count', min: 1, max: 150, stricter: 'lower' },
  preferIsolated: { kind: 'switch', stricter: 'on' },
  capital: { kind: 'money', min: '1', max: '1000000000000', stricter: 'lower' },
  holdLimits: { kind: 'switch', stricter: 'on' },
  loosenDelay: {
    kind: 'duration',
    unit: 'hours',
    min: HOUR / 10,
    max: 30 * 24 * HOUR,
    stricter: 'higher',
  },
  decisionPause: { kind: 'duration', unit: 'seconds', min: 0, max: 60_000, stricter: 'higher' },
} as const satisfies Record<LimitName, LimitRule>

export const limitNames = Object.keys(limitRules) as LimitName[]

/** Pairs of which the first may not exceed the second. */
const ordered = [
  ['capitalShareCaution', 'capitalShareLimit'],
  ['distanceDanger', 'distanceCaution'],
] as const

export type LimitProblem =
  | { limit: LimitName; problem: 'not-a-number' | 'not-whole' }
  | { limit: LimitName; problem: 'out-of-range'; min: string; max: string }
  | { limit: LimitName; problem: 'above'; other: LimitName }

/** Of bitcoin that is about a dollar. */
const LEAST_OF_A_COIN = '0.00001'

/** The figure that a rule bounds; `null`: the value is of another kind. */
const figureOf = (rule: Exclude<LimitRule, { kind: 'switch' }>, value: unknown): Decimal | null => {
  switch (rule.kind) {
    case 'count':
    case 'duration':
      return typeof value === 'number' && Number.isSafeInteger(value) ? new Decimal(value) : null
    case 'fraction':
      return typeof value === 'string' ? parseDecimal(value) : null
    case 'money':
      return isStoredMoney(value) ? parseDecimal(value.amount) : null
  }
}

/** Checks one value against its rule. Returns `null` if it may stand. */
export const checkLimit = (limit: LimitName, value: unknown): LimitProblem | null => {
  const rule: LimitRule = limitRules[limit]
  if (rule.kind === 'switch') {
    return typeof value === 'boolean' ? null : { limit, problem: 'not-a-number' }
  }
  if (rule.kind === 'money' && value === null) return null
  const figure = figureOf(rule, value)
  // Additions are whole ones: of "1.5" it is no thousands separator that is wrong.
  const isPart = rule.kind === 'count' && Number.isFinite(value)
  if (figure === null) return { limit, problem: isPart ? 'not-whole' : 'not-a-number' }
  const min = isStoredMoney(value) && !isDollar(value.asset) ? LEAST_OF_A_COIN : rule.min
  return figure.gte(min) && figure.lte(rule.max)
    ? null
    : { limit, problem: 'out-of-range', min: String(min), max: String(rule.max) }
}

/** Everything that is wrong with a whole set of limits. Empty: it may stand. */
export const checkLimits = (limits: Limits): LimitProblem[] => {
  const problems = limitNames.flatMap((limit) => checkLimit(limit, limits[limit]) ?? [])
  if (problems.length > 0) return problems
  return ordered.flatMap(([lower, upper]) =>
    new Decimal(limits[lower]).gt(limits[upper])
      ? [{ limit: lower, problem: 'above' as const, other: upper }]
      : [],
  )
}

/**
 * Limits out of storage or an import. A limit that a later version added takes its default; anything
 * else that does not fit makes the whole value damaged (`null`): half a set of limits is not the
 * trader's.
 */
export const parseLimits = (value: unknown): Limits | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const stored = value as Record<string, unknown>
  const limits = Object.fromEntries(
    limitNames.map((limit) => [
      limit,
      Object.hasOwn(stored, limit) ? stored[limit] : defaultLimits[limit],
    ]),
  ) as Limits
  return checkLimits(limits).length === 0 ? limits : null
}

/**
 * Limits as the first version stored them: a capital without its asset, which everyone took for dollars.
 * Anything else is left as it is, for `parseLimits` to judge.
 */
export const withCapitalInDollars = (stored: unknown): unknown => {
  if (typeof stored !== 'object' || stored === null || !('capital' in stored)) return stored
  const { capital } = stored
  return typeof capital === 'string'
    ? { ...stored, capital: { amount: capital, asset: 'USDT' } }
    : stored
}
