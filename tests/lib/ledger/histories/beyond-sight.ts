import type { ObservedPosition } from '@/lib/ledger'
import {
  amountDigits,
  contractOf,
  notionalAt,
  tierAt,
  type TruthEvent,
} from '../../../practice-exchange/engine/index'

const HOUR = 3_600_000
const MINUTE = 60_000

/** Of the last digit of an amount. */
export const unitOf = (symbol: string): number => 10 ** -amountDigits(contractOf(symbol).asset)

/** How many full hours lie between two moments, a minute of doubt on either side. */
const hoursBetween = (from: number, to: number): number =>
  Math.max(
    0,
    Math.floor((Math.max(from, to) + MINUTE) / HOUR) -
      Math.ceil((Math.min(from, to) - MINUTE) / HOUR) +
      1,
  )

/** Of a position that cannot be liquidated the page prints none, or zero: the one says what the other does. */
export const liquidationOf = ({ liquidationPrice: price }: ObservedPosition): string | null =>
  Number(price) === 0 && price !== null ? 'none' : price

/** Both lie around the same hour, a minute of doubt on either side. */
export const isAroundOneHour = (a: number, b: number): boolean =>
  [a, b].every((time) => Math.abs(time - Math.round(b / HOUR) * HOUR) <= MINUTE)

/** How far a size may be from what was read. */
export const sizeSlack = ({ quantityRange }: ObservedPosition): number =>
  quantityRange === null ? 0 : (Number(quantityRange.high) - Number(quantityRange.low)) / 2

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** What happened to one position between two stable looks. */
export type Bundle = {
  events: readonly TruthEvent[]
  before: ObservedPosition
  after: ObservedPosition
  /** By the clock of the tab that looked, which is all that it knows. */
  from: number
  to: number
  /** The size changed around the same hour: what was settled may be of that one, this many times as large. */
  otherSize: number | null
  /** The last estimate of that hour that was in sight before it. */
  estimateOfHour: string | null
  /** When it was last seen to be as it was before, whatever columns were in sight. */
  lastSeen: { at: number; clock: number }
  away: boolean
}

/** Nobody has said that a loss is not taken from the margin: as much as it can have been, at any price seen. */
const lossOfClose = ({ before, after, away }: Bundle, filled: number): number => {
  const sense = before.side === 'long' ? 1 : -1
  const entry = Number(before.entryPrice)
  const losses = [before.markPrice, after.markPrice].map(
    (mark) => (sense * (entry - Number(mark)) * filled) / entry,
  )
  return Math.max(0, ...losses) * 1.05 + filled * (away ? 0.055 : 0.0025)
}

/** A fill this far from the marks around it, as a part of them, was not made between two looks. */
const NEAR_MARK = 0.02

/**
 * Another position that stands at once where one was, and that may as well be that one with more bought at
 * a price of that time: no column in sight says that it is not.
 */
export const mayBeLarger = (before: ObservedPosition, after: ObservedPosition): boolean => {
  const [from, to] = [Number(before.quantity), Number(after.quantity)]
  if (to - from <= sizeSlack(before) + sizeSlack(after)) return false
  const isRaised = Number(after.leverage) > Number(before.leverage)
  if (before.leverage !== after.leverage && after.marginMode === 'isolated' && !isRaised)
    return false
  const [entry, average] = [Number(before.entryPrice), Number(after.entryPrice)]
  const price =
    before.contractSize === null
      ? (to * average - from * entry) / (to - from)
      : (to - from) / (to / average - from / entry)
  const mark = Number(after.markPrice)
  if (Math.abs(price - mark) > mark * NEAR_MARK) return false
  if (before.margin === null || after.margin === null || after.leverage === null) return true
  if (isRaised) return false
  const worth = notionalAt({ symbol: after.symbol, quantity: to - from }, price)
  const took = Number(after.margin) - Number(before.margin) - worth / Number(after.leverage)
  return Math.abs(took) < worth * 0.005
}

/** Of the notional: a market order takes up to this more or less than `fill ÷ leverage`. */
const RESERVE = 0.0025

/** The wallet holds what opening the whole position takes; `null`: unknown. */
const isFresh = ({ symbol, quantity, entryPrice, margin, leverage }: ObservedPosition) => {
  if (margin === null || leverage === null) return null
  const worth = notionalAt({ symbol, quantity: Number(quantity) }, Number(entryPrice))
  return Math.abs(Number(margin) - worth / Number(leverage)) < worth * RESERVE
}

/**
 * Larger after hours in which nobody looked, and what had been added is gone to the last bit: bought and
 * taken out, or closed and opened again.
 */
export const mayBeOpenedAnew = ({ before, after, away }: Bundle): boolean =>
  away && isFresh(before) === false && isFresh(after) === true

/** What is left in the wallet of all that was added and taken out: a part that is closed releases its share of it. */
const leftOf = ({ events, before }: Bundle): number => {
  let [quantity, left] = [Number(before.quantity), 0]
  for (const event of events) {
    if (event.kind === 'margin-added') left += event.amount
    if (event.kind === 'margin-removed') left -= event.amount
    if (event.kind === 'increased') quantity += event.quantity
    if (event.kind === 'reduced') {
      left *= 1 - event.quantity / quantity
      quantity -= event.quantity
    }
  }
  return left
}

/** No bracket that a usual leverage allows takes more of the notional; of a huge position one may. */
const mostRate = ({ symbol, quantity }: ObservedPosition, price: number): number =>
  Math.max(
    0.3,
    tierAt(contractOf(symbol).tiers, notionalAt({ symbol, quantity: Number(quantity) }, price))
      .rate,
  )

/** What one event moved of the wallet, either way. */
const partOf = (event: TruthEvent): number =>
  event.kind === 'increased' || event.kind === 'reduced'
    ? event.margin
    : event.kind === 'margin-added' || event.kind === 'margin-removed' || event.kind === 'funding'
      ? event.amount
      : 0

/** How much more it is worth where it is liquidated: of a short with much margin twice as much as was bought. */
const riseThere = ({ before, after }: Bundle): number => {
  const [from = NaN, to = NaN] = [before, after].map((one) =>
    notionalAt({ ...one, quantity: Number(one.quantity) }, Number(liquidationOf(one))),
  )
  return Math.abs(to - from)
}

/**
 * By how much more a wallet has changed than is printed: 0.0063 and 0.00614 more are 0.0124, which is 0.0061 more.
 * What is worked out from prices trembles by more than that.
 */
const roundedOff = ({ events, before, after }: Bundle, change: number): number => {
  if (before.marginSlack !== null || after.marginSlack !== null) return 0
  const changes = events.map((event) => {
    if (event.kind === 'margin-removed' || event.kind === 'reduced') return -partOf(event)
    return partOf(event)
  })
  const printed = Number(after.margin) - Number(before.margin)
  return (sum(changes) - printed) * Math.sign(change)
}

export const WITHIN_FUNDING = 'within funding'
export const BELOW_ROUNDING = 'below rounding'

/** The cap of most contracts: without an estimate in sight, a fall of this part of the notional may be funding. */
const CAP = 0.003
const USUAL = 5e-4

/** What the liquidation prices say at least, as they are printed: 0.03649 → 0.03650 may be next to nothing. */
const leastOfPrices = ({ before, after }: Bundle): number => {
  const [from, to] = [liquidationOf(before), liquidationOf(after)].map(Number)
  if (from === undefined || to === undefined || !Number.isFinite(from + to)) return Infinity
  const tick = 10 ** -(after.liquidationPrice?.split('.')[1]?.length ?? 0)
  const worth = notionalAt({ symbol: after.symbol, quantity: Number(after.quantity) }, to)
  return (Math.max(0, Math.abs(to - from) - tick) * worth) / to
}

/** The wildest that the exchange of these histories settles, of the notional. */
const WILD = 0.01

/** No estimate is in sight, and a settlement of that hour may come to as much. */
export const mayBeWild = ({ before, after, from, to }: Bundle, change: number): boolean => {
  const { symbol, quantity, markPrice } = after
  const hours = contractOf(symbol).delivery === null ? hoursBetween(from, to) : 0
  const most = notionalAt({ symbol, quantity: Number(quantity) }, Number(markPrice)) * WILD * hours
  return before.estimatedFunding === null && Math.abs(change) <= most
}

const largest = (estimates: readonly (string | null)[]): string | null =>
  estimates.reduce((a, b) => (Math.abs(Number(b)) > Math.abs(Number(a)) ? b : (a ?? b)), null)

/**
 * Why a rise (`change` > 0) or a fall could not be told from other things in the same interval by
 * anyone who sees the page; `null` if it can be. A rise that may be funding is asked about; of a fall
 * the likelier is written down. `unseen`: settled before it, and lost in the rounding.
 */
export const beyondSight = (bundle: Bundle, change: number, unseen = 0): string | null => {
  const net = Math.abs(change)
  const { events, before, after, from, to, away } = bundle
  const { symbol } = after
  const unit = unitOf(symbol)
  const price = Number(after.markPrice)
  const notional = notionalAt({ symbol, quantity: Number(after.quantity) }, price)
  const marginSeen = before.margin !== null && after.margin !== null
  const liquidationSeen = before.liquidationPrice !== null && after.liquidationPrice !== null
  if (!marginSeen && !liquidationSeen) return 'columns hidden'
  const slack = Number(before.marginSlack ?? unit / 2) + Number(after.marginSlack ?? unit / 2)
  const moved = liquidationSeen && liquidationOf(before) !== liquidationOf(after)
  // A wallet that is worked out from prices trembles in both looks, and each is repeated by another one.
  const trembles = before.marginSlack !== null || after.marginSlack !== null
  const hidden = Math.min(0, unseen * Math.sign(change))
  const room = slack * (trembles ? 2 : 1)
  const seen = net + hidden > room
  if (!(marginSeen && seen) && !moved) return BELOW_ROUNDING

  const settled = sum(events.map((event) => (event.kind === 'funding' ? event.amount : 0)))
  const filled = sum(
    events.map((event) =>
      event.kind === 'increased' || event.kind === 'reduced'
        ? notionalAt({ symbol, quantity: event.quantity }, event.price)
        : 0,
    ),
  )
  /** Of what is left of a rise beyond a fill, as much may be the fill's. */
  let vague = 0
  if (filled > 0) {
    const both = ['increased', 'reduced'].every((kind) =>
      events.some((event) => event.kind === kind),
    )
    if (both) return 'bought and sold unseen'
    const unsure = (sizeSlack(before) + sizeSlack(after)) / Number(after.quantity)
    const blur =
      notional *
      ((0.5 * 10 ** -(after.entryPrice.split('.')[1]?.length ?? 0)) / Number(after.entryPrice) +
        unsure)
    // The rate of maintenance margin that comes with a larger size is not printed.
    const isLarger = Number(after.quantity) > Number(before.quantity)
    const rate = mostRate(after, Number(after.liquidationPrice))
    const isWide = change > riseThere(bundle) * rate + notional * 0.01
    if (!marginSeen && !(isLarger && isWide)) return 'size changed, margin hidden'
    // What the fill took lies between the two.
    const [low = 0, high = low] = [before.leverage, after.leverage]
      .flatMap((leverage) => (leverage === null ? [] : [filled / Number(leverage)]))
      .sort((a, b) => a - b)
    if (net < high - low) return 'leverage changed with a fill'
    const isSmaller = Number(after.quantity) < Number(before.quantity)
    // A settlement of the other sign takes from what is seen.
    const against = Math.min(0, settled * Math.sign(change))
    const left = leftOf(bundle) * Math.sign(change) + against + hidden
    if (change < 0 && isSmaller && left < lossOfClose(bundle, filled))
      return 'within the loss of a close'
    vague = filled * 0.003 + blur * 2
    if (left - (marginSeen ? roundedOff(bundle, change) : 0) < vague + room)
      return 'within the reserve of a fill'
  }
  const isDated = contractOf(symbol).delivery !== null
  const hours = isDated ? 0 : hoursBetween(from, to)
  if (hours > 0) {
    // What is in sight on coming back may have been the rate of every hour before.
    const others = [bundle.estimateOfHour, away && change < 0 ? after.estimatedFunding : null]
    const alike = others.filter((other) => Math.sign(Number(other)) === Math.sign(change))
    // One that came into sight after the hour is of the next settlement.
    const isOfHour = away || from < Math.round(to / HOUR) * HOUR
    const estimate = largest([isOfHour ? before.estimatedFunding : null, ...alike])
    const rate = change < 0 ? CAP : USUAL
    const one = estimate === null ? notional * rate : Math.abs(Number(estimate))
    const haze =
      estimate === null ? one * hours : away ? one * 1.5 * hours : one * 0.1 + notional * 2e-5
    const told = marginSeen ? net : Math.min(change < 0 ? net * 0.75 : net, leastOfPrices(bundle))
    const least = told - vague
    if (least < haze + Math.abs(settled) + slack) return WITHIN_FUNDING
    // As much as the page says that will be settled.
    const isEstimate = estimate !== null && Math.sign(Number(estimate)) === Math.sign(change)
    const ones = [one, one * (bundle.otherSize ?? 1)]
    // A price alone tells an amount to a quarter of it, as the rate of maintenance margin is not printed.
    const [low, high] = marginSeen ? [least, net] : [Math.min(least, net * 0.75), net * 1.25]
    const isDueAmount = (due: number): boolean =>
      due > low - haze - slack && due < high + haze + slack
    if (isEstimate && ones.some(isDueAmount)) return WITHIN_FUNDING
    // Less is missing than will be settled: taken out, or settled and something added.
    const isDue = before.nextFundingAt === null || before.nextFundingAt - to < MINUTE
    if (isEstimate && change < 0 && net < one && isDue) return WITHIN_FUNDING
  }
  return null
}
