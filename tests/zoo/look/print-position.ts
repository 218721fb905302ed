import type { Choices } from '../dimensions.ts'
import type { Random } from '../random.ts'
import { maintenanceAt, notionalAt, pnlAt, signOf } from '../world/arithmetic.ts'
import type { Position } from '../world/world.ts'
import { exactly, type Figure, figureOf } from './numerals.ts'

/** The figures of one row, as printed; `null` is "--". */
export type PrintedPosition = {
  size: Figure
  sizeUnit: string
  /** The same size in quote, where the cell has two lines. */
  sizeInQuote: Figure
  entryPrice: Figure
  breakEvenPrice: Figure
  markPrice: Figure
  liquidationPrice: Figure | null
  /** Percent. */
  marginRatio: Figure
  margin: Figure
  pnl: Figure
  /** Percent. */
  roi: Figure
  funding: Figure | null
  notional: Figure
  realized: Figure
  amountUnit: string
  takeProfit: Figure | null
  stopLoss: Figure | null
}

/** What all rows of a page have in common. */
export type Habits = {
  choices: Choices
  /** "Cont", "张". */
  contractsWord: string
  /** Digits of amounts in a coin: four or eight. */
  coinDigits: number
  /** Digits of a size in quote. */
  quoteDigits: number
  /** Multi-assets mode: rows in USD as well. */
  countsInUsd: boolean
}

const isDollar = (asset: string): boolean => /USD|^U$|BNFCR/.test(asset)

const extraDigits = (choices: Choices, random: Random): number =>
  choices['digits beyond tick'] === '4 or 5'
    ? random.whole(4, 5)
    : Number(choices['digits beyond tick'])

/** A price of the moment when a cell was last written: some ticks before or after the others. */
const pricesOf = (position: Position, choices: Choices, random: Random) => {
  const most = Number(choices['cells apart by ticks'])
  const tick = 10 ** -position.contract.priceDigits
  const apart = (price: number, cell: string): number => {
    const moved = price + random.fork(cell).whole(-most, most) * tick
    return moved > tick ? moved : price
  }
  const basis = choices['PnL by'] === 'last' ? position.last : position.mark
  return {
    last: (cell: string) => apart(position.last, cell),
    mark: (cell: string) => apart(position.mark, cell),
    basis: (cell: string) => apart(basis, cell),
  }
}

const unitOfAmounts = (position: Position, { choices, countsInUsd }: Habits): string =>
  choices['asset mode'] === 'credits' ? 'BNFCR' : countsInUsd ? 'USD' : position.contract.asset

const sizeOf = (
  position: Position,
  last: number,
  habits: Habits,
): { value: number; digits: number; unit: string } => {
  const { contract, quantity } = position
  switch (habits.choices['unit of size']) {
    case 'coin':
      return { value: quantity, digits: contract.lotDigits, unit: contract.base }
    case 'quote':
      return {
        value: quantity * last,
        digits: contract.quote === 'BTC' ? 6 : habits.quoteDigits,
        unit: contract.quote,
      }
    case 'contracts':
      return { value: quantity, digits: 0, unit: habits.contractsWord }
    case 'coin of COIN-M':
      return { value: notionalAt(position, last), digits: habits.coinDigits, unit: contract.base }
    case 'USD of COIN-M':
      return { value: quantity * contract.contractSize, digits: 0, unit: 'USD' }
  }
}

export const printPosition = (
  position: Position,
  habits: Habits,
  random: Random,
): PrintedPosition => {
  const { contract, leverage } = position
  const { choices } = habits
  const { priceDigits } = contract
  const prices = pricesOf(position, choices, random)
  const long = priceDigits + extraDigits(choices, random.fork('digits'))
  const unit = unitOfAmounts(position, habits)
  const amountDigits = isDollar(unit) ? 2 : habits.coinDigits
  const amount = (value: number) => figureOf(value, amountDigits, choices)
  const price = (value: number | null) =>
    value === null ? null : figureOf(value, priceDigits, choices)
  const set = (value: number | null) => (value === null ? null : exactly(value, priceDigits))
  const isSigned = choices['sign of size'] !== 'none'
  const size = sizeOf(position, prices.last('size'), habits)
  const sense = isSigned ? signOf(position) : 1
  const markOfRatio = prices.mark('ratio')
  const isolated = position.marginMode === 'isolated'
  const ratio = isolated
    ? maintenanceAt(position, markOfRatio) / (position.wallet + pnlAt(position, markOfRatio))
    : position.marginRatio
  const basisOfPnl = prices.basis('pnl')
  const initial = notionalAt(position, prices.mark('roi')) / leverage
  const rate = random.fork('funding').between(-0.0004, 0.0006)
  return {
    size: figureOf(sense * size.value, size.digits, choices),
    sizeUnit: size.unit,
    sizeInQuote: figureOf(
      sense * position.quantity * prices.last('size'),
      habits.quoteDigits,
      choices,
    ),
    entryPrice: figureOf(position.entryPrice, long, choices),
    breakEvenPrice: figureOf(position.breakEvenPrice, long, choices),
    markPrice: exactly(position.mark, priceDigits),
    liquidationPrice: price(position.liquidationPrice),
    marginRatio: figureOf(ratio * 100, 2, choices),
    margin: amount(
      isolated ? position.wallet : notionalAt(position, prices.mark('margin')) / leverage,
    ),
    pnl: amount(pnlAt(position, basisOfPnl)),
    roi: figureOf((pnlAt(position, basisOfPnl) / initial) * 100, 2, choices),
    funding:
      contract.delivery === null
        ? figureOf(
            -signOf(position) * rate * notionalAt(position, position.mark),
            Math.min(8, amountDigits + 2),
            choices,
          )
        : null,
    notional: amount(notionalAt(position, prices.mark('notional'))),
    realized: amount(random.fork('realized').between(-40, 60)),
    amountUnit: unit,
    takeProfit: set(position.takeProfit),
    stopLoss: set(position.stopLoss),
  }
}
