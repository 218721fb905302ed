import { Decimal, notional, unrealizedPnl } from '@/lib/margin'
import type { NewEvent } from './events'
import { contractOf, decimal, numeral, unitOf } from './figures'
import { type FundingQuestion, judgeFunding } from './funding'
import type { Episode, Figures } from './ledger'
import { marginChange } from './margin-change'

export type Change = {
  episode: Episode
  after: Figures
  /** First seen so. */
  at: number
  /** No tab was looking since the last confirmed look. */
  away: boolean
  nextFundingAt: number | null
}

export type Explanation =
  | { events: NewEvent[] }
  /** Margin and liquidation price do not agree: wait for another look. */
  | { contradiction: true }
  /** Closed and opened again while nobody looked. */
  | { replaced: true }

/** Part of the added notional by which a market order's reserve may miss `fill ÷ leverage`. */
const RESERVE_SLACK = new Decimal('0.003')
/** Commission of a fill, at most. */
const FEE_RATE = new Decimal('0.001')

type Moment = { at: number; awaySince: number | null }

const around = ({ episode, after }: Change) => ({
  liquidationBefore: episode.figures.liquidationPrice,
  liquidationAfter: after.liquidationPrice,
  markPrice: episode.markPrice,
  unrealizedPnl: episode.unrealizedPnl,
})

const pnlSign = ({ side, figures, markPrice }: Episode): boolean | null => {
  if (markPrice === null) return null
  const position = {
    contract: contractOf(figures),
    side,
    quantity: decimal(figures.quantity),
    entryPrice: decimal(figures.entryPrice),
  }
  return unrealizedPnl(position, decimal(markPrice)).isNeg()
}

const notionalOf = ({ figures, markPrice }: Episode): Decimal =>
  notional(
    { contract: contractOf(figures), quantity: decimal(figures.quantity) },
    decimal(markPrice ?? figures.entryPrice),
  )

const fundingQuestion = (change: Change, slack: Decimal): FundingQuestion => ({
  from: change.episode.seenAt,
  to: change.at,
  away: change.away,
  nextFundingAt: change.nextFundingAt,
  estimate: change.episode.estimatedFunding,
  notional: notionalOf(change.episode),
  slack,
})

const added = (
  moment: Moment,
  change: Change,
  { amount, certain }: { amount: Decimal | null; certain: boolean },
): NewEvent => ({
  ...moment,
  kind: 'margin-added',
  amount: amount === null ? null : numeral(amount),
  ...around(change),
  certain,
})

const removed = (moment: Moment, change: Change, amount: Decimal | null): NewEvent => ({
  ...moment,
  kind: 'margin-removed',
  amount: amount === null ? null : numeral(amount),
  ...around(change),
})

const funding = (moment: Moment, amount: Decimal): NewEvent => ({
  ...moment,
  kind: 'funding',
  amount: numeral(amount),
})

const moved = (moment: Moment, change: Change, amount: Decimal): NewEvent[] =>
  amount.gt(0)
    ? [added(moment, change, { amount, certain: true })]
    : [removed(moment, change, amount.neg())]

/** A rise or fall of the wallet, held against the funding that may have been settled meanwhile. */
const explainAmount = (
  moment: Moment,
  change: Change,
  { amount, slack }: { amount: Decimal; slack: Decimal },
): NewEvent[] => {
  const verdict = judgeFunding(amount, fundingQuestion(change, slack))
  switch (verdict.kind) {
    case 'funding':
      return [funding(moment, amount)]
    case 'margin':
      return verdict.settled === null
        ? moved(moment, change, amount)
        : [
            ...moved(moment, change, amount.minus(verdict.settled)),
            funding(moment, verdict.settled),
          ]
    case 'ambiguous':
      return amount.gt(0)
        ? [added(moment, change, { amount, certain: false })]
        : [funding(moment, amount)]
  }
}

/** Size and entry stand: whatever moved the wallet was margin or funding. */
const explainMargin = (moment: Moment, change: Change): Explanation => {
  const { episode, after } = change
  const found = marginChange({ side: episode.side, before: episode.figures, after })
  if (found.kind === 'contradiction') return { contradiction: true }
  if (found.kind === 'none') return { events: [] }
  if (found.amount !== null) {
    return { events: explainAmount(moment, change, { amount: found.amount, slack: found.slack }) }
  }
  return { events: explainDirection(moment, change, found) }
}

/** Only the liquidation price was in sight: bounds of the amount stand in for it. */
const explainDirection = (
  moment: Moment,
  change: Change,
  { rose, least, most }: { rose: boolean; least: Decimal; most: Decimal | null },
): NewEvent[] => {
  const sense = rose ? 1 : -1
  const question = fundingQuestion(change, new Decimal(0))
  const low = judgeFunding(least.times(sense), question)
  const high = most === null ? low : judgeFunding(most.times(sense), question)
  if (low.kind === 'funding' && high.kind === 'funding') {
    return [funding(moment, least.times(sense))]
  }
  if (!rose) return low.kind === 'margin' ? [removed(moment, change, null)] : []
  const certain = low.kind === 'margin' && high.kind === 'margin'
  return [added(moment, change, { amount: null, certain })]
}

/** Margin that the fill of an increase takes: `ΔQ · fill ÷ leverage`, less the fee; and its slack. */
const marginOfFill = ({ episode, after }: Change) => {
  const before = episode.figures
  const leverage = after.leverage ?? before.leverage
  if (before.margin === null || after.margin === null || leverage === null) return null
  const contract = contractOf(after)
  const value = ({ quantity, entryPrice }: Figures) =>
    notional({ contract, quantity: decimal(quantity) }, decimal(entryPrice))
  // The entry price is an average: its rounding weighs with the whole position.
  const blur = [before, after].reduce(
    (sum, figures) =>
      sum.plus(value(figures).times(unitOf(figures.entryPrice)).div(figures.entryPrice)),
    new Decimal(0),
  )
  const filled = value(after).minus(value(before)).abs()
  const rose = decimal(after.margin).minus(before.margin)
  const expected = filled.div(leverage)
  const slack = blur
    .div(leverage)
    .plus(filled.times(RESERVE_SLACK))
    .plus(filled.times(FEE_RATE))
    .plus(unitOf(before.margin))
    .plus(after.marginSlack ?? 0)
    .plus(before.marginSlack ?? 0)
  return { expected, slack, rose }
}

const couldBeFunding = (amount: Decimal, change: Change): boolean =>
  judgeFunding(amount, fundingQuestion(change, new Decimal(0))).kind !== 'margin'

const explainIncrease = (moment: Moment, change: Change): NewEvent[] => {
  const { episode, after } = change
  const quantity = decimal(after.quantity).minus(episode.figures.quantity)
  const fill = episode.marginMode === 'cross' ? null : marginOfFill(change)
  const increased: NewEvent = {
    ...moment,
    kind: 'increased',
    quantity: numeral(quantity),
    margin: fill === null ? null : numeral(Decimal.min(fill.expected, fill.rose.abs())),
    losing: pnlSign(episode),
  }
  if (fill === null) return [increased]
  const rest = fill.rose.minus(fill.expected)
  return rest.gt(fill.slack) && !couldBeFunding(rest, change)
    ? [increased, added(moment, change, { amount: rest, certain: true })]
    : [increased]
}

const explainReduction = (moment: Moment, change: Change): NewEvent[] => {
  const { episode, after } = change
  const before = episode.figures
  const quantity = decimal(before.quantity).minus(after.quantity)
  const reduced: NewEvent = { ...moment, kind: 'reduced', quantity: numeral(quantity) }
  if (episode.marginMode === 'cross' || before.margin === null || after.margin === null) {
    return [reduced]
  }
  // How much a partial close releases is not documented: only a clear surplus is asked about.
  const share = decimal(after.quantity).div(before.quantity)
  const rest = decimal(after.margin).minus(decimal(before.margin).times(share))
  const rose = decimal(after.margin).gt(before.margin)
  const tolerance = decimal(before.margin).times('0.03').plus(unitOf(before.margin))
  return rest.gt(tolerance) && !couldBeFunding(rest, change)
    ? [reduced, added(moment, change, { amount: rest, certain: rose })]
    : [reduced]
}

const leverageEvents = (moment: Moment, before: Figures, after: Figures): NewEvent[] => {
  const { leverage: from } = before
  const { leverage: to } = after
  return from !== null && to !== null && from !== to
    ? [{ ...moment, kind: 'leverage-changed', from, to }]
    : []
}

const stopEvents = (moment: Moment, before: Figures, after: Figures): NewEvent[] => {
  const [from, to] = [before.stopLoss, after.stopLoss]
  if (from.state === 'unknown' || to.state === 'unknown') return []
  const same =
    from.state === to.state &&
    (from.state !== 'present' || from.price === (to as typeof from).price)
  return same ? [] : [{ ...moment, kind: 'stop-changed', from, to }]
}

/** Within this of `notional ÷ leverage`, the wallet is that of a position just opened. */
const FRESH = new Decimal('0.03')

const isFresh = ({ episode, after }: Change): boolean => {
  if (episode.marginMode === 'cross') return true
  if (after.margin === null || after.leverage === null) return false
  const position = { contract: contractOf(after), quantity: decimal(after.quantity) }
  const initial = notional(position, decimal(after.entryPrice)).div(after.leverage)
  return initial.minus(after.margin).abs().lte(initial.times(FRESH))
}

const sameEntry = (before: Figures, after: Figures): boolean =>
  decimal(before.entryPrice)
    .minus(after.entryPrice)
    .abs()
    .lte(Decimal.max(unitOf(before.entryPrice), unitOf(after.entryPrice)))

/** What happened between the last confirmed look and this one. */
export const explainChange = (change: Change): Explanation => {
  const { episode, after, at, away } = change
  const before = episode.figures
  const moment: Moment = { at, awaySince: away ? episode.seenAt : null }
  const size = decimal(after.quantity).cmp(before.quantity)
  const moved = !sameEntry(before, after)
  const small = [...leverageEvents(moment, before, after), ...stopEvents(moment, before, after)]
  if (size > 0) return { events: [...explainIncrease(moment, change), ...small] }
  // A reduction leaves the entry price alone: this is another position in the same contract.
  if (moved && isFresh(change)) return { replaced: true }
  if (size < 0) return { events: [...explainReduction(moment, change), ...small] }
  if (moved) return { events: [...explainIncrease(moment, change), ...small] }
  if (episode.marginMode === 'cross') return { events: small }
  const margin = explainMargin(moment, change)
  return 'events' in margin ? { events: [...margin.events, ...small] } : margin
}
