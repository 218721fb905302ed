import {
  type Contract,
  Decimal,
  type MarginMode,
  notional,
  type Side,
  unrealizedPnl,
} from '@/lib/margin'
import type { NumberField } from './page-reading'

/** The figures of one row before anything is believed. */
export type RawRow = {
  side: Side
  marginMode: MarginMode | 'unknown'
  contract: Contract
  leverage: Decimal | null
} & Record<RawFigure, NumberField>

export type RawFigure =
  | 'quantity'
  | 'entryPrice'
  | 'markPrice'
  | 'liquidationPrice'
  | 'marginRatio'
  | 'margin'
  | 'unrealizedPnl'
  | 'roi'
  | 'takeProfit'
  | 'stopLoss'

/**
 * One identity of the exchange's arithmetic, asked of the figures that it ties together. `confirms`:
 * those that could not be much different if it holds. A mere range of plausibility confirms nothing.
 */
type Verdict = {
  holds: boolean
  ties: readonly RawFigure[]
  confirms: readonly RawFigure[]
}

/**
 * PnL may be counted at the last price (a preference of the user), and a row is updated cell by cell:
 * prices this far apart, as a part of the price, are still one row. Tighter would refuse good rows of
 * a fast market; the identities that do not hang on the mark price have no such room.
 */
const DRIFT = new Decimal('0.005')

/** No bracket of the exchange asks less, or more, of the notional (tables of 2026-07). */
export const LEAST_RATE = new Decimal('0.0039')
const GREATEST_RATE = new Decimal('0.55')

/** A unit of the last printed digit: the page rounds some figures and may cut others off. */
export const printedUnit = ({ decimals }: { decimals: number }): Decimal => {
  const unit = units.get(decimals) ?? new Decimal(10).pow(-decimals)
  units.set(decimals, unit)
  return unit
}
const units = new Map<number, Decimal>()

const figuresOf = <K extends RawFigure>(row: RawRow, ...names: K[]) => {
  const figures: Partial<Record<K, { value: Decimal; decimals: number }>> = {}
  for (const name of names) {
    const field: NumberField = row[name]
    if (!('value' in field)) return null
    figures[name] = field
  }
  return figures as Record<K, { value: Decimal; decimals: number }>
}

const signed = (side: Side, value: Decimal): Decimal => (side === 'long' ? value : value.neg())

/** PnL = side · quantity · (price − entry), by mark or by last price. */
const pnlIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'entryPrice', 'markPrice', 'unrealizedPnl'] as const
  const figures = figuresOf(row, ...ties)
  if (figures === null) return null
  const { quantity, entryPrice, markPrice, unrealizedPnl: pnl } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const expected = unrealizedPnl(position, markPrice.value)
  const atMark = notional(position, markPrice.value)
  const slack = atMark
    .times(DRIFT)
    .plus(printedUnit(pnl))
    .plus(atMark.div(markPrice.value).times(printedUnit(markPrice)))
    .plus(notional(position, entryPrice.value).div(entryPrice.value).times(printedUnit(entryPrice)))
  // Of no PnL any quantity is as good as another, and any other small PnL as good as this.
  const telling = expected.abs().gt(slack.times(4))
  return {
    holds: pnl.value.minus(expected).abs().lte(slack),
    ties,
    confirms: telling ? ties : ['entryPrice', 'markPrice'],
  }
}

/** ROI = PnL ÷ initial margin, at mark. */
const roiIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'markPrice', 'unrealizedPnl', 'roi'] as const
  const figures = figuresOf(row, ...ties)
  if (figures === null || row.leverage === null) return null
  const { quantity, markPrice, unrealizedPnl: pnl, roi } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: markPrice.value }
  const initialMargin = notional(position, markPrice.value).div(row.leverage)
  const slack = initialMargin
    .times(printedUnit(roi))
    .plus(printedUnit(pnl))
    .plus(roi.value.abs().times(initialMargin).times(DRIFT))
  const expected = roi.value.times(initialMargin)
  const telling = expected.abs().gt(slack.times(4))
  return {
    holds: pnl.value.minus(expected).abs().lte(slack),
    ties,
    confirms: telling ? ties : [],
  }
}

/** Cross: the Margin column is the initial margin at mark. */
const crossMarginIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'markPrice', 'margin'] as const
  const figures = figuresOf(row, ...ties)
  if (figures === null || row.leverage === null || row.marginMode !== 'cross') return null
  const { quantity, markPrice, margin } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: markPrice.value }
  const expected = notional(position, markPrice.value).div(row.leverage)
  const slack = expected.times(DRIFT).plus(printedUnit(margin))
  return { holds: margin.value.minus(expected).abs().lte(slack), ties, confirms: ties }
}

/** What the Margin column may hold: the wallet, or the wallet and the unrealised PnL at mark. */
const possibleWallets = (row: RawRow, margin: Decimal): Decimal[] => {
  const figures = figuresOf(row, 'quantity', 'entryPrice', 'markPrice')
  if (figures === null) return [margin]
  const position = {
    ...row,
    quantity: figures.quantity.value,
    entryPrice: figures.entryPrice.value,
  }
  return [margin, margin.minus(unrealizedPnl(position, figures.markPrice.value))]
}

/** A wallet eaten by funding can bring liquidation a little past the entry price, no further. */
const PAST_ENTRY = new Decimal('0.005')

/**
 * Isolated: liquidation lies on the losing side of entry; at it what is left of the wallet is the maintenance margin, and that
 * is a plausible part of the notional there.
 */
const liquidationIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'entryPrice', 'liquidationPrice', 'margin'] as const
  const figures = figuresOf(row, ...ties)
  if (figures === null || row.marginMode !== 'isolated') return null
  const { quantity, entryPrice, liquidationPrice, margin } = figures
  if (liquidationPrice.value.lte(0)) return { holds: false, ties, confirms: [] }
  const gap = signed(row.side, entryPrice.value.minus(liquidationPrice.value))
  if (gap.plus(entryPrice.value.times(PAST_ENTRY)).lt(0))
    return { holds: false, ties, confirms: [] }
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const there = notional(position, liquidationPrice.value)
  const slack = printedUnit(margin)
    .plus(there.div(liquidationPrice.value).times(printedUnit(liquidationPrice)))
    .plus(there.div(entryPrice.value).times(printedUnit(entryPrice)))
  const pnlThere = unrealizedPnl(position, liquidationPrice.value)
  const holds = possibleWallets(row, margin.value).some((wallet) => {
    const left = wallet.plus(pnlThere)
    return (
      left.plus(slack).gte(there.times(LEAST_RATE)) &&
      left.minus(slack).lte(there.times(GREATEST_RATE))
    )
  })
  return { holds, ties, confirms: [] }
}

/** Isolated: margin ratio = maintenance margin ÷ (wallet + PnL), a plausible part of the notional. */
const ratioIdentity = (row: RawRow): Verdict | null => {
  const ties = ['quantity', 'markPrice', 'margin', 'marginRatio'] as const
  const figures = figuresOf(row, ...ties, 'entryPrice')
  if (figures === null || row.marginMode !== 'isolated') return null
  const { quantity, entryPrice, markPrice, margin, marginRatio } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const atMark = notional(position, markPrice.value)
  const pnl = unrealizedPnl(position, markPrice.value)
  const holds = possibleWallets(row, margin.value).some((wallet) => {
    const balance = wallet.plus(pnl)
    const maintenance = marginRatio.value.times(balance)
    const slack = printedUnit(marginRatio)
      .times(balance.abs())
      .plus(printedUnit(margin))
      .plus(atMark.times(DRIFT).times(marginRatio.value))
    return (
      maintenance.plus(slack).gte(atMark.times(LEAST_RATE)) &&
      maintenance.minus(slack).lte(atMark.times(GREATEST_RATE))
    )
  })
  return { holds, ties, confirms: [] }
}

/** A take-profit stands on the winning side of the mark, a stop-loss on the other. */
const stopSides = (row: RawRow): Verdict[] =>
  (['takeProfit', 'stopLoss'] as const).flatMap((name): Verdict[] => {
    const figures = figuresOf(row, name, 'markPrice')
    if (figures === null) return []
    const gain = signed(row.side, figures[name].value.minus(figures.markPrice.value))
    const holds = name === 'takeProfit' ? gain.gt(0) : gain.lt(0)
    return [{ holds, ties: [name], confirms: [] }]
  })

/**
 * "--" for the liquidation price: of an isolated position only if its wallet covers the whole entry
 * notional, and only where losing means a falling notional. A cross position has an account behind it.
 */
export const mayHaveNone = (row: RawRow): boolean => {
  if (row.marginMode === 'cross') return true
  if ((row.side === 'long') !== (row.contract.kind === 'linear')) return false
  const figures = figuresOf(row, 'quantity', 'entryPrice', 'margin')
  if (figures === null || row.marginMode === 'unknown') return false
  const { quantity, entryPrice, margin } = figures
  const position = { ...row, quantity: quantity.value, entryPrice: entryPrice.value }
  const needed = notional(position, entryPrice.value)
  const slack = printedUnit(margin).plus(needed.times(DRIFT))
  return possibleWallets(row, margin.value).some((wallet) => wallet.plus(slack).gte(needed))
}

export type RowProof = {
  /** Figures that an identity refutes and none confirms. */
  contradicted: ReadonlySet<RawFigure>
  /** PnL agrees with size, entry and mark; `null`: not all of them are in sight. */
  profitHolds: boolean | null
  /** How many identities were asked, and held. */
  asked: number
  held: number
}

const proofs = new WeakMap<RawRow, RowProof>()

/**
 * Every identity that the figures in sight allow is asked. Whatever takes part in one that fails, and
 * is not confirmed by another, is refuted: which of them is wrong cannot be known.
 */
export const proveRow = (row: RawRow): RowProof => {
  const known = proofs.get(row)
  if (known !== undefined) return known
  const proof = prove(row)
  proofs.set(row, proof)
  return proof
}

const prove = (row: RawRow): RowProof => {
  const profit = pnlIdentity(row)
  const roi = roiIdentity(row)
  const verdicts = [
    profit,
    roi,
    crossMarginIdentity(row),
    liquidationIdentity(row),
    ratioIdentity(row),
    ...stopSides(row),
  ].filter((verdict) => verdict !== null)
  const held = verdicts.filter(({ holds }) => holds)
  const confirmed = new Set(held.flatMap(({ confirms }) => confirms))
  const suspects = verdicts.filter(({ holds }) => !holds).flatMap(({ ties }) => ties)
  // What is printed as mark may be the liquidation price. ROI knows the mark; of cross, nothing the other.
  const marked = row.marginMode === 'isolated' && roi?.holds === true
  if (profit?.holds === false && !marked) suspects.push('liquidationPrice')
  return {
    contradicted: new Set(suspects.filter((name) => !confirmed.has(name))),
    profitHolds: profit?.holds ?? null,
    asked: verdicts.length,
    held: held.length,
  }
}
