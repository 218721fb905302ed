import type { Decimal } from '@/lib/margin'
import type { Warning } from '@/lib/rules/position'
import type { PanelKey } from './en'
import type { Arguments } from './message'
import type { Translation } from './translate'

/** What a sentence needs besides the warning: how this position's figures are printed. */
export type WarningContext = { asset: string | null; now: number }

/** Each figure of a warning under its own name, as it is printed: the same kind of figure in the same way. */
const argumentsOf = (
  warning: Warning,
  { t, formats }: Translation,
  { asset, now }: WarningContext,
): Arguments => {
  const share = (fraction: Decimal) => formats.percent(fraction, 'up')
  const money = (amount: Decimal | null) =>
    amount === null ? t('unknown') : formats.amount(amount, asset, 'up')
  const { code } = warning
  return {
    ...('distance' in warning && { distance: formats.distance(warning.distance) }),
    ...('additions' in warning && { additions: warning.additions }),
    ...('allowed' in warning && { allowed: warning.allowed }),
    ...('share' in warning && { share: share(warning.share) }),
    ...('threshold' in warning && { threshold: share(warning.threshold) }),
    ...('loss' in warning && { loss: money(warning.loss) }),
    ...('leverage' in warning && { leverage: warning.leverage.toFixed() }),
    ...('orders' in warning && { orders: warning.orders ?? 0 }),
    ...(code === 'MARGIN_ADDED_AGAIN' && {
      losing: warning.losing ? 1 : 0,
      atStake: money(warning.atStake),
      then: money(warning.lossThen),
    }),
    ...(code === 'STOP_LOSS_MISSING' && { duration: formats.duration(now - warning.since) }),
    ...(code === 'CROSS_MARGIN_SHARED' && {
      others: warning.sharedWith.length,
      asset: warning.balance?.asset ?? t('unknown'),
    }),
  }
}

/** What would tell more: not once all of it was read. */
const toCheck = ({ ordersRead }: { ordersRead: boolean }): PanelKey[] =>
  ordersRead ? [] : ['warning.check-orders']

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
        : [
            `warning.${warning.code}.unsure`,
            `warning.${warning.code}.unsure.detail`,
            ...toCheck(warning),
          ]
    case 'STOP_LOSS_UNKNOWN': {
      if (warning.columns === 'hidden') return [title, detail]
      return [
        `warning.${warning.code}.orders`,
        `warning.${warning.code}.orders.detail`,
        ...toCheck(warning),
      ]
    }
    case 'CROSS_MARGIN_SHARED': {
      // "Counted in unknown" is no sentence; that others share it is true either way.
      if (warning.pool === 'asset') return [title, detail]
      if (warning.pool === 'account' && warning.balance === null) return [title, detail]
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
