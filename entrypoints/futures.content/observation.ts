import {
  isSymbol,
  MOST_ASSET_LETTERS,
  MOST_POSITIONS,
  type Observation,
  type ObservedPosition,
} from '@/lib/ledger'
import { Decimal, notional } from '@/lib/margin'
import type {
  AccountReading,
  NumberField,
  PageReading,
  PositionReading,
  TickerReading,
} from '@/lib/page'
import { isCountable } from '@/lib/rules/facts'

/** One look at the page, as the ledger takes it; it is numbered when it is sent. */
export type Look = Omit<Observation, 'sequence'>

/** As printed, with its trailing zeros. */
type Numeral = ObservedPosition['quantity']

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

/** Digits of the end of a range: finer than any lot size, and short enough for a message. */
const RANGE_DIGITS = 12

const outwards = (end: Decimal, towards: 'down' | 'up'): Numeral =>
  end
    .toDecimalPlaces(RANGE_DIGITS, towards === 'down' ? Decimal.ROUND_DOWN : Decimal.ROUND_UP)
    .toFixed()

/** Ends of what the quantity may be, where Size is printed in another unit. */
const quantityRange = ({ quantity }: PositionReading): ObservedPosition['quantityRange'] =>
  'value' in quantity && quantity.range !== undefined
    ? { low: outwards(quantity.range.low, 'down'), high: outwards(quantity.range.high, 'up') }
    : null

/** A unit that no asset has is not kept: a message that does not fit is refused whole. */
const assetOf = (unit: string | null): string | null =>
  unit !== null && unit !== '' && unit.length <= MOST_ASSET_LETTERS ? unit : null

/** The countdown over the chart is that of the page's own contract, and of no other. */
const nextFundingOf = ({ symbol }: PositionReading, ticker: TickerReading): number | null =>
  ticker.symbol === symbol && 'value' in ticker.nextFundingAt ? ticker.nextFundingAt.value : null

const observed = (position: PositionReading, ticker: TickerReading): ObservedPosition[] => {
  const quantity = numeral(position.quantity)
  const entryPrice = numeral(position.entryPrice)
  if (quantity === null || entryPrice === null || !isCountable(position)) return []
  const { contract, liquidationPrice, stopLoss } = position
  return [
    {
      symbol: position.symbol,
      side: position.side,
      marginMode: position.marginMode,
      quantity,
      quantityRange: quantityRange(position),
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
      marginAsset: assetOf(position.marginAsset),
      contractType: position.contractType?.kind ?? null,
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

const observedAccount = (account: AccountReading): Observation['account'] => {
  const asset = assetOf(account.asset)
  if (asset === null) return null
  const marginBalance = numeral(account.marginBalance)
  const availableBalance = numeral(account.availableBalance)
  const isSilent = marginBalance === null && availableBalance === null
  return isSilent ? null : { asset, marginBalance, availableBalance }
}

const observedTicker = ({ symbol, markPrice }: TickerReading): Observation['ticker'] => {
  const price = numeral(markPrice)
  return symbol === null || price === null || !isSymbol(symbol)
    ? null
    : { symbol, markPrice: price }
}

/** What the ledger takes of one reading: plain data, and nothing that is not proved. */
export const lookOf = (reading: Positions, origin: Pick<Look, 'at' | 'tab'>): Look => {
  const all = reading.status === 'flat' ? [] : reading.positions
  const positions = all
    .flatMap((position) => observed(position, reading.ticker))
    .slice(0, MOST_POSITIONS)
  const whole = positions.length === all.length
  return {
    ...origin,
    browserTab: null,
    market: reading.market,
    positionMode: reading.positionMode === 'unknown' ? null : reading.positionMode,
    account: observedAccount(reading.account),
    ticker: observedTicker(reading.ticker),
    complete: reading.status === 'flat' || (reading.complete && whole),
    positions,
  }
}
