import type { Printed } from '../truth.ts'

/** A field of a reading: a value, or why there is none. */
export type Shown = { value: unknown } | { missing: string }

/** Decimals that were printed and parsed are equal, but for what a fraction of 100 does to them. */
export const equals = (shown: unknown, value: number): boolean =>
  Math.abs(Number(shown) - value) <= Math.abs(value) * 1e-9

/** `null`: not shown. Else whether it is what was printed. */
export const isRight = (shown: Shown, printed: Printed | undefined): boolean | null => {
  if ('missing' in shown) {
    if (shown.missing !== 'none') return null
    // Hidden is not none; a column that is not there says nothing.
    return printed?.is === 'none'
  }
  return printed?.is === 'figure' && equals(shown.value, printed.value)
}
