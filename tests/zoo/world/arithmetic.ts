import type { Contract } from './contract.ts'
import { maintenanceOf } from './tiers.ts'

/** Written apart from lib/margin, from the exchange's own texts: one checks the other. */
export type Leg = {
  contract: Contract
  side: 'long' | 'short'
  /** Base coin, or contracts. */
  quantity: number
  entryPrice: number
}

export const signOf = ({ side }: Pick<Leg, 'side'>): 1 | -1 => (side === 'long' ? 1 : -1)

/** In the margin asset. */
export const notionalAt = (
  { contract, quantity }: Pick<Leg, 'contract' | 'quantity'>,
  price: number,
): number =>
  contract.kind === 'linear' ? quantity * price : (quantity * contract.contractSize) / price

export const pnlAt = (leg: Leg, price: number): number => {
  const { contract, quantity, entryPrice } = leg
  return contract.kind === 'linear'
    ? signOf(leg) * quantity * (price - entryPrice)
    : signOf(leg) * quantity * contract.contractSize * (1 / entryPrice - 1 / price)
}

export const maintenanceAt = (leg: Leg, price: number): number =>
  maintenanceOf(leg.contract.tiers, notionalAt(leg, price))
