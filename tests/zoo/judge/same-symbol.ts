import type { PositionTruth } from '../truth.ts'

/**
 * One contract has one name in a reading: "BTCUSDT", "BTCUSD_PERP", "BTCUSDT_0925". Pages print of a
 * delivery what they like of year, month and day; where a word for "perpetual" is unknown, the pair
 * of COIN-M stands alone.
 */
export const sameSymbol = (shown: string, { pair, delivery, kind }: PositionTruth): boolean => {
  const [name, suffix = null] = shown.split('_')
  if (name !== pair) return false
  if (delivery !== null)
    return suffix !== null && /^\d{4,6}$/.test(suffix) && delivery.endsWith(suffix)
  return suffix === null || (kind === 'inverse' && suffix === 'PERP')
}
