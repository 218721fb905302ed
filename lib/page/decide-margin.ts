import type { Decimal } from '@/lib/margin'
import { identifyBracket, notional, unrealizedPnl } from '@/lib/margin'
import { inBaseCoin } from './in-base-coin'
import { liquidationIdentity, ratioIdentity } from './liquidation-identities'
import type { NumberField, PositionReading } from './page-reading'
import { crossMarginIdentity } from './profit-identities'
import { LEAST_RATE, printedUnit, type RawRow } from './raw-row'

export type MarginHolds = NonNullable<PositionReading['marginHolds']>

/** What is known of the Margin column of a table; `disputed`: its rows do not agree on it. */
export type ColumnMeaning = MarginHolds | 'disputed' | null

type Range = { low: Decimal; high: Decimal }

const around = (value: Decimal, slack: Decimal): Range => ({
  low: value.minus(slack),
  high: value.plus(slack),
})

/** Maintenance margin ÷ notional at a price, were the isolated wallet what one reading says. */
type Rates = { liquidation: Range; mark: Range }

const ratesUnder = (row: RawRow, holds: MarginHolds): Rates | null => {
  const { quantity, entryPrice, markPrice, liquidationPrice, margin, marginRatio } = row
  if (!('value' in quantity) || !('value' in entryPrice) || !('value' in margin)) return null
  if (!('value' in markPrice) || !('value' in liquidationPrice)) return null
  if (!('value' in marginRatio)) return null
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const pnl = unrealizedPnl(position, markPrice.value)
  const atMark = notional(position, markPrice.value)
  const atLiquidation = notional(position, liquidationPrice.value)
  const perPrice = (price: Decimal) => notional(position, price).div(price)
  const priceSlack = (field: Extract<NumberField, { value: Decimal }>) =>
    perPrice(field.value).times(printedUnit(field))
  const wallet = holds === 'wallet' ? margin.value : margin.value.minus(pnl)
  const walletSlack = printedUnit(margin)
    .plus(priceSlack(entryPrice))
    .plus(holds === 'wallet' ? 0 : priceSlack(markPrice))
  const balance = wallet.plus(pnl)
  const left = wallet.plus(unrealizedPnl(position, liquidationPrice.value))
  const ratioSlack = printedUnit(marginRatio)
    .times(balance.abs())
    .plus(marginRatio.value.times(walletSlack.plus(priceSlack(markPrice))))
  return {
    liquidation: around(
      left.div(atLiquidation),
      walletSlack.plus(priceSlack(liquidationPrice)).div(atLiquidation),
    ),
    mark: around(marginRatio.value.times(balance).div(atMark), ratioSlack.div(atMark)),
  }
}

/**
 * Could it be so? The rate cannot be below the exchange's lowest, and maintenance margin is convex:
 * the larger notional of the two has the higher rate.
 */
const isPossible = (row: RawRow, holds: MarginHolds): boolean => {
  const rates = ratesUnder(row, holds)
  if (rates === null) return true
  const { liquidation, mark } = rates
  if (liquidation.high.lt(LEAST_RATE) || mark.high.lt(LEAST_RATE)) return false
  if (liquidation.low.gt(1) || mark.low.gt(1)) return false
  const larger =
    (row.side === 'long') === (row.contract.kind === 'linear')
      ? { rate: mark, other: liquidation }
      : { rate: liquidation, other: mark }
  if (larger.other.low.gt(larger.rate.high)) return false
  return larger.rate.low.lte(larger.other.high.times(STEEPEST))
}

/** Between mark and liquidation no table of the exchange raises the rate by more (2026-07). */
const STEEPEST = 5

/**
 * Whether margin, ratio and liquidation price of an isolated row can stand beside each other, under
 * what is known of the Margin column or under either reading of it.
 */
export const isMarginPossible = (row: RawRow, holds: ColumnMeaning): boolean => {
  const rows = inBaseCoin(row)
  return rows.length === 0 || rows.some((one) => isPossibleInBaseCoin(one, holds))
}

const isPossibleInBaseCoin = (row: RawRow, holds: ColumnMeaning): boolean => {
  if (row.marginMode === 'cross') return true
  if (row.marginMode === 'unknown') return isMarginOfSomeMode(row)
  // One of the rows that took a side is wrong, and nothing tells which.
  if (holds === 'disputed') return decideMargin(row) === null && isPossibleInBaseCoin(row, null)
  return holds === null
    ? isPossible(row, 'wallet') || isPossible(row, 'wallet-and-pnl')
    : isPossible(row, holds)
}

/** Where no word says the mode, what stands under Margin must at least fit one of the two. */
const isMarginOfSomeMode = (row: RawRow): boolean => {
  const cross = crossMarginIdentity({ ...row, marginMode: 'cross' })
  if (cross === null || cross.holds) return true
  const isolated: RawRow = { ...row, marginMode: 'isolated' }
  const verdicts = [liquidationIdentity(isolated), ratioIdentity(isolated)]
  return (
    verdicts.every((verdict) => verdict?.holds !== false) &&
    verdicts.some((verdict) => verdict !== null) &&
    isPossibleInBaseCoin(isolated, null)
  )
}

/**
 * Whether the Margin column of this row holds the isolated wallet, or the wallet and the unrealised
 * PnL: the one reading that liquidation price and ratio allow. `null`: both, or neither.
 */
export const decideMargin = (row: RawRow): MarginHolds | null => {
  const known = decisions.get(row)
  if (known !== undefined) return known
  const decision = decided(row)
  decisions.set(row, decision)
  return decision
}

const decisions = new WeakMap<RawRow, MarginHolds | null>()

const decided = (row: RawRow): MarginHolds | null => {
  if (row.marginMode !== 'isolated' || ratesUnder(row, 'wallet') === null) return null
  if (isProfitTurned(row)) return null
  const wallet = isPossible(row, 'wallet')
  if (wallet === isPossible(row, 'wallet-and-pnl')) return null
  const holds = wallet ? 'wallet' : 'wallet-and-pnl'
  return isOnLadder(row, holds) ? holds : null
}

/**
 * A figure cut in two may look like the other meaning: before a row speaks for its whole column, its
 * figures must lie on brackets that the exchange could have.
 */
const isOnLadder = (row: RawRow, holds: MarginHolds): boolean => {
  const { quantity, entryPrice, markPrice, liquidationPrice, margin, marginRatio } = row
  if (!('value' in quantity) || !('value' in entryPrice) || !('value' in margin)) return false
  const shown = (field: NumberField) => ('value' in field ? field : null)
  const { readings } = identifyBracket([
    {
      ...row,
      quantity,
      entryPrice,
      margin,
      markPrice: shown(markPrice),
      liquidationPrice: shown(liquidationPrice),
      marginRatio: shown(marginRatio),
    },
  ])
  return readings.some(({ marginHolds }) => marginHolds === holds)
}

/** What prices and size make has the other sign than what is printed: entry may be the mark. */
const isProfitTurned = (row: RawRow): boolean => {
  const { quantity, entryPrice, markPrice, unrealizedPnl: printed, margin } = row
  if (!('value' in quantity) || !('value' in entryPrice) || !('value' in markPrice)) return false
  if (!('value' in printed) || !('value' in margin)) return false
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const pnl = unrealizedPnl(position, markPrice.value)
  const apart = pnl.minus(printed.value).abs()
  return pnl.isNeg() !== printed.value.isNeg() && apart.gt(margin.value.abs().times(UNSURE))
}

/** A wallet worked out from prices of so few digits is not known better than this part of it. */
const UNSURE = '0.01'

/** The isolated wallet, once it is known what the column holds. */
export const walletOf = (row: RawRow, holds: MarginHolds | null): NumberField => {
  const { margin, quantity, entryPrice, markPrice } = row
  if (row.marginMode !== 'isolated' || !('value' in margin)) {
    return 'value' in margin ? { missing: 'unknown' } : margin
  }
  if (holds === 'wallet') return margin
  if (!('value' in quantity) || !('value' in entryPrice) || !('value' in markPrice)) {
    return { missing: 'unknown', text: margin.text }
  }
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const pnl = unrealizedPnl(position, markPrice.value)
  const perPrice = notional(position, markPrice.value).div(markPrice.value)
  const unsure = perPrice.times(printedUnit(markPrice).plus(printedUnit(entryPrice)))
  const balance = margin.value.minus(pnl)
  if (holds === 'wallet-and-pnl' && (unsure.gt(balance.times(UNSURE)) || isProfitTurned(row))) {
    return { missing: 'unknown', text: margin.text }
  }
  const same = pnl.abs().lt(printedUnit(margin))
  if (holds === null && !same) return { missing: 'unknown', text: margin.text }
  return {
    value: holds === null ? margin.value : balance.toDecimalPlaces(margin.decimals),
    decimals: margin.decimals,
    text: margin.text,
  }
}
