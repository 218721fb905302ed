import { describe, expect, test } from 'vitest'
import {
  type Bracket,
  type Decimal,
  initialMargin,
  liquidationPrice,
  maintenanceMargin,
  marginRatio,
  notional,
  type PositionFigures,
  unrealizedPnl,
} from '@/lib/margin'
import {
  contractOf,
  contracts,
  Exchange,
  isolatedLiquidation,
  newState,
  type Position,
  type Tier,
} from '../../practice-exchange/engine/index.ts'
import { d } from './figures'
import { generator } from './simulation/positions'

/** The practice exchange computes in its own way: plain numbers, and a search where we solve. */
const tables = new Map<readonly Tier[], Bracket[]>()
const bracketsOf = (symbol: string): Bracket[] => {
  const { tiers } = contractOf(symbol)
  const known = tables.get(tiers)
  if (known !== undefined) return known
  const brackets = tiers.map(({ floor, cap, rate, amount }) => ({
    notionalFloor: d(floor),
    notionalCap: d(cap),
    maintenanceMarginRate: d(rate),
    maintenanceAmount: d(amount),
  }))
  tables.set(tiers, brackets)
  return brackets
}

const figuresOf = ({ symbol, side, quantity, entryPrice }: Position): PositionFigures => {
  const { kind, contractSize } = contractOf(symbol)
  return {
    contract: kind === 'linear' ? { kind } : { kind, contractSize: d(contractSize) },
    side,
    quantity: d(quantity),
    entryPrice: d(entryPrice),
  }
}

const near = (ours: Decimal | null, theirs: number | null): void => {
  if (ours === null || theirs === null) expect(ours?.toNumber() ?? null).toBe(theirs)
  else expect(Math.abs(ours.toNumber() - theirs)).toBeLessThan(1e-7 * Math.max(1, Math.abs(theirs)))
}

/** An account with some positions, all marks moved. */
const draw = (random: () => number) => {
  const wallets = { USDT: 1e5, USDC: 1e5, BTC: 5, ETH: 50, BNB: 200 }
  const exchange = new Exchange(newState({ seed: 1 + Math.floor(random() * 1e6), now: 1, wallets }))
  const symbols = [...contracts.keys()]
  for (let count = 0; count < 6; count += 1) {
    const symbol = symbols[Math.floor(random() * Math.min(16, symbols.length))]!
    const spec = contractOf(symbol)
    exchange.setMarginMode(symbol, random() < 0.5 ? 'isolated' : 'cross')
    exchange.setLeverage(symbol, [2, 5, 10, 20][Math.floor(random() * 4)]!)
    const size = 200 * 1000 ** random()
    const exact = spec.kind === 'linear' ? size / spec.price : size / spec.contractSize
    const quantity = Math.max(1, Math.round(exact / spec.lot)) * spec.lot
    exchange.marketOrder({ symbol, side: random() < 0.5 ? 'buy' : 'sell', quantity })
  }
  for (const { symbol } of exchange.account.positions) {
    const market = exchange.market(symbol)
    // By hand: a mark may be anywhere without a liquidation.
    market.mark *= 0.97 + 0.06 * random()
  }
  return exchange
}

describe('the practice exchange agrees', () => {
  const random = generator(17)
  const worlds = Array.from({ length: 60 }, () => draw(random))
  const all = worlds.flatMap((exchange) =>
    exchange.account.positions.map((position) => ({ exchange, position })),
  )

  test('there is enough of every kind to agree on', () => {
    const kinds = all.map(
      ({ position }) =>
        `${contractOf(position.symbol).kind} ${position.marginMode} ${position.side}`,
    )
    for (const kind of ['linear', 'inverse']) {
      for (const mode of ['isolated', 'cross']) {
        for (const side of ['long', 'short']) {
          const count = kinds.filter((one) => one === `${kind} ${mode} ${side}`).length
          expect(count, `${kind} ${mode} ${side}`).toBeGreaterThanOrEqual(5)
        }
      }
    }
  })

  test('on notional, PnL, initial and maintenance margin', () => {
    for (const { exchange, position } of all) {
      const theirs = exchange.figures(position)
      const figures = figuresOf(position)
      const markPrice = d(theirs.mark)
      const leverage = d(position.leverage)
      const brackets = bracketsOf(position.symbol)
      near(notional(figures, markPrice), theirs.notional)
      near(unrealizedPnl(figures, markPrice), theirs.pnl)
      near(initialMargin({ figures, markPrice, leverage }), theirs.initialMargin)
      near(maintenanceMargin(notional(figures, markPrice), brackets), theirs.maintenanceMargin)
    }
  })

  test('on isolated liquidation price and ratio', () => {
    for (const { exchange, position } of all) {
      if (position.marginMode !== 'isolated') continue
      const theirs = exchange.figures(position)
      const figures = figuresOf(position)
      const brackets = bracketsOf(position.symbol)
      const markPrice = d(theirs.mark)
      const walletBalance = d(position.wallet)
      const asked = maintenanceMargin(notional(figures, markPrice), brackets)
      near(liquidationPrice(figures, walletBalance, brackets), theirs.liquidationPrice)
      const marginBalance = walletBalance.plus(unrealizedPnl(figures, markPrice))
      if (theirs.marginRatio > 0) {
        near(marginRatio({ maintenanceMargin: asked, marginBalance }), theirs.marginRatio)
      }
    }
  })

  test('on what an addition does', () => {
    for (const { exchange, position } of all) {
      if (position.marginMode !== 'isolated') continue
      const { mark } = exchange.figures(position)
      for (const part of [0.01, 0.1, 0.5]) {
        const wallet = position.wallet * (1 + part)
        const ours = liquidationPrice(figuresOf(position), d(wallet), bracketsOf(position.symbol))
        near(ours, isolatedLiquidation(position, wallet, mark))
      }
    }
  })
})
