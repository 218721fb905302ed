import type { Decimal } from '@/lib/margin'
import type { Money } from '../facts/money'
import type { CrossPool } from './account'
import type { Direction } from '../facts/liquidation'

export type Severity = 'info' | 'caution' | 'danger'

/** A way out of the trouble. There is none called "add margin". */
export type WayOut = 'set-stop' | 'reduce' | 'close'

export const ALL_WAYS_OUT: readonly WayOut[] = ['set-stop', 'reduce', 'close']

/**
 * Codes and figures, no sentences: the sentences are in lib/i18n. Codes are never reworded once
 * released. Fractions are fractions; prices are quote per base; amounts are in the margin asset.
 */
export type WarningDetail =
  | {
      code: 'LIQUIDATION_NEAR'
      distance: Decimal
      threshold: Decimal
      /** Which way the mark has to go, where the side alone does not say it; `null`: it does. */
      direction: Direction | null
      /** Both legs of the contract are liquidated at one price. */
      shared: boolean
    }
  | {
      code: 'LIQUIDATION_PRICE_CROSSED'
      /** The mark is beyond the price, or the account's margin ratio has reached 100 %. */
      by: 'price' | 'account'
    }
  | { code: 'MARGIN_ALLOWANCE_USED'; additions: number; allowed: number }
  | {
      code: 'MARGIN_ADDED_AGAIN'
      additions: number
      allowed: number
      losing: boolean
      atStake: Decimal | null
      /** Now; `null`: none, or not known. */
      loss: Decimal | null
      /** When margin was last added; `null`: not known. Zero: there was none. */
      lossThen: Decimal | null
    }
  | { code: 'STILL_LOSING_AFTER_ADDING'; additions: number; loss: Decimal | null }
  | { code: 'ADDITION_TOO_LARGE'; share: Decimal; threshold: Decimal }
  | { code: 'STOP_LOSS_MISSING'; since: number }
  /** `sure`: there are stop-losses for a part; else the page says only that something is set for one. */
  | { code: 'STOP_LOSS_PARTIAL'; count: number | null; sure: boolean; ordersRead: boolean }
  | { code: 'STOP_LOSS_WRONG_SIDE'; stopPrice: Decimal; markPrice: Decimal }
  | { code: 'STOP_LOSS_BEYOND_LIQUIDATION'; stopPrice: Decimal; liquidationPrice: Decimal }
  | {
      code: 'STOP_LOSS_NEAR_LIQUIDATION'
      stopPrice: Decimal
      liquidationPrice: Decimal
      /** Of the way from entry to liquidation. */
      clearance: Decimal
    }
  /** The TP/SL columns are out of sight, or empty while an open order may be a stop-loss. */
  | {
      code: 'STOP_LOSS_UNKNOWN'
      columns: 'hidden' | 'empty'
      orders: number | null
      /** To look at the open orders once more would tell nothing new. */
      ordersRead: boolean
    }
  | { code: 'CAPITAL_SHARE_HIGH'; share: Decimal; threshold: Decimal }
  | { code: 'CAPITAL_SHARE_OVER_LIMIT'; share: Decimal; threshold: Decimal }
  /** Of a cross position: it is paid from the balance, and no margin bounds it. */
  | { code: 'OPEN_LOSS_LARGE'; loss: Decimal; share: Decimal; threshold: Decimal }
  | { code: 'LEVERAGE_HIGH'; leverage: Decimal; allowed: number }
  | {
      code: 'CROSS_MARGIN_SHARED'
      balance: Money | null
      sharedWith: readonly string[]
      pool: CrossPool
    }
  | { code: 'POSITION_INCREASED_WHILE_LOSING'; times: number }

export type WarningCode = WarningDetail['code']

export type Warning = WarningDetail & { severity: Severity; waysOut: readonly WayOut[] }

export const warn = (
  severity: Severity,
  detail: WarningDetail,
  waysOut: readonly WayOut[] = [],
): Warning => ({ ...detail, severity, waysOut })

const rank: Record<Severity, number> = { danger: 0, caution: 1, info: 2 }

/** The worst first; within a severity the order in which they were found. */
export const bySeverity = (a: Warning, b: Warning): number => rank[a.severity] - rank[b.severity]
