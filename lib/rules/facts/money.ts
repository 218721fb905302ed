import { type Decimal, parseDecimal } from '@/lib/margin'

/** An amount is nothing without what it is counted in. */
export type Money = { amount: Decimal; asset: string }

/** Money as it is stored: plain JSON, the amount a decimal string. */
export type StoredMoney = { amount: string; asset: string }

const ASSET = /^[A-Z0-9]{1,12}$/

export const isStoredMoney = (value: unknown): value is StoredMoney =>
  typeof value === 'object' &&
  value !== null &&
  'amount' in value &&
  typeof value.amount === 'string' &&
  parseDecimal(value.amount) !== null &&
  'asset' in value &&
  typeof value.asset === 'string' &&
  ASSET.test(value.asset) &&
  Object.keys(value).length === 2

/** `null`: nothing was typed. */
export const typedMoney = (stored: StoredMoney | null): Money | null => {
  if (stored === null) return null
  const amount = parseDecimal(stored.amount)
  return amount && { amount, asset: stored.asset }
}
