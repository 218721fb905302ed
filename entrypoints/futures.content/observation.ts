import type { Numeral, ObservedPosition } from '@/lib/ledger'
import { notional } from '@/lib/margin'
import type { NumberField, PageReading, PositionReading, TickerReading } from '@/lib/page'
import type { Look } from './look-schedule'

type Positions = Extract<PageReading, { status: 'positions' | 'flat' }>

const numeral = (field: NumberField): Numeral | null =>
  'value' in field ? field.value.toFixed(field.decimals) : null

/**
 * A wallet that is margin less PnL is known to a digit of the margin, and to what half a digit of the
 * mark price means for the PnL: the page has more digits of the mark than it prints.
 */
const marginSlack = (position: PositionReading): Numeral | null => {
  const { marginHolds, wallet, contract, quantity, markPrice } = position
  if (marginHolds !== 'wallet-and-pnl' || !('value' in wallet)) return null
  if (!('value' in contract) || !('value' in quantity) || !('value' in markPrice)) return null
  const figures = { contract: contract.value, quantity: quantity.value }
  const perUnit = notional(figures, markPrice.value).div(markPrice.value)
  const slack = perUnit.div(10 ** markPrice.decimals).plus(1 / 10 ** wallet.decimals)
  return slack.toFixed(wallet.decimals + 2)
}

/** The countdown over the chart is that of the page's own contract, and of no other. */
const nextFundingOf = ({ symbol }: PositionReading, ticker: TickerReading): number | null =>
  ticker.symbol === symbol && 'value' in ticker.nextFundingAt ? ticker.nextFundingAt.value : null

const observed = (position: PositionReading, ticker: TickerReading): ObservedPosition[] => {
  const quantity = numeral(position.quantity)
  const entryPrice = numeral(position.entryPrice)
  // Without size, entry and margin mode nothing about margin can be told from anything else.
  if (quantity === null || entryPrice === null || position.marginMode === 'unknown') return []
  if (position.side === 'unknown') return []
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
      nextFundingAt: nextFundingOf(position, ticker),
      stopLoss:
        stopLoss.state === 'present'
          ? { state: 'present', price: numeral(stopLoss.price) }
          : { state: stopLoss.state === 'partial' ? 'unknown' : stopLoss.state },
    },
  ]
}

/** What the ledger is told of one reading: plain data, and nothing that is not proved. */
export const lookOf = (reading: Positions, origin: Pick<Look, 'at' | 'tab' | 'private'>): Look => {
  const positions =
    reading.status === 'flat'
      ? []
      : reading.positions.flatMap((position) => observed(position, reading.ticker))
  const whole = reading.status === 'flat' || positions.length === reading.positions.length
  return {
    ...origin,
    market: reading.market,
    complete: reading.status === 'flat' || (reading.complete && whole),
    positions,
  }
}
