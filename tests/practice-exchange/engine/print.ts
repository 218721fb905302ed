import type { View } from '../view.ts'
import { contractOf, digitsOf } from './contracts.ts'
import type { AccountFigures, PositionFigures } from './figures.ts'
import { notionalAt } from './figures.ts'
import type { Position } from './state.ts'

/** Amounts of dollar assets have two digits, coins four. */
export const amountDigits = (asset: string): number => (/^(?:USD|BUSD)/.test(asset) ? 2 : 4)

/** Digits as the page prints them, in the separators of the view. Never an exponent. */
export const number = (value: number, digits: number, view: Pick<View, 'numbers'>): string => {
  const rounded = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value
  const text = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // Binary dust must not decide a tie that the decimal figure does not have.
  }).format(Number(rounded.toPrecision(15)))
  return view.numbers === 'comma'
    ? text.replace(/[.,]/g, (separator) => (separator === ',' ? '.' : ','))
    : text
}

const signedNumber = (value: number, digits: number, view: View): string => {
  const text = number(value, digits, view)
  return value > 0 && !/^[0.,]*$/.test(text) ? `+${text}` : text
}

export type RowText = {
  symbol: string
  contractType: string
  leverage: string
  size: string
  sizeUnit: string
  entryPrice: string
  breakEvenPrice: string
  markPrice: string
  liquidationPrice: string
  marginRatio: string
  margin: string
  marginUnit: string
  pnl: string
  roi: string
  funding: string
  takeProfit: string
  stopLoss: string
}

const sizeText = (position: Position, figures: PositionFigures, view: View) => {
  const spec = contractOf(position.symbol)
  const minus = position.side === 'short' && view.signedSize ? '-' : ''
  if (view.sizeUnit === 'contracts' && spec.kind === 'inverse') {
    return [minus + number(position.quantity, 0, view), 'Cont'] as const
  }
  if (view.sizeUnit === 'quote' && spec.kind === 'linear') {
    return [minus + number(figures.notional, 2, view), spec.quote] as const
  }
  if (spec.kind === 'inverse') {
    const coins = notionalAt(position, figures.mark)
    return view.sizeUnit === 'quote'
      ? ([minus + number(position.quantity * spec.contractSize, 0, view), 'USD'] as const)
      : ([minus + number(coins, 4, view), spec.base] as const)
  }
  return [minus + number(position.quantity, digitsOf(spec.lot), view), spec.base] as const
}

/** What the cells of one row say. */
export const rowText = (position: Position, figures: PositionFigures, view: View): RowText => {
  const spec = contractOf(position.symbol)
  const price = (value: number | null) =>
    value === null ? '--' : number(value, digitsOf(spec.tick), view)
  const digits = amountDigits(spec.asset)
  const byLast = view.pnlBy === 'last'
  const pnl = byLast ? figures.pnlAtLast : figures.pnl
  const [size, sizeUnit] = sizeText(position, figures, view)
  const held =
    position.marginMode === 'isolated' && view.marginHolds === 'wallet-and-pnl'
      ? figures.margin + figures.pnl
      : figures.margin
  return {
    symbol: spec.pair,
    contractType: spec.delivery ?? 'Perp',
    leverage: `${String(position.leverage)}x`,
    size,
    sizeUnit,
    entryPrice: number(position.entryPrice, digitsOf(spec.tick) + 1, view),
    breakEvenPrice: number(figures.breakEvenPrice, digitsOf(spec.tick) + 1, view),
    markPrice: price(figures.mark),
    liquidationPrice: price(figures.liquidationPrice),
    marginRatio: `${number(figures.marginRatio * 100, 2, view)}%`,
    margin: number(held, digits, view),
    marginUnit: spec.asset,
    pnl: signedNumber(pnl, digits, view),
    roi: `${signedNumber((byLast ? figures.roiAtLast : figures.roi) * 100, 2, view)}%`,
    funding: signedNumber(figures.estimatedFunding, digits + 2, view),
    takeProfit: price(position.takeProfit),
    stopLoss: price(position.stopLoss),
  }
}

export type AccountText = {
  marginBalance: string
  maintenanceMargin: string
  marginRatio: string
  available: string
  asset: string
}

export const accountText = (figures: AccountFigures, asset: string, view: View): AccountText => {
  const digits = amountDigits(asset) + 2
  return {
    marginBalance: number(figures.marginBalance, digits, view),
    maintenanceMargin: number(figures.maintenanceMargin, digits, view),
    marginRatio: `${number(figures.marginRatio * 100, 2, view)}%`,
    available: number(figures.available, amountDigits(asset), view),
    asset,
  }
}
