import { Decimal, notional, type Side } from '@/lib/margin'
import { contractOf, decimal, marginSlack, unitOf } from './figures'
import type { Figures } from './ledger'

/** What two looks at an unchanged size and entry say about the isolated wallet. */
export type MarginChange =
  | { kind: 'none' }
  /** `amount` > 0: it rose. */
  | { kind: 'changed'; amount: Decimal; slack: Decimal }
  /** Only the liquidation price was in sight: it rose or fell by an amount between these. */
  | { kind: 'changed'; amount: null; rose: boolean; least: Decimal; most: Decimal | null }
  /** Margin column and liquidation price do not agree: a look in the middle of an update. */
  | { kind: 'contradiction' }

type Question = { side: Side; before: Figures; after: Figures }

/** Maintenance rates lie between these, so one move of liquidation stands for a range of amounts. */
const RATES = [new Decimal('0.003'), new Decimal('0.55')] as const

type Moved = {
  /** `null`: by less than can be told from rounding. */
  rose: boolean | null
  /** What the wallet changed by, margin asset, ≥ 0; `null`: no bound. */
  low: Decimal | null
  high: Decimal | null
}

/**
 * Of an isolated position `wallet = maintenance margin − PnL`, both at the liquidation price: the
 * notional there moves by `ΔWB ÷ (rate ± 1)`.
 */
const fromLiquidation = ({ side, before, after }: Question): Moved | null => {
  const [from, to] = [before.liquidationPrice, after.liquidationPrice]
  if (from === null || to === null) return null
  if (from === 'none' || to === 'none') {
    return { rose: from === to ? null : to === 'none', low: null, high: null }
  }
  const contract = contractOf(after)
  const at = (price: Decimal) => notional({ contract, quantity: decimal(after.quantity) }, price)
  const [here, there] = [decimal(from), decimal(to)]
  const tick = Decimal.max(unitOf(from), unitOf(to))
  const moved = at(there).minus(at(here)).abs()
  const nearer = Decimal.min(here, there)
  const blur = at(nearer).times(tick).div(nearer)
  const away = side === 'long' ? there.lt(here) : there.gt(here)
  const falls = (side === 'long') === (contract.kind === 'linear')
  const [low, high] = RATES.map((rate) => (falls ? rate.neg().plus(1) : rate.plus(1))).sort(
    (a, b) => a.cmp(b),
  ) as [Decimal, Decimal]
  return {
    rose: moved.lte(blur.div(2)) ? null : away,
    low: Decimal.max(0, moved.minus(blur).times(low)),
    high: moved.plus(blur).times(high),
  }
}

/**
 * Both observables are asked. The margin column gives the amount; the liquidation price must have
 * moved as that amount says, and where the column is hidden it gives the direction alone.
 */
export const marginChange = (question: Question): MarginChange => {
  const { before, after } = question
  const moved = fromLiquidation(question)
  if (before.margin === null || after.margin === null) {
    const rose = moved?.rose ?? null
    if (moved === null || rose === null) return { kind: 'none' }
    return {
      kind: 'changed',
      amount: null,
      rose,
      least: moved.low ?? new Decimal(0),
      most: moved.high,
    }
  }
  const slack = marginSlack(before, after)
  const change = decimal(after.margin).minus(before.margin)
  const rose = change.gt(0)
  if (change.abs().lte(slack)) {
    return moved?.low?.gt(slack) ? { kind: 'contradiction' } : { kind: 'none' }
  }
  const agrees =
    moved === null ||
    ((moved.rose === null || moved.rose === rose) &&
      (moved.low === null || change.abs().plus(slack).gte(moved.low)) &&
      (moved.high === null || change.abs().minus(slack).lte(moved.high)))
  return agrees ? { kind: 'changed', amount: change, slack } : { kind: 'contradiction' }
}
