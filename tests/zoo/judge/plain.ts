import type { Decimal } from '@/lib/margin'

/** A reading after its way through JSON: decimals are their texts. */
export type Plain<T> = T extends Decimal
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T
