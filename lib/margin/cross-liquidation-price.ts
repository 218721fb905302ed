import { type Bracket, checkBrackets, maintenanceMargin } from './brackets'
import { type Crossings, crossings } from './crossing'
import { Decimal } from './decimal'
import { InvalidFigure, mustBeFinite, mustBePositive } from './invalid-figure'
import { notional } from './notional'
import { coordinate, exposure, type MarginMode, type PositionFigures, sign } from './position'
import { unrealizedPnl } from './unrealized-pnl'

export type AccountPosition = PositionFigures & {
  symbol: string
  marginMode: MarginMode
  markPrice: Decimal
  brackets: readonly Bracket[]
}

/** One margin asset of an account in single-asset mode, with the positions margined in it. */
export type CrossAccount = {
  /** Cross wallet balance, without unrealised PnL. */
  walletBalance: Decimal
  positions: readonly AccountPosition[]
}

/** What a position of another contract contributes: its PnL less its maintenance margin, at mark. */
const contribution = (position: AccountPosition): Decimal =>
  unrealizedPnl(position, position.markPrice).minus(
    maintenanceMargin(notional(position, position.markPrice), position.brackets),
  )

/** Rising towards the mark, or falling away from it: which crossing the price is heading for. */
const choose = (found: Crossings, slopeAtMark: Decimal): Decimal | null =>
  slopeAtMark.gt(0) ? (found.rising ?? found.falling) : (found.falling ?? found.rising)

const slopeOfMaintenance = (position: AccountPosition): Decimal => {
  const here = notional(position, position.markPrice)
  const weight = exposure(position)
  const rates = position.brackets
    .filter(({ notionalFloor }) => here.gte(notionalFloor))
    .map(({ maintenanceMarginRate }) => maintenanceMarginRate)
  return weight.times(Decimal.max(...rates))
}

/**
 * Price of one contract at which the account's cross margin balance equals its maintenance margin,
 * all other contracts standing at their mark. Hedge legs of the contract share it; isolated positions
 * are left out. `null` where no price does it.
 *
 *     linear  LP = (WB − TMM + UPNL + Σ cum − Σ side · q · EP) ÷ Σ q · (MMR − side)
 *
 * TMM, UPNL: maintenance margin and unrealised PnL of all other contracts. The inverse contract's is
 * the same in 1 ÷ price. In Multi-Assets mode collateral moves too: no row can tell, do not ask.
 *
 * Source: Binance FAQ b3c689c1f50a44cabb3a84e663b81d93 (worked example reproduced to the cent) and
 * ceccfcfb4e3a45e3b48b0b1bb1a8ae46, read 2026-11.
 * @throws InvalidFigure symbol without a cross position (`not-found`), or a figure no position has
 */
export const crossLiquidationPrice = (account: CrossAccount, symbol: string): Decimal | null => {
  const cross = account.positions.filter(({ marginMode }) => marginMode === 'cross')
  const legs = cross.filter((position) => position.symbol === symbol)
  const [leg] = legs
  if (leg === undefined) throw new InvalidFigure('symbol', 'not-found')

  let constant = mustBeFinite('walletBalance', account.walletBalance)
  for (const position of cross) {
    if (position.symbol !== symbol) constant = constant.plus(contribution(position))
  }
  let slope = new Decimal(0)
  let slopeAtMark = new Decimal(0)
  for (const position of legs) {
    const direction =
      position.contract.kind === 'linear' ? sign(position.side) : -sign(position.side)
    const weighted = exposure(position).times(direction)
    const from = coordinate(position.contract, mustBePositive('entryPrice', position.entryPrice))
    constant = constant.minus(weighted.times(from))
    slope = slope.plus(weighted)
    slopeAtMark = slopeAtMark.plus(weighted).minus(slopeOfMaintenance(position))
  }
  const found = crossings({
    constant,
    slope,
    legs: legs.map((position) => ({
      weight: exposure(position),
      brackets: checkBrackets(position.brackets),
    })),
  })
  if (found.never) throw new InvalidFigure('walletBalance', 'insolvent')
  const x = choose(found, slopeAtMark)
  return x === null || x.lte(0) ? null : coordinate(leg.contract, x)
}
