import { contracts } from './contracts.ts'
import type { Account, ExchangeState } from './state.ts'

const HOUR = 3_600_000

export type NewExchange = {
  seed?: number
  now?: number
  wallets?: Record<string, number>
}

const defaultWallets = { USDT: 2_000, USDC: 1_000, BTC: 0.05, ETH: 1, BNB: 5 }

const newAccount = (wallets: Record<string, number>): Account => ({
  wallets: { ...wallets },
  spot: { USDT: 500, USDC: 500, BTC: 0.01, ETH: 0.1, BNB: 1 },
  positions: [],
  orders: [],
  conditionals: [],
  closed: [],
  positionMode: 'one-way',
  assetMode: 'single',
  leverage: {},
  marginMode: {},
})

/** Settlements fall on full hours UTC, every so many of them. */
export const nextFundingAfter = (now: number, hours: number): number => {
  const length = hours * HOUR
  return (Math.floor(now / length) + 1) * length
}

/** A market at its starting prices, and two accounts with the same wallets and no position. */
export const newState = ({ seed = 1, now = 0, wallets = defaultWallets }: NewExchange = {}) => {
  const state: ExchangeState = {
    now,
    random: { seed },
    accounts: { main: newAccount(wallets), second: newAccount(wallets) },
    active: 'main',
    markets: {},
    nextId: 1,
    log: [],
  }
  for (const { symbol, price, fundingHours, delivery } of contracts.values()) {
    state.markets[symbol] = {
      mark: price,
      last: price,
      index: price,
      fundingRate: delivery === null ? 0.0001 : 0,
      nextFunding: nextFundingAfter(now, fundingHours),
    }
  }
  return state
}
