import type { ObservedPosition } from '@/lib/ledger'
import {
  amountDigits,
  contractOf,
  digitsOf,
  type Exchange,
  notionalAt,
  pnlAt,
  type Position,
} from '../../../practice-exchange/engine/index'

/** Which columns are in sight, and what the Margin column holds. */
export type Sight = {
  margin: boolean
  liquidation: boolean
  funding: boolean
  stop: boolean
  /** The line over the chart, with the countdown to the next settlement. */
  countdown: boolean
  marginHolds: 'wallet' | 'wallet-and-pnl'
}

/** Rounded as the page rounds, in plain notation; binary dust must not decide a tie. */
export const printed = (value: number, digits: number): string => {
  const text = Number(value.toPrecision(15)).toFixed(digits)
  return Number(text) === 0 ? text.replace('-', '') : text
}

type Wallet = Pick<ObservedPosition, 'margin' | 'marginSlack'>

/** What the reader makes of a Margin column that holds the PnL as well: it takes off what it sees. */
const derivedWallet = (position: Position, mark: { exact: number; printed: string }): Wallet => {
  const { tick, asset } = contractOf(position.symbol)
  const digits = amountDigits(asset)
  const column = printed(position.wallet + pnlAt(position, mark.exact), digits)
  const shownMark = Number(mark.printed)
  const shown = { ...position, entryPrice: Number(printedEntry(position)) }
  const perUnit = notionalAt(position, shownMark) / shownMark
  return {
    margin: printed(Number(column) - pnlAt(shown, shownMark), digits),
    marginSlack: (perUnit * tick + 10 ** -digits).toFixed(digits + 2),
  }
}

const printedEntry = ({ symbol, entryPrice }: Position): string =>
  printed(entryPrice, digitsOf(contractOf(symbol).tick) + 1)

/**
 * One row as a content script would tell of it. The page knows the mark price to more digits than it
 * prints: `beyond` is how far it is off, in ticks, −0.5 to 0.5.
 */
export const printedPosition = (
  exchange: Exchange,
  position: Position,
  sight: Sight,
  beyond: number,
): ObservedPosition => {
  const spec = contractOf(position.symbol)
  const figures = exchange.figures(position)
  const price = (value: number): string => printed(value, digitsOf(spec.tick))
  const amount = amountDigits(spec.asset)
  const isolated = position.marginMode === 'isolated'
  const mark = { exact: figures.mark + beyond * spec.tick, printed: price(figures.mark) }
  const whole: Wallet = { margin: printed(figures.margin, amount), marginSlack: null }
  const wallet =
    isolated && sight.marginHolds === 'wallet-and-pnl' ? derivedWallet(position, mark) : whole
  const { liquidationPrice } = figures
  const hidden: Wallet = { margin: null, marginSlack: null }
  return {
    symbol: position.symbol,
    side: position.side,
    marginMode: position.marginMode,
    quantity: printed(position.quantity, digitsOf(spec.lot)),
    quantityRange: null,
    contractSize: spec.kind === 'inverse' ? String(spec.contractSize) : null,
    entryPrice: printedEntry(position),
    markPrice: mark.printed,
    liquidationPrice: !sight.liquidation
      ? null
      : liquidationPrice === null
        ? 'none'
        : price(liquidationPrice),
    ...(sight.margin ? wallet : hidden),
    marginAsset: spec.asset,
    contractType: spec.delivery === null ? 'perpetual' : 'dated',
    leverage: String(position.leverage),
    unrealizedPnl: printed(pnlAt(position, mark.exact), amount),
    estimatedFunding: sight.funding ? printed(figures.estimatedFunding, amount + 2) : null,
    nextFundingAt: null,
    stopLoss: !sight.stop
      ? { state: 'unknown' }
      : position.stopLoss === null
        ? { state: 'absent' }
        : { state: 'present', price: price(position.stopLoss) },
  }
}
