import type { Account } from './state.ts'

/** What an asset counts for in Multi-Assets mode. */
export type CollateralRate = { index: number; bidBuffer: number; askBuffer: number }

/** Invented, shaped like an exchange's: the assets that stand for each other in Multi-Assets mode. */
const rates: Readonly<Record<string, CollateralRate>> = {
  USDT: { index: 0.9998, bidBuffer: 0.01, askBuffer: 0.01 },
  USDC: { index: 1, bidBuffer: 0, askBuffer: 0 },
}

/**
 * Equity of one asset in USD: min(equity · bid, equity · ask), with bid = index · (1 − bid buffer) and
 * ask = index · (1 + ask buffer). What is owned counts for less, what is owed for more.
 */
export const collateralValue = (
  equity: number,
  { index, bidBuffer, askBuffer }: CollateralRate,
): number => Math.min(equity * index * (1 - bidBuffer), equity * index * (1 + askBuffer))

/** The wallets behind the cross positions of one asset, and the unit in which they are counted. */
export type Backing = {
  unit: string
  assets: readonly string[]
  /** What is owned or owed of an asset, in the unit. */
  equity: (asset: string, amount: number) => number
  /** What is required in an asset, in the unit. */
  requirement: (asset: string, amount: number) => number
}

/** Single-Asset mode: the asset's own wallet. Multi-Assets mode: all collateral, in USD. */
export const backingOf = ({ assetMode }: Pick<Account, 'assetMode'>, asset: string): Backing => {
  if (assetMode === 'single' || rates[asset] === undefined) {
    const same = (_: string, amount: number) => amount
    return { unit: asset, assets: [asset], equity: same, requirement: same }
  }
  const rateOf = (of: string): CollateralRate => {
    const rate = rates[of]
    if (rate === undefined) throw new RangeError(`no collateral: ${of}`)
    return rate
  }
  return {
    unit: 'USD',
    assets: Object.keys(rates),
    equity: (of, amount) => collateralValue(amount, rateOf(of)),
    requirement: (of, amount) => amount * rateOf(of).index,
  }
}
