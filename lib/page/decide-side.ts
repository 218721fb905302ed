import type { Side } from '@/lib/margin'
import type { NumberField } from './page-reading'
import { proveRow } from './prove-row'
import type { RawRow } from './raw-row'

type SideQuestion = {
  row: Omit<RawRow, 'side'>
  /** A minus was printed before the size. */
  minus: boolean
  /** "Long" or "Short" beside the symbol (hedge mode). */
  badge: Side | null
  breakEvenPrice: NumberField
}

/** Where liquidation lies says the side: below a long, above a short. */
const byLiquidation = (
  row: Omit<RawRow, 'side'>,
  from: 'entryPrice' | 'markPrice',
): Side | null => {
  const price = row[from]
  const { liquidationPrice } = row
  if (!('value' in price) || !('value' in liquidationPrice)) return null
  return liquidationPrice.value.lt(price.value) ? 'long' : 'short'
}

/** Of a position that is not isolated, liquidation lies on the losing side of the mark, entry anywhere. */
const byMark = (row: Omit<RawRow, 'side'>): Side | null =>
  row.marginMode === 'isolated' ? null : byLiquidation(row, 'markPrice')

/** The mark is this far from entry, as a part of it, before the sign of the PnL speaks of the side. */
const TELLING = '0.01'

/** Gain and rising price, or loss and falling price: long. Needs no size, which may be in quote. */
const byGain = ({ entryPrice, markPrice, unrealizedPnl }: Omit<RawRow, 'side'>): Side | null => {
  if (!('value' in entryPrice) || !('value' in markPrice) || !('value' in unrealizedPnl))
    return null
  const risen = markPrice.value.minus(entryPrice.value)
  if (risen.abs().lt(entryPrice.value.times(TELLING)) || unrealizedPnl.value.isZero()) return null
  return risen.isNeg() === unrealizedPnl.value.isNeg() ? 'long' : 'short'
}

/** Without a size no identity holds or fails: two independent witnesses are needed. */
const withoutQuantity = (row: Omit<RawRow, 'side'>): Side | null => {
  const gain = byGain(row)
  const liquidation = agreed([byLiquidation(row, 'entryPrice'), byLiquidation(row, 'markPrice')])
  return gain === liquidation ? gain : null
}

const agreed = (witnesses: readonly (Side | null)[]): Side | null => {
  const [first, ...others] = witnesses.filter((witness) => witness !== null)
  return first !== undefined && others.every((witness) => witness === first) ? first : null
}

/** Unless the account stands behind it, only the side that loses no more than its notional goes without one. */
const byNoLiquidation = ({ marginMode, liquidationPrice, contract }: Omit<RawRow, 'side'>) =>
  marginMode !== 'cross' && 'missing' in liquidationPrice && liquidationPrice.missing === 'none'
    ? contract.kind === 'linear'
      ? ('long' as const)
      : ('short' as const)
    : null

/** Fees and funding move break-even by less: farther away, what is read as entry may be the mark. */
const NEAR_ENTRY = '0.02'

const isEntryDoubted = ({ entryPrice }: Omit<RawRow, 'side'>, breakEven: NumberField): boolean =>
  'value' in entryPrice &&
  'value' in breakEven &&
  breakEven.value.minus(entryPrice.value).abs().gt(entryPrice.value.times(NEAR_ENTRY))

/**
 * What the arithmetic says: the one side whose identities hold, or whose PnL alone says so. Where
 * they cannot tell, the liquidation price: of an isolated position it lies beyond the entry price
 * whatever the mark does, so it still speaks when the mark is nonsense.
 */
const byArithmetic = (row: Omit<RawRow, 'side'>): Side | null => {
  const proofs = {
    long: proveRow({ ...row, side: 'long' }),
    short: proveRow({ ...row, side: 'short' }),
  }
  const only = (holds: (side: Side) => boolean): Side | null => {
    const fitting = (['long', 'short'] as const).filter(holds)
    return fitting.length === 1 ? (fitting[0] ?? null) : null
  }
  const whole = only((side) => proofs[side].contradicted.size === 0)
  const profit = only((side) => proofs[side].profitHolds === true)
  const beyondEntry = row.marginMode === 'isolated' ? byLiquidation(row, 'entryPrice') : null
  if (whole !== null) return agreed([whole, profit, beyondEntry])
  // Entry and mark under each other's words look like the other side: PnL alone is no witness.
  if (profit !== null) {
    return profit === beyondEntry && !proofs[profit].contradicted.has('roi') ? profit : null
  }
  if (proofs.long.contradicted.size === 0) {
    return agreed([beyondEntry, byLiquidation(row, 'markPrice')])
  }
  if (beyondEntry === null) return null
  const refuted = proofs[beyondEntry].contradicted
  return refuted.has('liquidationPrice') || refuted.has('entryPrice') ? null : beyondEntry
}

/**
 * Long or short. A minus or a badge says it. A bare number does not, since some layouts print no
 * sign: then the arithmetic must. Witnesses that disagree: `null`.
 */
export const decideSide = ({ row, minus, badge, breakEvenPrice }: SideQuestion): Side | null => {
  const printed = agreed([minus ? 'short' : null, badge])
  if (minus && badge === 'long') return null
  if (printed !== null) {
    // A minus alone, of a size that nothing fits, may be another column's.
    const isolated = row.marginMode === 'isolated' ? byLiquidation(row, 'entryPrice') : null
    const isRefuted = proveRow({ ...row, side: printed }).profitHolds === false
    const isUnasked = 'missing' in row.quantity && row.quoteSize === null
    if (badge === null && isUnasked) return agreed([printed, isolated, byGain(row)])
    return badge === null && isRefuted ? agreed([printed, isolated, byMark(row)]) : printed
  }
  if (isEntryDoubted(row, breakEvenPrice)) return null
  const told =
    'value' in row.quantity || row.quoteSize !== null ? byArithmetic(row) : withoutQuantity(row)
  return told === null ? null : agreed([told, byNoLiquidation(row), byMark(row)])
}
