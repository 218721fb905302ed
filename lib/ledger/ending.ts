import { Decimal } from '@/lib/margin'
import { AWAY } from './change'
import { decimal } from './figures'
import type { Episode } from './ledger'
import type { Numeral } from './observation'
import { type Loss, moneyLost } from './money-lost'

/** How a position ended, and whether the figures prove it. */
export type Ending = { how: 'closed' | 'stopped' | 'reversed' | 'liquidated'; certain: boolean }

/** What is known when a position is gone. */
export type Circumstances = {
  /** When it was first seen to be gone. */
  at: number
  /** The other side came as this one went. */
  reversed: boolean
  /** Mark price of its contract by then; `null`: not in sight. */
  markPrice: Numeral | null
  /** The account before and after, and what else is open. */
  money: Omit<Loss, 'episode'>
}

/**
 * A price this close to the last mark, as a part of it, may have been reached between two looks.
 * Chosen: at 350 ms a look, steps of a fast market are below it.
 */
const NEAR_SHARE = new Decimal('0.002')

/** From the last mark in sight to the one after the end: the prices that were certainly seen. */
const path = (
  { markPrice }: Episode,
  after: Numeral | null,
): readonly [Decimal, Decimal] | null => {
  const marks = [markPrice, after].flatMap((mark) => (mark === null ? [] : [decimal(mark)]))
  return marks.length === 0 ? null : [Decimal.min(...marks), Decimal.max(...marks)]
}

type Reached = 'seen' | 'near' | 'no'

/**
 * Whether the mark came to a price. Beyond it counts for an isolated position, on its losing side; a
 * cross price lies on the side of the account's net position, so only its neighbourhood tells.
 */
const reached = (
  { side, marginMode }: Pick<Episode, 'side' | 'marginMode'>,
  [low, high]: readonly [Decimal, Decimal],
  price: Decimal,
): Reached => {
  const room = price.times(NEAR_SHARE)
  if (marginMode === 'cross') {
    if (low.lte(price) && high.gte(price)) return 'seen'
    return low.minus(room).lte(price) && high.plus(room).gte(price) ? 'near' : 'no'
  }
  const worst = side === 'long' ? low : high
  const beyond = (to: Decimal): boolean => (side === 'long' ? worst.lte(to) : worst.gte(to))
  if (beyond(price)) return 'seen'
  return beyond(side === 'long' ? price.plus(room) : price.minus(room)) ? 'near' : 'no'
}

/** The stop acts first: the mark meets it on its way to the liquidation price. */
const stopsFirst = ({ side }: Episode, stop: Decimal, liquidation: Decimal | null): boolean =>
  liquidation === null || (side === 'long' ? stop.gt(liquidation) : stop.lt(liquidation))

const liquidationOf = ({ figures: { liquidationPrice } }: Episode): Decimal | null =>
  liquidationPrice === null || liquidationPrice === 'none' ? null : decimal(liquidationPrice)

const stopOf = ({ figures: { stopLoss } }: Episode): Decimal | null =>
  stopLoss.state === 'present' && stopLoss.price !== null ? decimal(stopLoss.price) : null

/**
 * *Liquidated* is a fact only where the money is gone and the mark was at the price with no stop
 * before it; otherwise it is what probably happened. Money that came back says that it was not.
 */
export const endingOf = (episode: Episode, circumstances: Circumstances): Ending => {
  const { at, reversed, markPrice, money } = circumstances
  const away = Math.abs(at - episode.seenAt) > AWAY
  // A mark of today says nothing about the hours in which nobody looked.
  const prices = path(episode, away ? null : markPrice)
  const [stop, liquidation] = [stopOf(episode), liquidationOf(episode)]
  const near = (price: Decimal | null): Reached =>
    price === null || prices === null ? 'no' : reached(episode, prices, price)
  const stopped = stop !== null && stopsFirst(episode, stop, liquidation) ? near(stop) : 'no'
  if (stopped !== 'no') return { how: 'stopped', certain: stopped === 'seen' && !away }

  const lost = away ? null : moneyLost({ episode, ...money })
  const atLiquidation = near(liquidation)
  if (atLiquidation !== 'no' && lost === true) return { how: 'liquidated', certain: true }
  if (reversed) return { how: 'reversed', certain: true }
  if (atLiquidation !== 'no' && lost === null) return { how: 'liquidated', certain: false }
  return { how: 'closed', certain: !away }
}
