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
export type Clues = Partial<Record<PositionField, Printed | undefined>> & { size: Printed | null }

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

const unity: Interval = { low: 1, high: 1 }

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
        times(scaled(quantity, row.contractSize), minus(over(unity, entry), over(unity, price))),
        sign,
      )

const isAbove = (a: Interval, b: Interval): boolean => a.low > b.high

/** A size at a price is the notional itself; any other is one at the mark. */
const notionalNow = (
  clues: Clues,
  row: Row,
  { quantity, mark }: { quantity: Interval | null; mark: Interval | null },
): Interval | null => {
  const size = figure(clues.size)
  if (size && (row.sizeUnit === 'quote' || row.sizeUnit === 'coin of COIN-M')) {
    return widened(absolute(size), LAST_FROM_MARK)
  }
  return quantity && mark && notionalOf(row, quantity, mark)
}

/**
 * How much likelier it is that two figures meet if they mean the same than if they do not: as many times
 * as numbers of their size are further apart than their digits. 0: they do not meet.
 */
const tie = (a: Interval, b: Interval): number => {
  const largest = Math.max(-a.low, a.high, -b.low, b.high)
  const width = a.high - a.low + b.high - b.low
  return meet(a, b) ? Math.max(1, (2 * largest) / width) : 0
}

const allow = (isPossible: boolean, times = 1): number => (isPossible ? times : 0)

/** A range is met by half of all figures; a margin that nobody added to is nearly that of a cross position. */
const TIMES = { range: 2, margin: 20, rate: 10 }

/** Rates at mark and at liquidation, which seldom lie in brackets far apart. */
const ALIKE: Interval = { low: 0.6, high: 1.7 }

/** The price behind the PnL: the mark but for some ticks, or the last price. */
export const bases = ['mark', 'last'] as const
export type Basis = (typeof bases)[number]

/**
 * 0 where an identity of the exchange for which the row prints all figures does not hold in this story;
 * else how much likelier the row is if it means this than if its figures were any.
 */
export const likelihoodOf = (
  clues: Clues,
  row: Row,
  { side, marginMode, basis: by }: Story & { basis: Basis },
): number => {
  const sign = side === 'long' ? 1 : -1
  const quantity = quantityIn(clues, row, sign)
  const [entry, mark] = [figure(clues.entryPrice), nearby(clues.markPrice)]
  const liquidation = figure(clues.liquidationPrice)
  const [margin, pnl] = [figure(clues.margin), figure(clues.unrealizedPnl)]
  const [ratio, roi] = [percent(clues.marginRatio), percent(clues.roi)]
  const leverage = clues.leverage?.is === 'figure' ? clues.leverage.value : null
  const basis = mark === null ? null : by === 'mark' ? mark : widened(mark, LAST_FROM_MARK)
  const now = notionalNow(clues, row, { quantity, mark })
  const initial = now && leverage !== null ? scaled(now, 1 / leverage) : null
  const factors: number[] = []

  if (pnl && basis && entry) {
    const gain = quantity && gainOf(row, { quantity, entry, price: basis, sign })
    if (gain) factors.push(tie(pnl, gain))
    // Without a size the sign is left.
    else factors.push(allow(!(pnl.low > 0 && isAbove(scaled(entry, sign), scaled(basis, sign)))))
    if (!gain)
      factors.push(allow(!(pnl.high < 0 && isAbove(scaled(basis, sign), scaled(entry, sign)))))
  }
  if (pnl && roi && initial) factors.push(tie(pnl, times(roi, initial)))
  const product = () => factors.reduce((all, one) => all * one, 1)
  if (marginMode === 'cross') {
    if (margin && initial) {
      factors.push(
        leverage === 1
          ? allow(meet(margin, initial))
          : Math.min(TIMES.margin, tie(margin, initial)),
      )
    }
    return product()
  }
  // An isolated position that is open has not been liquidated.
  if (liquidation && mark)
    factors.push(allow(!isAbove(scaled(liquidation, sign), scaled(mark, sign))))
  if (liquidation && entry)
    factors.push(allow(!isAbove(scaled(liquidation, sign), scaled(entry, sign))))
  const rates: Interval[] = []
  if (margin && quantity && entry && liquidation) {
    const left = plus(margin, gainOf(row, { quantity, entry, price: liquidation, sign }))
    const notional = notionalOf(row, quantity, liquidation)
    factors.push(allow(meet(left, times(RATES, notional)), TIMES.range))
    rates.push(over(left, notional))
  }
  if (margin && quantity && entry && mark) {
    const balance = plus(margin, gainOf(row, { quantity, entry, price: mark, sign }))
    const notional = notionalOf(row, quantity, mark)
    if (ratio) {
      factors.push(allow(meet(times(ratio, balance), times(RATES, notional)), TIMES.range))
      rates.push(over(times(ratio, balance), notional))
    }
    factors.push(allow(balance.high > RATES.low * notional.low))
  }
  const [one, other] = rates
  if (one && other) factors.push(meet(over(one, other), ALIKE) ? TIMES.rate : 1 / TIMES.rate)
  if (clues.liquidationPrice?.is === 'none') {
    // Only a wallet that pays for the whole position has no price to fear.
    const canHaveNone = (side === 'long') === (row.kind === 'linear')
    factors.push(allow(canHaveNone))
    if (margin && quantity && entry) {
      factors.push(allow(margin.high > 0.45 * notionalOf(row, quantity, entry).low))
    }
  }
  return product()
}

export const isPossible = (clues: Clues, row: Row, story: Story): boolean =>
  likelihoodOf(clues, row, { ...story, basis: 'last' }) > 0
