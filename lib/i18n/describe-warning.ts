import type { Decimal } from '@/lib/margin'
import type { Warning } from '@/lib/rules'
import type { Arguments } from './message'
import type { Translation } from './translate'

/** What a sentence needs besides the warning: the asset of the position's amounts, and the time. */
export type WarningContext = { asset: string | null; now: number }

const unknownOr = (
  figure: Decimal | null,
  print: (figure: Decimal) => string,
  { t }: Translation,
): string => (figure === null ? t('unknown') : print(figure))

const argumentsOf = (
  warning: Warning,
  translation: Translation,
  { asset, now }: WarningContext,
): Arguments => {
  const { formats } = translation
  const money = (amount: Decimal | null) =>
    unknownOr(amount, (value) => formats.amount(value, asset, 'up'), translation)
  switch (warning.code) {
    case 'LIQUIDATION_NEAR':
    case 'LIQUIDATION_PRICE_CROSSED':
      return { distance: formats.percent(warning.distance, 'down') }
    case 'MARGIN_ALLOWANCE_USED':
      return { additions: warning.additions, allowed: warning.allowed }
    case 'MARGIN_ADDED_AGAIN':
      return {
        additions: warning.additions,
        allowed: warning.allowed,
        losing: warning.losing ? 1 : 0,
        atStake: money(warning.atStake),
        loss: money(warning.loss),
      }
    case 'STILL_LOSING_AFTER_ADDING':
      return { loss: money(warning.loss) }
    case 'STOP_LOSS_MISSING':
      return { duration: formats.duration(now - warning.since) }
    case 'ADDITION_TOO_LARGE':
    case 'CAPITAL_SHARE_HIGH':
    case 'CAPITAL_SHARE_OVER_LIMIT':
      return {
        share: formats.percent(warning.share, 'up'),
        threshold: formats.percent(warning.threshold, 'up'),
      }
    case 'LEVERAGE_HIGH':
      return { leverage: warning.leverage.toFixed(), allowed: warning.allowed }
    case 'CROSS_MARGIN_SHARED':
      return { others: warning.sharedWith.length }
    case 'AVAILABLE_BALANCE_SHORT':
      return { available: formats.amount(warning.available, asset, 'down') }
    case 'STOP_LOSS_BEYOND_LIQUIDATION':
    case 'STOP_LOSS_NEAR_LIQUIDATION':
    case 'STOP_LOSS_UNKNOWN':
    case 'POSITION_INCREASED_WHILE_LOSING':
      return {}
  }
}

/** The headline of a warning and the sentence that explains it. */
export const describeWarning = (
  warning: Warning,
  translation: Translation,
  context: WarningContext,
): { title: string; detail: string } => {
  const given = argumentsOf(warning, translation, context)
  return {
    title: translation.t(`warning.${warning.code}`, given),
    detail: translation.t(`warning.${warning.code}.detail`, given),
  }
}

/** The sentence of a warning and a reason that fits into a card of 300 px. */
export const describeBriefly = (
  warning: Warning,
  translation: Translation,
  context: WarningContext,
): { title: string; detail: string } => {
  const said = describeWarning(warning, translation, context)
  const { code } = warning
  // Whose own reason says more than there is room for.
  if (code !== 'LIQUIDATION_NEAR' && code !== 'MARGIN_ADDED_AGAIN') return said
  const given = argumentsOf(warning, translation, context)
  return { ...said, detail: translation.t(`reason.${code}`, given) }
}

/** The same in two words: for a chip, a row and the folded panel. */
export const shortWarning = (
  warning: Warning,
  translation: Translation,
  context: WarningContext,
): string => translation.t(`short.${warning.code}`, argumentsOf(warning, translation, context))
