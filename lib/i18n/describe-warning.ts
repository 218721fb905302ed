import type { Decimal } from '@/lib/margin'
import type { Warning } from '@/lib/rules/position'
import type { PanelKey } from './en'
import type { Arguments } from './message'
import type { Translation } from './translate'

/** What a sentence needs besides the warning: how this position's figures are printed. */
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
      return { distance: formats.distance(warning.distance) }
    case 'MARGIN_ALLOWANCE_USED':
      return { additions: warning.additions, allowed: warning.allowed }
    case 'MARGIN_ADDED_AGAIN':
      return {
        additions: warning.additions,
        allowed: warning.allowed,
        losing: warning.losing ? 1 : 0,
        atStake: money(warning.atStake),
        loss: money(warning.loss),
        then: money(warning.lossThen),
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
    case 'OPEN_LOSS_LARGE':
      return { share: formats.percent(warning.share, 'up'), loss: money(warning.loss) }
    case 'LEVERAGE_HIGH':
      return { leverage: warning.leverage.toFixed(), allowed: warning.allowed }
    case 'CROSS_MARGIN_SHARED':
      return {
        others: warning.sharedWith.length,
        asset: warning.balance?.asset ?? translation.t('unknown'),
      }
    case 'STOP_LOSS_UNKNOWN':
      return { orders: warning.orders ?? 0 }
    case 'LIQUIDATION_PRICE_CROSSED':
    case 'STOP_LOSS_PARTIAL':
    case 'STOP_LOSS_WRONG_SIDE':
    case 'STOP_LOSS_BEYOND_LIQUIDATION':
    case 'STOP_LOSS_NEAR_LIQUIDATION':
    case 'POSITION_INCREASED_WHILE_LOSING':
      return {}
  }
}

/** Headline and explanation. One code may have several sentences: each has to be true of this position. */
const textsOf = (warning: Warning): readonly [title: PanelKey, ...details: PanelKey[]] => {
  const title = `warning.${warning.code}` as const
  const detail = `${title}.detail` as const
  switch (warning.code) {
    case 'LIQUIDATION_NEAR':
      return [
        warning.direction === null ? title : `warning.LIQUIDATION_NEAR.${warning.direction}`,
        warning.shared ? 'warning.LIQUIDATION_NEAR.detail.shared' : detail,
      ]
    case 'LIQUIDATION_PRICE_CROSSED':
      return warning.by === 'price'
        ? [title, detail]
        : [`warning.${warning.code}.account`, `warning.${warning.code}.account.detail`]
    case 'MARGIN_ADDED_AGAIN': {
      if (!warning.losing || warning.loss === null) return [title, detail]
      const loss = warning.lossThen === null ? 'loss' : 'loss-then'
      return [title, detail, `warning.MARGIN_ADDED_AGAIN.${loss}`]
    }
    case 'STOP_LOSS_PARTIAL':
      return warning.sure
        ? [title, detail]
        : [`warning.${warning.code}.unsure`, `warning.${warning.code}.unsure.detail`]
    case 'STOP_LOSS_UNKNOWN': {
      if (warning.columns === 'hidden') return [title, detail]
      const known = warning.orders === null ? 'maybe' : 'orders'
      return [`warning.${warning.code}.orders`, `warning.${warning.code}.${known}.detail`]
    }
    case 'CROSS_MARGIN_SHARED': {
      if (warning.pool === 'asset') return [title, detail]
      const pool = warning.pool === 'account' ? 'pooled' : 'perhaps'
      return [title, `warning.CROSS_MARGIN_SHARED.detail.${pool}`]
    }
    default:
      return [title, detail]
  }
}

/** The headline of a warning and the sentences that explain it. */
export const describeWarning = (
  warning: Warning,
  translation: Translation,
  context: WarningContext,
): { title: string; detail: string } => {
  const given = argumentsOf(warning, translation, context)
  const [title, ...details] = textsOf(warning)
  return {
    title: translation.t(title, given),
    detail: details.map((key) => translation.t(key, given)).join(' '),
  }
}

/** The sentence of a warning and a reason that fits into a card of 300 px. */
export const describeBriefly = (
  warning: Warning,
  translation: Translation,
  context: WarningContext,
): { title: string; detail: string } => {
  const said = describeWarning(warning, translation, context)
  const given = argumentsOf(warning, translation, context)
  const brief = (key: PanelKey, values: Arguments = given) => ({
    ...said,
    detail: translation.t(key, values),
  })
  switch (warning.code) {
    case 'LIQUIDATION_NEAR':
      return brief('reason.LIQUIDATION_NEAR')
    case 'MARGIN_ADDED_AGAIN':
      if (warning.loss === null) return brief('reason.MARGIN_ADDED_AGAIN', { ...given, losing: 0 })
      return warning.losing && warning.lossThen !== null
        ? brief('reason.MARGIN_ADDED_AGAIN.then')
        : brief('reason.MARGIN_ADDED_AGAIN')
    default:
      // Its own reason fits.
      return said
  }
}

/** The same in two words: for a chip, a row and the folded panel. */
export const shortWarning = (
  warning: Warning,
  translation: Translation,
  context: WarningContext,
): string => translation.t(`short.${warning.code}`, argumentsOf(warning, translation, context))
