import type { Formats } from '@/lib/i18n'
import type { CompanionModel } from '@/lib/rules/decision'

/** The dialog, and the one position that it is for. */
export type Matched = Extract<CompanionModel, { state: 'matched' }>

export type Amount = Parameters<Formats['amount']>[0]

/** Money of the position's asset, rounded towards danger. */
export const moneyOf =
  ({ position }: Pick<Matched, 'position'>, formats: Formats) =>
  (amount: Amount): string =>
    formats.amount(amount, position.facts.marginAsset, 'up')
