import type { PositionField, PositionTruth, Printed } from '../truth.ts'
import {
  absolute,
  type Interval,
  interval,
  meet,
  minus,
  ofDigits,
  over,
  plus,
  scaled,
  times,
  widened,
} from './interval.ts'

/** What one row could be the row of. */
export type Story = { side: 'long' | 'short'; marginMode: 'isolated' | 'cross' }

export const allStories: readonly Story[] = (['long', 'short'] as const).flatMap((side) =>
  (['isolated', 'cross'] as const).map((marginMode) => ({ side, marginMode })),
)

/** The figures of a row as a person would put them into a calculator. */
export type Clues = Partial<Record<PositionField, Printed>> & { size: Printed | null }

/** The last price is seldom further from the mark; what lies further was not drawn. */
const LAST_FROM_MARK = 0.006
/** No rate of the exchange is outside (808 tables of 2026-07). */
const RATES: Interval = { low: 0.0039, high: 0.51 }
/** Cells of one row are up to three ticks apart, before rounding. */
const TICKS = 4

const figure = (printed: Printed | null | undefined): Interval | null =>
  printed?.is === 'figure' ? ofDigits(printed.digits) : null

const percent = (printed: Printed | undefined): Interval | null =>
  printed?.is === 'figure' ? ofDigits(printed.digits, 0.01) : null

type Row = Pick<PositionTruth, 'kind' | 'contractSize' | 'sizeUnit'>

/** A price and those some ticks away; zeros at its end say nothing of the tick. */
const nearby = (printed: Printed | undefined): Interval | null => {
  if (printed?.is !== 'figure') return null
  const tick = 10 ** -(printed.digits.split('.')[1] ?? '').replace(/0+$/, '').length
  return { low: printed.value - TICKS * tick, high: printed.value + TICKS * tick }
}

/** Base coin, or contracts. */
const quantityIn = (
  clues: Clues,
  { sizeUnit, contractSize }: Row,
  sign: 1 | -1,
): Interval | null => {
  const printed = figure(clues.size)
  if (printed === null) return null
  const size = absolute(printed)
  const mark = nearby(clues.markPrice)
  const last = mark === null ? null : widened(mark, LAST_FROM_MARK)
  switch (sizeUnit) {
    case 'coin':
    case 'contracts':
      return exact(clues.size)
    case 'USD of COIN-M':
      return scaled(size, 1 / contractSize)
    case 'coin of COIN-M':
      return last === null ? null : scaled(times(size, last), 1 / contractSize)
    case 'quote': {
      const [pnl, entry] = [figure(clues.unrealizedPnl), figure(clues.entryPrice)]
      // Size and PnL by the last price of two moments.
      if (pnl !== null && entry !== null) {
        return widened(
          over(minus(size, scaled(pnl, sign)), entry),
          mark === null ? 1e-3 : LAST_FROM_MARK,
        )
      }
      return last === null ? null : over(size, last)
    }
  }
}

/** Nobody cuts a quantity: it is a multiple of the lot. */
const exact = (printed: Printed | null): Interval | null =>
  printed?.is === 'figure'
    ? interval(Math.abs(printed.value) * (1 - 1e-9), Math.abs(printed.value) * (1 + 1e-9))
    : null

const notionalOf = ({ kind, contractSize }: Row, quantity: Interval, price: Interval): Interval =>
  kind === 'linear' ? times(quantity, price) : over(scaled(quantity, contractSize), price)

const one: Interval = { low: 1, high: 1 }

const gainOf = (
  row: Row,
  {
    quantity,
    entry,
    price,
    sign,
  }: { quantity: Interval; entry: Interval; price: Interval; sign: 1 | -1 },
): Interval =>
  row.kind === 'linear'
    ? scaled(times(quantity, minus(price, entry)), sign)
    : scaled(
        times(scaled(quantity, row.contractSize), minus(over(one, entry), over(one, price))),
        sign,
      )

const isAbove = (a: Interval, b: Interval): boolean => a.low > b.high

/** Every identity of the exchange for which the row prints all figures holds in this story. */
export const isPossible = (clues: Clues, row: Row, { side, marginMode }: Story): boolean => {
  const sign = side === 'long' ? 1 : -1
  const quantity = quantityIn(clues, row, sign)
  const [entry, mark] = [figure(clues.entryPrice), nearby(clues.markPrice)]
  const liquidation = figure(clues.liquidationPrice)
  const [margin, pnl] = [figure(clues.margin), figure(clues.unrealizedPnl)]
  const [ratio, roi] = [percent(clues.marginRatio), percent(clues.roi)]
  const leverage = clues.leverage?.is === 'figure' ? clues.leverage.value : null
  const basis = mark === null ? null : widened(mark, LAST_FROM_MARK)
  const checks: boolean[] = []

  if (pnl && basis && entry) {
    const gain = quantity && gainOf(row, { quantity, entry, price: basis, sign })
    if (gain) checks.push(meet(pnl, gain))
    // Without a size the sign is left.
    else checks.push(!(pnl.low > 0 && isAbove(scaled(entry, sign), scaled(basis, sign))))
    if (!gain) checks.push(!(pnl.high < 0 && isAbove(scaled(basis, sign), scaled(entry, sign))))
  }
  if (pnl && roi && quantity && mark && leverage !== null) {
    const initial = scaled(notionalOf(row, quantity, mark), 1 / leverage)
    checks.push(meet(pnl, times(roi, initial)))
  }
  if (marginMode === 'cross') {
    if (margin && quantity && mark && leverage !== null) {
      checks.push(meet(margin, scaled(notionalOf(row, quantity, mark), 1 / leverage)))
    }
    return checks.every(Boolean)
  }
  // An isolated position that is open has not been liquidated.
  if (liquidation && mark) checks.push(!isAbove(scaled(liquidation, sign), scaled(mark, sign)))
  if (liquidation && entry) checks.push(!isAbove(scaled(liquidation, sign), scaled(entry, sign)))
  if (margin && quantity && entry && liquidation) {
    const left = plus(margin, gainOf(row, { quantity, entry, price: liquidation, sign }))
    checks.push(meet(left, times(RATES, notionalOf(row, quantity, liquidation))))
  }
  if (margin && quantity && entry && mark) {
    const balance = plus(margin, gainOf(row, { quantity, entry, price: mark, sign }))
    const notional = notionalOf(row, quantity, mark)
    if (ratio) checks.push(meet(times(ratio, balance), times(RATES, notional)))
    checks.push(balance.high > RATES.low * notional.low)
  }
  if (clues.liquidationPrice?.is === 'none') {
    // Only a wallet that pays for the whole position has no price to fear.
    const canHaveNone = (side === 'long') === (row.kind === 'linear')
    checks.push(canHaveNone)
    if (margin && quantity && entry) {
      checks.push(margin.high > 0.45 * notionalOf(row, quantity, entry).low)
    }
  }
  return checks.every(Boolean)
}
