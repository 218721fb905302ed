import { Decimal, isDollar } from '@/lib/margin'
import { checkLimit, type LimitName, limitRules, type LimitRule, type Limits } from './limits'
import { typedFigure } from '../facts/typed-figure'

const UNIT_MS = { seconds: 1_000, minutes: 60_000, hours: 3_600_000 }

/** How a limit is typed and shown: percent for fractions, a fitting unit for durations. */
export const limitUnit = (limit: LimitName) => {
  const rule: LimitRule = limitRules[limit]
  if (rule.kind === 'fraction') return 'percent'
  if (rule.kind === 'duration') return rule.unit
  return limit === 'maxLeverage' ? 'times' : null
}

/** The plain number that stands in the field: "5" for 0.05, "24" for a day in hours. */
export const limitText = (limit: LimitName, value: Limits[LimitName] | string): string => {
  const rule: LimitRule = limitRules[limit]
  if (value === null || typeof value === 'boolean') return ''
  const figure = new Decimal(typeof value === 'object' ? value.amount : value)
  if (rule.kind === 'fraction') return figure.times(100).toFixed()
  if (rule.kind === 'duration') return figure.div(UNIT_MS[rule.unit]).toFixed()
  return figure.toFixed()
}

/** What a capital can be counted in: dollars, and the coins of the largest COIN-M contracts. */
export const capitalAssets = [
  'USDT',
  'USDC',
  'BTC',
  'ETH',
  'BNB',
  'SOL',
  'XRP',
  'DOGE',
  'ADA',
  'LTC',
] as const

/** Ten thousand in half of our languages; dollars have no thousandths. */
const GROUPED = /^[1-9]\d{0,2}\.\d{3}$/

/**
 * What was typed, as the limit is stored; `undefined` if it is no number. A comma may stand for the
 * point; thousands separators are refused, since they could be either. `asset`: the unit of money.
 */
export const limitFromText = (
  limit: LimitName,
  typed: string,
  asset: string = capitalAssets[0],
): Limits[LimitName] | undefined => {
  const rule: LimitRule = limitRules[limit]
  const text = typed.normalize('NFKC').trim()
  if (text === '') return rule.kind === 'money' ? null : undefined
  // Its unit may be typed as well: "5 %", "20x".
  const unit = rule.kind === 'fraction' ? /%$/ : limit === 'maxLeverage' ? /[x×]$/ : /$/
  const figure = typedFigure(text.replace(unit, ''))
  if (figure === null) return undefined
  if (rule.kind === 'money' && isDollar(asset) && GROUPED.test(text)) return undefined
  if (rule.kind === 'fraction') return figure.div(100).toFixed()
  if (rule.kind === 'money') return { amount: figure.toFixed(), asset }
  if (rule.kind === 'duration') return figure.times(UNIT_MS[rule.unit]).toNumber()
  return figure.toNumber()
}

/** One press of a button. Chosen: as fine as one thinks in. */
const steps: Partial<Record<LimitName, string>> = {
  maxMarginAdditions: '1',
  capitalShareLimit: '0.01',
  distanceDanger: '0.005',
}

/** The limit one step further, as it is stored; `null`: it ends here, or has no steps. */
export const steppedLimit = (
  limit: LimitName,
  value: Limits[LimitName],
  direction: 'lower' | 'higher',
): Limits[LimitName] => {
  const step = steps[limit]
  if (step === undefined || (typeof value !== 'string' && typeof value !== 'number')) return null
  const after = new Decimal(value).plus(direction === 'higher' ? step : new Decimal(step).neg())
  const next = typeof value === 'string' ? after.toFixed() : after.toNumber()
  return checkLimit(limit, next) === null ? next : null
}
