import type { View } from '../view.ts'
import type { AccountFigures } from './account-figures.ts'
import { backingOf } from './collateral.ts'
import { notionalAt } from './contract-figures.ts'
import { amountDigits, type ContractSpec, contractOf, digitsOf } from './contracts.ts'
import { marketOf } from './desk.ts'
import type { PositionFigures } from './figures.ts'
import { number, signedNumber } from './numerals.ts'
import type { ExchangeState, Position } from './state.ts'

/** The figures of one row as the page prints them; words are the page's own affair. */
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

/** "Perp", or the delivery date as "1225" or "261225". */
const contractType = ({ symbol, delivery }: ContractSpec, view: View): string => {
  if (delivery === null) return 'Perp'
  return view.delivery === 'YYMMDD' ? (symbol.split('_')[1] ?? delivery) : delivery
}

/** Digits that the exchange keeps of an amount. */
const KEPT = 8

/** Digits of an amount as the page shows it. */
export const shownDigits = (asset: string, { coinDigits }: Pick<View, 'coinDigits'>): number =>
  amountDigits(asset) === 2 ? 2 : Number(coinDigits)

/** A size in quote follows the price by which PnL is counted. */
const sizeText = (
  position: Position,
  figures: PositionFigures,
  view: View,
): readonly [size: string, unit: string] => {
  const spec = contractOf(position.symbol)
  const sense = position.side === 'short' && view.signedSize ? -1 : 1
  const sized = (value: number, digits: number) => number(sense * value, digits, view)
  const price = view.pnlBy === 'last' ? figures.last : figures.mark
  if (spec.kind === 'linear') {
    return view.sizeUnit === 'quote'
      ? [sized(notionalAt(position, price), 2), spec.quote]
      : [sized(position.quantity, digitsOf(spec.lot)), spec.base]
  }
  switch (view.sizeUnit) {
    case 'contracts':
      return [sized(position.quantity, 0), 'Cont']
    case 'quote':
      return [sized(position.quantity * spec.contractSize, 0), spec.quote]
    case 'coin':
      return [sized(notionalAt(position, price), shownDigits(spec.base, view)), spec.base]
  }
}

export const rowText = (position: Position, figures: PositionFigures, view: View): RowText => {
  const spec = contractOf(position.symbol)
  // A price below half a tick is none.
  const price = (value: number | null) =>
    value === null || value < spec.tick / 2 ? '--' : number(value, digitsOf(spec.tick), view)
  const average = (value: number) => number(value, digitsOf(spec.tick) + 1, view)
  const byLast = view.pnlBy === 'last'
  const [size, sizeUnit] = sizeText(position, figures, view)
  const counted = backingOf({ assetMode: view.rowsInUsd ? 'multi' : 'single' }, spec.asset)
  const digits = shownDigits(counted.unit, view)
  const amount = (value: number) => counted.requirement(spec.asset, value)
  const held =
    position.marginMode === 'isolated' && view.marginHolds === 'wallet-and-pnl'
      ? figures.margin + figures.pnl
      : figures.margin
  return {
    symbol: spec.pair,
    contractType: contractType(spec, view),
    leverage: `${String(position.leverage)}x`,
    size,
    sizeUnit,
    entryPrice: average(position.entryPrice),
    breakEvenPrice: average(figures.breakEvenPrice),
    markPrice: price(figures.mark),
    liquidationPrice: price(figures.liquidationPrice),
    marginRatio: `${number(figures.marginRatio * 100, 2, view)}%`,
    margin: number(amount(held), digits, view),
    marginUnit: counted.unit,
    pnl: signedNumber(amount(byLast ? figures.pnlAtLast : figures.pnl), digits, view),
    roi: `${signedNumber((byLast ? figures.roiAtLast : figures.roi) * 100, 2, view)}%`,
    funding:
      spec.delivery === null
        ? signedNumber(amount(figures.estimatedFunding), Math.min(digits + 2, KEPT), view)
        : '--',
    takeProfit: price(position.takeProfit),
    stopLoss: price(position.stopLoss),
  }
}

export type TickerText = {
  symbol: string
  contractType: string
  last: string
  mark: string
  index: string
  /** Rate of the next settlement and the time until it; `null`: a dated contract pays none. */
  funding: { rate: string; countdown: string } | null
}

/** "07:59:58" */
const countdown = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((value) => String(value).padStart(2, '0'))
    .join(':')
}

/** The line above the chart. */
export const tickerText = (state: ExchangeState, symbol: string, view: View): TickerText => {
  const spec = contractOf(symbol)
  const { last, mark, index, fundingRate, nextFunding } = marketOf(state, symbol)
  const price = (value: number) => number(value, digitsOf(spec.tick), view)
  return {
    symbol: spec.pair,
    contractType: contractType(spec, view),
    last: price(last),
    mark: price(mark),
    index: price(index),
    funding:
      spec.delivery === null
        ? {
            rate: `${number(fundingRate * 100, 5, view)}%`,
            countdown: countdown(nextFunding - state.now),
          }
        : null,
  }
}

export type AccountText = {
  marginBalance: string
  maintenanceMargin: string
  marginRatio: string
  available: string
  /** The margin asset, or USD in Multi-Assets mode. */
  unit: string
}

export const accountText = (figures: AccountFigures, view: View): AccountText => {
  const digits = shownDigits(figures.unit, view)
  const fine = Math.min(digits + 2, KEPT)
  return {
    marginBalance: number(figures.marginBalance, fine, view),
    maintenanceMargin: number(figures.maintenanceMargin, fine, view),
    marginRatio: `${number(figures.marginRatio * 100, 2, view)}%`,
    available: number(figures.available, digits, view),
    unit: figures.unit,
  }
}
