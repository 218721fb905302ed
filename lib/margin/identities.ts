import { areOnOneCurve, greatestRate, pointAt, RATE_ROOM } from './margin-curve'
import { minus, type NumberRange, plus, scaled, times } from './number-range'
import type { MarginMode, Side } from './position'
import type { CurvePoint, MarginMeaning } from './row-evidence'
import {
  drifting,
  isAtAPrice,
  loosely,
  notionalNow,
  notionalRange,
  pnlRange,
  PRICE_DRIFT,
  quantityRange,
  type RowFigure,
  type RowFigures,
} from './row-ranges'
import { CHANCE_OF_RATE, meets, chanceOf, chanceOfCurve } from './chances'

/**
 * The arithmetic of the exchange that ties the figures of one row together, asked in intervals. Every
 * reader of a row asks these, and no other place knows a bound of them: which unlabelled number is
 * which, the side, the margin mode, what the Margin column holds, what stands and what does not.
 */

/** A position whose liquidation has begun stands in its row for some seconds. Chosen. */
const CROSSED_BY = 0.002

/** One way in which a row may be meant. */
export type Interpretation = { side: Side; marginMode: MarginMode; marginHolds: MarginMeaning }

export type IdentityName =
  | 'pnl'
  | 'pnl-sign'
  | 'roi'
  | 'roi-sign'
  | 'cross-margin'
  | 'liquidation'
  | 'liquidation-side'
  | 'can-be-none'
  | 'no-liquidation'
  | 'wallet-not-negative'
  | 'ratio'
  | 'one-curve'

export type IdentityCheck = {
  identity: IdentityName
  holds: boolean
  /** How often it holds for figures that do not mean this. */
  chance: number
  /** The figures that it ties together. */
  figures: readonly RowFigure[]
}

/** No wallet is worth asking for that is larger than the position this many times over: see `none`. */
const NEARLY_ALL = 0.98

/** Every identity that the figures in sight allow to be asked, under one interpretation. */
export const checkIdentities = (
  row: RowFigures,
  { side, marginMode, marginHolds }: Interpretation,
  drift: number = PRICE_DRIFT,
  /** Of the price behind margin, ratio and ROI: they are counted at the mark, whatever the PnL is counted at. */
  valueDrift: number = drift,
): IdentityCheck[] => {
  const { contract, leverage, entryPrice, markPrice, liquidationPrice } = row
  const { marginRatio, margin, unrealizedPnl, roi } = row
  const checks: IdentityCheck[] = []
  const ask = (
    identity: IdentityName,
    holds: boolean,
    figures: readonly RowFigure[],
    chance = 1,
  ): void => {
    checks.push({ identity, holds, figures, chance })
  }
  const askEqual = (
    identity: IdentityName,
    [a, b]: readonly [NumberRange, NumberRange],
    figures: readonly RowFigure[],
  ): void => {
    ask(identity, meets(a, b), figures, chanceOf(a, b))
  }
  const quantity = quantityRange(row, side)
  const near = markPrice === null ? null : drifting(markPrice, drift)
  const towardsProfit = side === 'long' ? 1 : -1
  const isPriced = row.size !== null && isAtAPrice(row.size)
  const sizedBy: readonly RowFigure[] = isPriced
    ? ['size', 'entryPrice', 'unrealizedPnl']
    : ['size']
  const pricedBy: readonly RowFigure[] =
    markPrice === null ? ['entryPrice', 'unrealizedPnl'] : ['markPrice']
  const valuedBy: readonly RowFigure[] = isPriced ? ['size'] : ['size', ...pricedBy]
  const valued = markPrice === null ? null : drifting(markPrice, valueDrift)
  const value = notionalNow(row, { side, quantity, near: valued })

  if (quantity !== null && entryPrice !== null && near !== null && unrealizedPnl !== null) {
    const held = { side, quantity, entryPrice }
    const figures = ['size', 'entryPrice', 'markPrice', 'unrealizedPnl'] as const
    if (quantity.high > 0) askEqual('pnl', [unrealizedPnl, pnlRange(contract, held, near)], figures)
    else ask('pnl', false, figures)
  } else if (entryPrice !== null && near !== null && unrealizedPnl !== null) {
    const gain = scaled(minus(near, entryPrice), towardsProfit)
    const disagrees =
      (gain.low > 0 && unrealizedPnl.high < 0) || (gain.high < 0 && unrealizedPnl.low > 0)
    ask('pnl-sign', !disagrees, ['entryPrice', 'markPrice', 'unrealizedPnl'])
  }

  if (unrealizedPnl !== null && roi !== null) {
    if (value !== null && leverage !== null) {
      const figures: readonly RowFigure[] = [...valuedBy, 'unrealizedPnl', 'roi']
      askEqual('roi', [times(roi, scaled(value, 1 / leverage)), loosely(unrealizedPnl)], figures)
    } else {
      const opposite =
        (roi.low > 0 && unrealizedPnl.high < 0) || (roi.high < 0 && unrealizedPnl.low > 0)
      ask('roi-sign', !opposite, ['unrealizedPnl', 'roi'])
    }
  }

  if (marginMode === 'cross') {
    // At 1x the margin is the notional, and a column of that is no margin.
    if (value !== null && margin !== null && leverage !== null) {
      const initial = scaled(value, 1 / leverage)
      const chance = leverage > 1 ? chanceOf(margin, initial) : 1
      ask('cross-margin', meets(margin, initial), [...valuedBy, 'margin'], chance)
    } else if (leverage === null && margin !== null && unrealizedPnl !== null && roi !== null) {
      // The ROI is that of the initial margin, whatever the leverage.
      const pair = [times(roi, margin), loosely(unrealizedPnl)] as const
      const chance = value === null || meets(margin, value) ? 1 : chanceOf(...pair)
      ask('cross-margin', meets(...pair), ['margin', 'unrealizedPnl', 'roi'], chance)
    }
    return checks
  }

  if (liquidationPrice === 'none') {
    // A linear short and an inverse long always have a price.
    ask('can-be-none', (side === 'long') === (contract.kind === 'linear'), ['liquidationPrice'])
  }
  if (liquidationPrice !== 'none' && liquidationPrice !== null && markPrice !== null) {
    const mark = drifting(markPrice, CROSSED_BY)
    const isBehind =
      side === 'long' ? liquidationPrice.low < mark.high : liquidationPrice.high > mark.low
    ask('liquidation-side', isBehind, ['liquidationPrice', 'markPrice'])
  }
  if (liquidationPrice !== 'none' && liquidationPrice !== null && entryPrice !== null) {
    // The wallet is not negative: all that may lie between entry and liquidation is maintenance margin.
    const rate = greatestRate(leverage) * RATE_ROOM
    const isPossible =
      side === 'long'
        ? liquidationPrice.low * (1 - rate) <= entryPrice.high
        : liquidationPrice.high * (1 + rate) >= entryPrice.low
    ask('wallet-not-negative', isPossible, ['liquidationPrice', 'entryPrice'])
  }
  if (quantity === null || entryPrice === null || margin === null) return checks
  const held = { side, quantity, entryPrice }
  const pnlAtMark = near === null ? null : pnlRange(contract, held, near)
  if (marginHolds === 'wallet-and-pnl' && pnlAtMark === null) return checks
  const wallet =
    marginHolds === 'wallet' || pnlAtMark === null
      ? margin
      : minus(margin, unrealizedPnl ?? pnlAtMark)
  const tied: readonly RowFigure[] = [...sizedBy, 'entryPrice', 'margin']

  if (liquidationPrice === 'none') {
    const covered = notionalRange(contract, quantity, entryPrice)
    ask('no-liquidation', wallet.high >= covered.low * NEARLY_ALL, [...tied, 'liquidationPrice'])
  }
  let atLiquidation: CurvePoint | null = null
  if (liquidationPrice !== null && liquidationPrice !== 'none' && liquidationPrice.low > 0) {
    const left = plus(wallet, pnlRange(contract, held, liquidationPrice))
    atLiquidation = pointAt(
      left,
      notionalRange(contract, quantity, liquidationPrice),
      greatestRate(leverage),
    )
    ask('liquidation', atLiquidation !== null, [...tied, 'liquidationPrice'], CHANCE_OF_RATE)
  }
  if (marginRatio !== null && valued !== null) {
    const required = times(marginRatio, plus(wallet, pnlRange(contract, held, valued)))
    const atMark = pointAt(
      required,
      notionalRange(contract, quantity, valued),
      greatestRate(leverage),
    )
    const figures: readonly RowFigure[] = [...tied, 'marginRatio', 'markPrice']
    ask('ratio', atMark !== null, figures, CHANCE_OF_RATE)
    if (atMark !== null && atLiquidation !== null) {
      const isOne = areOnOneCurve(atMark, atLiquidation)
      ask(
        'one-curve',
        isOne,
        [...figures, 'liquidationPrice'],
        chanceOfCurve(atMark, atLiquidation),
      )
    }
  }
  return checks
}
