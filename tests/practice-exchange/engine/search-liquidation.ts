/** The zero of a monotone function between two prices, by halving until doubles run out. */
const zeroBetween = (low: number, high: number, f: (price: number) => number): number => {
  let [a, b] = [low, high]
  const rising = f(b) > f(a)
  for (let step = 0; step < 200; step += 1) {
    const middle = (a + b) / 2
    if (middle === a || middle === b) break
    if (f(middle) > 0 === rising) b = middle
    else a = middle
  }
  return (a + b) / 2
}

const SMALLEST = 1e-9
const GREATEST = 1e4

/**
 * Searches from the mark outwards for the price at which what is left no longer covers the
 * maintenance margin: deliberately not the closed formula that it is there to check.
 */
export const searchLiquidation = (
  mark: number,
  surplus: (price: number) => number,
): number | null => {
  const slope = surplus(mark * 1.000001) - surplus(mark * 0.999999)
  const below = (): number | null =>
    surplus(mark * SMALLEST) < 0 ? zeroBetween(mark * SMALLEST, mark, surplus) : null
  const above = (): number | null =>
    surplus(mark * GREATEST) < 0 ? zeroBetween(mark, mark * GREATEST, surplus) : null
  if (surplus(mark) <= 0) {
    // Crossed: the way back is on the other side of the mark.
    if (slope > 0 && surplus(mark * GREATEST) > 0) {
      return zeroBetween(mark, mark * GREATEST, surplus)
    }
    return surplus(mark * SMALLEST) > 0 ? zeroBetween(mark * SMALLEST, mark, surplus) : null
  }
  return slope > 0 ? (below() ?? above()) : (above() ?? below())
}
