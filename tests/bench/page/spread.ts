/** What several rounds measured of one thing: its middle, and how far the rounds lie apart. */
export type Spread = { median: number; least: number; most: number }

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b)
  const [least = NaN] = sorted
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? NaN
  const median = sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2
  return { median, least, most: sorted.at(-1) ?? NaN }
}

/** "0.70 % (0.41 … 1.02)"; of one round there is nothing but its figure. */
export const printSpread = (
  { median, least, most }: Spread,
  print: (value: number) => string,
  unit = '',
): string =>
  Number.isNaN(median)
    ? '–'
    : least === most
      ? `${print(median)}${unit}`
      : `${print(median)}${unit} (${print(least)} … ${print(most)})`

/**
 * Whether a difference can be told from the machine's own unrest. `differences` are with less without, one a
 * round, both measured within it; `alone` is the same thing without, which should not have moved at all.
 */
export const isTellable = (differences: readonly number[], alone: readonly number[]): boolean => {
  if (differences.length < 3) return false
  const { median, least, most } = spreadOf(differences)
  const unrest = spreadOf(alone)
  const sameSign = least > 0 || most < 0
  return sameSign && Math.abs(median) > (unrest.most - unrest.least) / 2
}
