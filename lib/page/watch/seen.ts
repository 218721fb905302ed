import type { Market, NumberField, PositionReading, UnreadRow } from '../reading'
import { walletOf } from '../solve/position'

/** The positions in the order in which they were last seen, of one market. */
export type Seen = { market: Market; positions: ReadonlyMap<string, PositionReading> }

const printed = (field: NumberField): string | null => ('value' in field ? field.text : null)

const isSamePosition = (a: PositionReading, b: PositionReading): boolean =>
  a.symbol === b.symbol &&
  printed(a.entryPrice) !== null &&
  printed(a.entryPrice) === printed(b.entryPrice) &&
  'value' in a.quantity &&
  'value' in b.quantity &&
  (a.quantity.text === b.quantity.text || a.quantity.value.eq(b.quantity.value))

const isWhole = ({ side, marginMode }: PositionReading): boolean =>
  side !== 'unknown' && marginMode !== 'unknown'

/** The figures of now, with the side and the mode that the position had. */
export const asKnown = (
  { key, side, marginMode, marginHolds: held }: PositionReading,
  position: PositionReading,
): PositionReading => {
  const marginHolds = marginMode === 'isolated' ? (held ?? position.marginHolds) : null
  const wallet = walletOf({ marginMode, marginHolds }, position.margin, position.unrealizedPnl)
  return { ...position, key, side, marginMode, marginHolds, wallet }
}

/**
 * At a PnL of exactly 0.00 nothing may tell the side of a row that told it a moment ago. The same symbol,
 * entry and size to the digit is the same position; two such legs are not told apart.
 */
export const withKnownSide = (position: PositionReading, seen: Seen | null): PositionReading => {
  if (isWhole(position) || seen === null) return position
  const [known, ...others] = [...seen.positions.values()].filter(
    (one) =>
      isWhole(one) &&
      isSamePosition(one, position) &&
      (position.side === 'unknown' || position.side === one.side) &&
      (position.marginMode === 'unknown' || position.marginMode === one.marginMode),
  )
  return known === undefined || others.length > 0 ? position : asKnown(known, position)
}

/** The same position, of which the arithmetic now tells another side or mode. */
export const isTurned = (before: PositionReading, after: PositionReading): boolean =>
  before.key !== after.key && isSamePosition(before, after)

const count = (symbols: readonly (string | null)[], symbol: string): number =>
  symbols.filter((one) => one === symbol).length

type Sight = {
  market: Market
  positions: readonly PositionReading[]
  unread: readonly UnreadRow[]
  /** n of "Positions(n)". */
  declared: number | null
}

/**
 * What was seen before and is not in sight, though it is still open as far as the page says: rows that
 * cannot be read for a moment, rows scrolled away. Where fewer are lacking than were seen, nobody can
 * say which are gone, and none is kept.
 */
export const outOfSight = (
  seen: Seen | null,
  { market, positions, unread, declared }: Sight,
): readonly PositionReading[] => {
  if (seen?.market !== market) return []
  const inSight = new Set(positions.map(({ key }) => key))
  const symbols = positions.map(({ symbol }) => symbol)
  const before = [...seen.positions.values()]
  const missing = before.filter(
    ({ key, symbol }) =>
      !inSight.has(key) &&
      count(symbols, symbol) <
        count(
          before.map((one) => one.symbol),
          symbol,
        ),
  )
  if (declared !== null) return missing.length <= declared - positions.length ? missing : []
  const unreadSymbols = new Set(unread.map(({ symbol }) => symbol))
  return missing.filter(({ symbol }) => unreadSymbols.has(symbol))
}

/** What is in sight now, after what is not. */
export const seenNow = (
  market: Market,
  kept: readonly PositionReading[],
  positions: readonly PositionReading[],
): Seen => ({
  market,
  positions: new Map([...kept, ...positions].map((position) => [position.key, position])),
})
