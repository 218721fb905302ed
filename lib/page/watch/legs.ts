import type { PositionReading, UnreadRow } from '../reading'
import { isPosition, type RowReading } from '../solve/read-row'

const opposite = { long: 'short', short: 'long', unknown: 'unknown' } as const

/** What the other leg of the same contract says of this one: the other side, the same margin mode. */
const besideLeg = (position: PositionReading, other: PositionReading): PositionReading => {
  const side = position.side === 'unknown' ? opposite[other.side] : position.side
  const marginMode = position.marginMode === 'unknown' ? other.marginMode : position.marginMode
  const isTold = side !== position.side || marginMode !== position.marginMode
  return isTold
    ? { ...position, side, marginMode, key: `${position.symbol}:${side}:${marginMode}` }
    : position
}

/**
 * A contract has one long and one short position at most, of one margin mode: of two rows each says
 * something of the other. Three rows of a symbol, or two of one side, cannot be positions.
 */
export const asLegs = (rows: readonly RowReading[]): RowReading[] => {
  const bySymbol = Map.groupBy(rows.filter(isPosition), ({ symbol }) => symbol)
  return rows.map((row): RowReading => {
    if (!isPosition(row)) return row
    const legs = bySymbol.get(row.symbol) ?? []
    const [other] = legs.filter((leg) => leg !== row)
    if (other === undefined) return row
    const isTwice =
      row.side !== 'unknown' && legs.filter(({ side }) => side === row.side).length > 1
    if (legs.length > 2 || isTwice) return { symbol: row.symbol, reason: 'contradicted' }
    const leg = besideLeg(row, other)
    // Neither says its side: they are two all the same.
    const isSecond = leg.side === 'unknown' && legs[1] === row
    return isSecond ? { ...leg, key: `${leg.key}:2` } : leg
  })
}

/** One of each symbol and reason. */
export const onceEach = (rows: readonly UnreadRow[]): UnreadRow[] =>
  rows.filter(
    ({ symbol, reason }, at) =>
      rows.findIndex((one) => one.symbol === symbol && one.reason === reason) === at,
  )
