import type { Decimal } from '@/lib/margin'

/** An amount is nothing without what it is counted in. */
export type Money = { amount: Decimal; asset: string }
