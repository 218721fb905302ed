import { assetClass, type Decimal, isDollar } from '@/lib/margin'
import { CREDITS } from '@/lib/margin/rows'
import type { AccountFacts, OpenOrdersFacts, PositionFacts } from '../facts/facts'
import { type Figure, known } from '../facts/figure'
import type { Limits } from '../limits/limits'
import { type Money, typedMoney } from '../facts/money'

export type PositionMode = 'one-way' | 'hedge' | 'unknown'

/** Credits: multi-assets mode whose amounts are printed in BNFCR. */
export type AssetMode = 'single' | 'multi' | 'credits' | 'unknown'

/** The balance that the page prints, and the margin ratio of everything in cross mode that stands on it. */
type Balance = AccountFacts & { asset: string }

/** What stands behind the positions, and what everything else asks about it. */
export type Account = {
  positionMode: PositionMode
  assetMode: AssetMode
  /** The page prints one, in one asset; `null`: it is not in sight. */
  balance: Balance | null
  openOrders: OpenOrdersFacts
}

/** Of an account that is not in sight nothing is known. */
export const nothingInSight: Account = {
  positionMode: 'unknown',
  assetMode: 'unknown',
  balance: null,
  openOrders: { count: null, orders: null, complete: false, readAt: null },
}

/** What the reader says of the account, whether there are positions or not. */
export type AccountInput = {
  account: AccountFacts
  positionMode: PositionMode
  openOrders: OpenOrdersFacts
}

/** A balance in plain dollars exists only where all assets are counted together. */
const COUNTED_TOGETHER = 'USD'

const assetModeOf = ({ assetMode, asset }: AccountFacts): AssetMode => {
  if (asset === CREDITS) return 'credits'
  return known(assetMode) ?? (asset === COUNTED_TOGETHER ? 'multi' : 'unknown')
}

export const accountOf = ({ account, positionMode, openOrders }: AccountInput): Account => ({
  positionMode,
  assetMode: assetModeOf(account),
  balance: account.asset === null ? null : { ...account, asset: account.asset },
  openOrders,
})

/** One balance stands behind every cross position, whatever it is margined in. */
const isPooled = ({ assetMode }: Pick<Account, 'assetMode'>): boolean =>
  assetMode === 'multi' || assetMode === 'credits'

/** The balance that a position of this margin asset stands on; `null`: not in sight. */
export const balanceBehind = (account: Account, asset: string | null): Balance | null => {
  const { balance } = account
  if (balance === null) return null
  const isBehind = isPooled(account) ? isDollar(balance.asset) : balance.asset === asset
  return isBehind ? balance : null
}

/** All of a balance; `null`: its amount is not known. */
export const moneyIn = ({ asset, marginBalance }: Balance): Money | null => {
  const amount = known(marginBalance)
  return amount && { amount, asset }
}

/** In an asset that may be compared with: dollars with dollars, bitcoin with bitcoin. */
const comparable = (money: Money | null, asset: string | null): Figure<Decimal> => {
  if (money === null || asset === null) return { missing: 'unknown' }
  return assetClass(money.asset) === assetClass(asset)
    ? { value: money.amount }
    : { missing: 'other-asset' }
}

/**
 * What a position of this margin asset is a share of: the trader's own figure, else the balance that
 * the page prints. Ten thousand dollars say nothing about a wallet in bitcoin.
 */
export const capitalFor = (
  account: Account,
  asset: string | null,
  limits: Pick<Limits, 'capital'>,
): Figure<Decimal> => {
  const typed = typedMoney(limits.capital)
  if (typed !== null) return comparable(typed, asset)
  const balance = balanceBehind(account, asset)
  if (balance !== null) return comparable(moneyIn(balance), asset)
  return { missing: asset !== null && account.balance !== null ? 'other-asset' : 'unknown' }
}

/** Free money for a position of this margin asset; `null`: not known, or in another asset. */
export const availableFor = (account: Account, asset: string | null): Decimal | null => {
  const balance = balanceBehind(account, asset)
  if (balance === null || asset === null) return null
  return assetClass(balance.asset) === assetClass(asset) ? known(balance.availableBalance) : null
}

/**
 * Who shares the balance of a cross position. `asset`: all cross positions of its margin asset;
 * `account`: all cross positions there are, counted in dollars; `unknown`: one of the two.
 */
export type CrossPool = 'asset' | 'account' | 'unknown'

/** The other cross positions that stand, or may stand, on the same balance. */
export const crossPartners = (
  account: Account,
  position: PositionFacts,
  crossPositions: readonly PositionFacts[],
): { pool: CrossPool; keys: readonly string[] } => {
  const others = crossPositions.filter(({ key }) => key !== position.key)
  const ofAsset = others.filter(({ marginAsset }) => marginAsset === position.marginAsset)
  const keys = (positions: readonly PositionFacts[]) => positions.map(({ key }) => key)
  if (isPooled(account)) return { pool: 'account', keys: keys(others) }
  if (account.assetMode === 'single' || ofAsset.length === others.length) {
    return { pool: 'asset', keys: keys(ofAsset) }
  }
  return { pool: 'unknown', keys: keys(others) }
}
