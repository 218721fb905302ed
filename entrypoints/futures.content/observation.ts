import type { Numeral, Observation, ObservedPosition } from '@/lib/ledger'
import type { NumberField, PageReading, PositionReading } from '@/lib/page'

type Positions = Extract<PageReading, { status: 'positions' | 'flat' }>

const numeral = (field: NumberField): Numeral | null =>
  'value' in field ? field.value.toFixed(field.decimals) : null

const observed = (position: PositionReading): ObservedPosition[] => {
  const quantity = numeral(position.quantity)
  const entryPrice = numeral(position.entryPrice)
  // Without size, entry and margin mode nothing about margin can be told from anything else.
  if (quantity === null || entryPrice === null || position.marginMode === 'unknown') return []
  const { liquidationPrice, stopLoss } = position
  return [
    {
      symbol: position.symbol,
      side: position.side,
      marginMode: position.marginMode,
      quantity,
      entryPrice,
      markPrice: numeral(position.markPrice),
      liquidationPrice:
        'missing' in liquidationPrice && liquidationPrice.missing === 'none'
          ? 'none'
          : numeral(liquidationPrice),
      margin: numeral(position.margin),
      marginHolds: position.marginHolds,
      marginAsset: position.marginAsset,
      leverage: numeral(position.leverage),
      unrealizedPnl: numeral(position.unrealizedPnl),
      estimatedFunding: numeral(position.estimatedFunding),
      stopLoss:
        stopLoss.state === 'present'
          ? { state: 'present', price: numeral(stopLoss.price) }
          : { state: stopLoss.state },
      funding: null,
    },
  ]
}

/** What the ledger is told of one reading: plain data, and nothing that is not proved. */
export const observationOf = (
  reading: Positions,
  origin: Pick<Observation, 'at' | 'tab' | 'sequence' | 'private'>,
): Observation => {
  const positions = reading.status === 'flat' ? [] : reading.positions.flatMap(observed)
  const whole = reading.status === 'flat' || positions.length === reading.positions.length
  return {
    ...origin,
    market: reading.market,
    complete: reading.status === 'flat' || (reading.complete && whole),
    positions,
  }
}

/**
 * What must not change for two looks to be the same look: everything but what moves with the price.
 * The liquidation price of a cross position moves with every other position's.
 */
export const fingerprint = ({ market, complete, positions }: Observation): string =>
  JSON.stringify([
    market,
    complete,
    positions.map((position) => [
      position.symbol,
      position.side,
      position.marginMode,
      position.quantity,
      position.entryPrice,
      position.marginMode === 'cross' ? null : position.liquidationPrice,
      position.marginMode === 'cross' || position.marginHolds === 'wallet-and-pnl'
        ? null
        : position.margin,
      position.leverage,
      position.stopLoss,
    ]),
  ])
