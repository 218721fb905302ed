import { Decimal, notional } from '@/lib/margin'
import { decimal, positionOf, unitOf } from './figures'
import type { Change } from './change'
import type { Figures } from './ledger'
import { compareQuantity, quantityRise } from './quantity'
import { HOUR_MS } from './settlements'
import { sameSize } from './wallet-change'

/** A fill this far from the mark, as a part of it, was not made while we were looking. */
const NEAR_MARK = new Decimal('0.02')
/** … and further by this times the square root of the hours for which nobody looked. */
const DRIFT = new Decimal('0.1')
/** Of the initial margin, and of the notional: a market order reserves a little more than it needs. */
const FRESH = new Decimal('0.03')
const RESERVE = new Decimal('0.0025')

/** What the wallet holds beyond `notional(entry) ÷ leverage`, and what an opening leaves open of it. */
const excessOf = ({
  margin,
  leverage,
  ...rest
}: Figures): { amount: Decimal; reserve: Decimal; room: Decimal } | null => {
  if (margin === null || leverage === null) return null
  const position = positionOf({ ...rest, margin, leverage }, 'long')
  const value = notional(position, decimal(rest.entryPrice))
  const initial = value.div(leverage)
  const reserve = value.times(RESERVE)
  const room = initial.times(FRESH).plus(reserve)
  return { amount: decimal(margin).minus(initial), reserve, room }
}

/** The wallet is that of a position just opened; `null`: unknown. */
export const isFresh = (figures: Figures): boolean | null => {
  const excess = excessOf(figures)
  return excess === null ? null : excess.amount.abs().lte(excess.room)
}

/**
 * What had been added (or taken out) is not there any more: it is another position, just opened. In a
 * larger position it may be lost in the room of the whole, and says nothing.
 */
const beganAnew = ({ figures, marginMode }: Change['episode'], after: Figures): boolean => {
  const [before, now] = [excessOf(figures), excessOf(after)]
  if (marginMode === 'cross' || before === null || now === null) return false
  const wasChanged = before.amount.abs().gt(before.room.plus(now.room))
  return wasChanged && now.amount.abs().lte(now.reserve)
}

type Fill = {
  price: Decimal
  /** What the rounding of the entry prices leaves open. */
  blur: Decimal
}

/** The price of the fill that makes one look of the other; the entry price is an average. */
export const fillOf = (before: Figures, after: Figures): Fill => {
  const [from, to] = [decimal(before.quantity), decimal(after.quantity)]
  const [entry, average] = [decimal(before.entryPrice), decimal(after.entryPrice)]
  const bought = to.minus(from)
  const linear = after.contractSize === null
  const price = linear
    ? to.times(average).minus(from.times(entry)).div(bought)
    : bought.div(to.div(average).minus(from.div(entry)))
  const unit = Decimal.max(unitOf(before.entryPrice), unitOf(after.entryPrice))
  const { amount, slack } = quantityRise(before, after)
  // average + from · (average − entry) ÷ bought: the surer the size, the surer the price.
  const unsure = average.minus(entry).abs().times(slack).times(from.div(amount).plus(1)).div(amount)
  return { price, blur: from.plus(to).times(unit).div(bought).plus(unsure) }
}

/** It was filled at a price of that time, as far as the marks before and after tell. */
const isPlausible = ({ price, blur }: Fill, { episode, seen, at, away }: Change): boolean => {
  const marks = [episode.markPrice, seen.markPrice].flatMap((m) => (m === null ? [] : [decimal(m)]))
  if (marks.length === 0) return true
  const hours = away ? Math.abs(at - episode.seenAt) / HOUR_MS : 0
  const part = DRIFT.times(Math.sqrt(hours)).plus(NEAR_MARK)
  const room = Decimal.max(...marks)
    .times(part)
    .plus(blur)
  return price.gte(Decimal.min(...marks).minus(room)) && price.lte(Decimal.max(...marks).plus(room))
}

/** The exchange refuses to lower the leverage of an open isolated position (error −4161). */
const leverageFell = ({ episode, after }: Change): boolean =>
  episode.marginMode === 'isolated' &&
  episode.figures.leverage !== null &&
  after.leverage !== null &&
  decimal(after.leverage).lt(episode.figures.leverage)

/**
 * Can one look have become the other by trading? A reduction leaves the entry price alone; an increase
 * was filled at a price of that time. Otherwise it is another position in the same contract: closed
 * and opened again, or another account's.
 */
export const isSamePosition = (change: Change): boolean => {
  const { episode, after, away, vanished } = change
  const before = episode.figures
  if (leverageFell(change) || (vanished && !sameSize(before, after))) return false
  const entryStands = decimal(before.entryPrice).eq(after.entryPrice)
  // Additions do not go away while it is out of sight: it was closed, and entered again.
  if (vanished && beganAnew(episode, after)) return false
  const size = compareQuantity(before, after)
  if (size <= 0) return entryStands
  const fill = fillOf(before, after)
  if (fill.price.lte(0) || !isPlausible(fill, change)) return false
  // Additions do not go away by buying more: it was closed meanwhile.
  return !away || !beganAnew(episode, after)
}
