import type { Decimal } from '@/lib/margin'
import {
  type Account,
  availableFor,
  balanceBehind,
  capitalFor,
  crossPartners,
  type CrossPool,
  moneyIn,
} from './account'
import type { PositionFacts } from '../facts/facts'
import type { Figure } from '../facts/figure'
import type { Money } from '../facts/money'
import type { Limits } from '../limits/limits'

/** What stands behind one position. */
export type Backing = {
  /** What its margin is a share of, in its margin asset or another of the same class. */
  capital: Figure<Decimal>
  /** The whole balance that a cross position stands on; `null`: not known. */
  balance: Money | null
  /** The part of it that is free, in the position's margin asset; `null`: not known. */
  available: Decimal | null
  /** Maintenance margin ÷ margin balance of all that is in cross mode on that balance. */
  marginRatio: Figure<Decimal>
  pool: CrossPool
  /** Keys of the other cross positions on the balance of a cross position. */
  sharedWith: readonly string[]
}

type Question = {
  position: PositionFacts
  account: Account
  /** All that are in sight. */
  crossPositions: readonly PositionFacts[]
  limits: Pick<Limits, 'capital'>
}

export const backingFor = ({ position, account, crossPositions, limits }: Question): Backing => {
  const { marginAsset } = position
  const balance = balanceBehind(account, marginAsset)
  const { pool, keys } =
    position.marginMode === 'cross'
      ? crossPartners(account, position, crossPositions)
      : ({ pool: 'asset', keys: [] } as const)
  return {
    capital: capitalFor(account, marginAsset, limits),
    balance: balance && moneyIn(balance),
    available: availableFor(account, marginAsset),
    marginRatio: balance?.marginRatio ?? { missing: 'unknown' },
    pool,
    sharedWith: keys,
  }
}
