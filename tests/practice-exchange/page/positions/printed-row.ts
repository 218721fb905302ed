import { inBrackets, type Position, rowText } from '../../engine/index.ts'
import { store } from '../store.ts'

/** One row as the page prints it, words and all: what a skin puts into its cells. */
export type PrintedRow = {
  id: number
  colour: 'Buy' | 'Sell'
  pair: string
  contractType: string
  leverage: string
  badge: string | null
  size: string
  sizeUnit: string
  entryPrice: string
  breakEvenPrice: string
  markPrice: string
  liquidationPrice: string
  marginRatio: string
  margin: string
  /** "USDT", or "USDT(Isolated)" where the mode is glued to the amount. */
  marginUnit: string
  /** "(Isolated)"; `null`: not printed, or glued to the margin. */
  marginMode: string | null
  adjustable: boolean
  pnl: string
  unit: string
  roi: string
  pnlColour: 'Buy' | 'Sell'
  /** "-0.1180 USDT", or "--": a dated contract pays none. */
  funding: string
  takeProfit: string
  stopLoss: string
  partialStops: number
}

const badgeOf = ({ side }: Position): string | null => {
  const { view, exchange, words } = store
  const shown =
    view.sideBadge === 'always' ||
    (view.sideBadge === 'hedge' && exchange.account.positionMode === 'hedge')
  return shown ? words[side] : null
}

export const printedRow = (position: Position): PrintedRow => {
  const { view, exchange, words } = store
  const figures = exchange.figures(position)
  const text = rowText(position, figures, view)
  const mode = inBrackets(words[position.marginMode], view)
  return {
    id: position.id,
    colour: position.side === 'long' ? 'Buy' : 'Sell',
    pair: text.symbol,
    contractType: text.contractType === 'Perp' ? words.perp : text.contractType,
    leverage: text.leverage,
    badge: badgeOf(position),
    size: text.size,
    sizeUnit: text.sizeUnit === 'Cont' ? words.contracts : text.sizeUnit,
    entryPrice: text.entryPrice,
    breakEvenPrice: text.breakEvenPrice,
    markPrice: text.markPrice,
    liquidationPrice: text.liquidationPrice,
    marginRatio: text.marginRatio,
    margin: text.margin,
    marginUnit: text.marginUnit + (view.marginMode === 'glued' ? mode : ''),
    marginMode: view.marginMode === 'apart' ? mode : null,
    adjustable: position.marginMode === 'isolated',
    pnl: text.pnl,
    unit: text.marginUnit,
    roi: view.roiParentheses ? inBrackets(text.roi, view) : text.roi,
    pnlColour: (view.pnlBy === 'last' ? figures.pnlAtLast : figures.pnl) < 0 ? 'Sell' : 'Buy',
    funding: text.funding === '--' ? text.funding : `${text.funding} ${text.marginUnit}`,
    takeProfit: text.takeProfit,
    stopLoss: text.stopLoss,
    partialStops: position.partialStops.length,
  }
}
