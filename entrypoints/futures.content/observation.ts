import type { Numeral, Observation, ObservedPosition } from '@/lib/ledger'
import type { NumberField, PageReading, PositionReading } from '@/lib/page'

type Positions = Extract<PageReading, { status: 'positions' | 'flat' }>

const numeral = (field: NumberField): Numeral | null =>
  'value' in field ? field.value.toFixed(field.decimals) : null

/** A wallet that is margin less PnL moves a little with the rounding of both. */
const marginSlack = ({ marginHolds, wallet }: PositionReading): Numeral | null =>
  marginHolds === 'wallet-and-pnl' && 'value' in wallet
    ? (3 / 10 ** wallet.decimals).toFixed(wallet.decimals)
    : null

const observed = (position: PositionReading): ObservedPosition[] => {
  const quantity = numeral(position.quantity)
  const entryPrice = numeral(position.entryPrice)
  // Without size, entry and margin mode nothing about margin can be told from anything else.
  if (quantity === null || entryPrice === null || position.marginMode === 'unknown') return []
  const { contract, liquidationPrice, stopLoss } = position
  if (!('value' in contract)) return []
  return [
    {
      symbol: position.symbol,
      side: position.side,
      marginMode: position.marginMode,
      quantity,
      contractSize:
        contract.value.kind === 'inverse' ? contract.value.contractSize.toFixed() : null,
      entryPrice,
      markPrice: numeral(position.markPrice),
      liquidationPrice:
        'missing' in liquidationPrice && liquidationPrice.missing === 'none'
          ? 'none'
          : numeral(liquidationPrice),
      margin: numeral(position.wallet),
      marginSlack: marginSlack(position),
      marginAsset: position.marginAsset,
      leverage: numeral(position.leverage),
      unrealizedPnl: numeral(position.unrealizedPnl),
      estimatedFunding: numeral(position.estimatedFunding),
      nextFundingAt: null,
      stopLoss:
        stopLoss.state === 'present'
          ? { state: 'present', price: numeral(stopLoss.price) }
          : { state: stopLoss.state },
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
 * Liquidation price and margin of a cross position move with every other position's.
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
      position.leverage,
      position.stopLoss,
      position.marginMode === 'cross' ? null : position.liquidationPrice,
      position.marginMode === 'cross' || position.marginSlack !== null ? null : position.margin,
    ]),
  ])
