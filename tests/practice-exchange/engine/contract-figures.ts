import { contractOf } from './contracts.ts'
import type { Position } from './state.ts'
import { maintenance } from './tiers.ts'

export type Sized = Pick<Position, 'symbol' | 'side' | 'quantity' | 'entryPrice'>

export const direction = ({ side }: Pick<Position, 'side'>): 1 | -1 => (side === 'long' ? 1 : -1)

/** Quote (linear) or coin (inverse). */
export const notionalAt = (position: Pick<Sized, 'symbol' | 'quantity'>, price: number): number => {
  const spec = contractOf(position.symbol)
  return spec.kind === 'linear'
    ? position.quantity * price
    : (position.quantity * spec.contractSize) / price
}

/** In the margin asset. */
export const pnlAt = (position: Sized, price: number): number => {
  const spec = contractOf(position.symbol)
  const { quantity, entryPrice } = position
  return spec.kind === 'linear'
    ? direction(position) * quantity * (price - entryPrice)
    : direction(position) * quantity * spec.contractSize * (1 / entryPrice - 1 / price)
}

export const maintenanceAt = (
  position: Pick<Sized, 'symbol' | 'quantity'>,
  price: number,
): number => maintenance(contractOf(position.symbol).tiers, notionalAt(position, price))
