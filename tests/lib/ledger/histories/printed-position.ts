import type { Numeral, ObservedPosition } from '@/lib/ledger'
import {
  amountDigits,
  contractOf,
  digitsOf,
  type Exchange,
  pnlAt,
  type Position,
} from '../../../practice-exchange/engine/index'

/** Which columns the trader has in sight, and what the Margin column means on this page. */
export type Sight = {
  margin: boolean
  liquidation: boolean
  funding: boolean
  stop: boolean
  marginHolds: 'wallet' | 'wallet-and-pnl'
}

/** As printed: rounded to digits, binary dust gone first, never "-0.00". */
export const printed = (value: number, digits: number): Numeral => {
  const text = Number(value.toPrecision(15)).toFixed(digits)
  return /^-[0.]*$/.test(text) ? text.slice(1) : text
}

type MarginShown = Pick<ObservedPosition, 'margin' | 'marginSlack'>

/**
 * What a reader can say of the isolated wallet. Where the column holds wallet and PnL, the PnL at the
 * printed mark is taken off again, and the mark has more digits than the page prints.
 */
const marginShown = (
  position: Position,
  { sight, mark, markError }: { sight: Sight; mark: number; markError: number },
): MarginShown => {
  const { asset, tick, kind, contractSize } = contractOf(position.symbol)
  const digits = amountDigits(asset)
  if (!sight.margin) return { margin: null, marginSlack: null }
  if (sight.marginHolds === 'wallet') {
    return { margin: printed(position.wallet, digits), marginSlack: null }
  }
  const shown = printed(position.wallet + pnlAt(position, mark + markError), digits)
  const entryPrice = Number(printed(position.entryPrice, digitsOf(tick) + 1))
  const wallet = Number(shown) - pnlAt({ ...position, entryPrice }, mark)
  const perTick =
    kind === 'linear'
      ? position.quantity * tick
      : (position.quantity * contractSize * tick) / mark ** 2
  return {
    margin: printed(wallet, digits),
    marginSlack: printed(10 ** -digits + perTick, digits + 2),
  }
}

/** One row as the content script tells the ledger of it. */
export const printedPosition = (
  exchange: Exchange,
  position: Position,
  sight: Sight,
  jitter: number,
): ObservedPosition => {
  const { asset, tick, lot, kind, contractSize } = contractOf(position.symbol)
  const { mark, pnl, liquidationPrice, estimatedFunding, margin } = exchange.figures(position)
  const price = digitsOf(tick)
  const amount = amountDigits(asset)
  const isolated = position.marginMode === 'isolated'
  return {
    symbol: position.symbol,
    side: position.side,
    marginMode: position.marginMode,
    quantity: printed(position.quantity, digitsOf(lot)),
    contractSize: kind === 'inverse' ? String(contractSize) : null,
    entryPrice: printed(position.entryPrice, price + 1),
    markPrice: printed(mark, price),
    liquidationPrice: !sight.liquidation
      ? null
      : liquidationPrice === null
        ? 'none'
        : printed(liquidationPrice, price),
    ...(isolated
      ? marginShown(position, { sight, mark, markError: jitter * tick })
      : { margin: sight.margin ? printed(margin, amount) : null, marginSlack: null }),
    marginAsset: asset,
    leverage: String(position.leverage),
    unrealizedPnl: printed(pnl, amount),
    estimatedFunding: sight.funding ? printed(estimatedFunding, amount + 2) : null,
    nextFundingAt: null,
    stopLoss: !sight.stop
      ? { state: 'unknown' }
      : position.stopLoss === null
        ? { state: 'absent' }
        : { state: 'present', price: printed(position.stopLoss, price) },
  }
}
