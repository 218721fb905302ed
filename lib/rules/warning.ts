import type { Decimal } from '@/lib/margin'

export type Severity = 'info' | 'caution' | 'danger'

/** A way out of the trouble. There is none called "add margin". */
export type WayOut = 'set-stop' | 'reduce' | 'close'

/**
 * Codes and figures, no sentences: the sentences are in lib/i18n. Codes are never reworded once
 * released. Fractions are fractions; prices are quote per base; amounts are in the margin asset.
 */
export type WarningDetail =
  | { code: 'LIQUIDATION_NEAR'; distance: Decimal; threshold: Decimal }
  | { code: 'LIQUIDATION_PRICE_CROSSED'; distance: Decimal }
  | { code: 'MARGIN_ALLOWANCE_USED'; additions: number; allowed: number }
  | {
      code: 'MARGIN_ADDED_AGAIN'
      additions: number
      allowed: number
      losing: boolean
      atStake: Decimal | null
      loss: Decimal | null
    }
  | { code: 'STILL_LOSING_AFTER_ADDING'; additions: number; loss: Decimal | null }
  | { code: 'ADDITION_TOO_LARGE'; share: Decimal; threshold: Decimal }
  | { code: 'STOP_LOSS_MISSING'; since: number }
  | { code: 'STOP_LOSS_BEYOND_LIQUIDATION'; stopPrice: Decimal; liquidationPrice: Decimal }
  | {
      code: 'STOP_LOSS_NEAR_LIQUIDATION'
      stopPrice: Decimal
      liquidationPrice: Decimal
      /** Of the way from entry to liquidation. */
      clearance: Decimal
    }
  | { code: 'STOP_LOSS_UNKNOWN' }
  | { code: 'CAPITAL_SHARE_HIGH'; share: Decimal; threshold: Decimal }
  | { code: 'CAPITAL_SHARE_OVER_LIMIT'; share: Decimal; threshold: Decimal }
  | { code: 'LEVERAGE_HIGH'; leverage: Decimal; allowed: number }
  | { code: 'CROSS_MARGIN_SHARED'; balance: Decimal | null; sharedWith: readonly string[] }
  | { code: 'AVAILABLE_BALANCE_SHORT'; available: Decimal; wanted: Decimal }
  | { code: 'POSITION_INCREASED_WHILE_LOSING'; times: number }

export type WarningCode = WarningDetail['code']

export type Warning = WarningDetail & { severity: Severity; waysOut: readonly WayOut[] }

const rank: Record<Severity, number> = { danger: 0, caution: 1, info: 2 }

/** The worst first; within a severity the order in which they were found. */
export const bySeverity = (a: Warning, b: Warning): number => rank[a.severity] - rank[b.severity]
