import type { MarginChange, PositionModel } from '@/lib/rules'
import { useTranslation } from '../translation-context'
import { type Amount, moneyOf } from './matched'

type RowProps = {
  name: 'liquidation' | 'distance' | 'at-stake' | 'capital-share'
  before: Amount | null
  after: Amount | null
  print: (amount: Amount) => string
  /** For an `after` that is known to be none. */
  never?: boolean
}

const Row = ({ name, before, after, print, never = false }: RowProps) => {
  const { t } = useTranslation()
  const shown = (amount: Amount | null) => (amount === null ? t('unknown') : print(amount))
  return (
    <div class="row">
      <dt>{t(`decision.${name}`)}</dt>
      <dd
        class="figure"
        data-field={`${name}-after`}
        {...(after !== null && { 'data-value': after.toFixed() })}
      >
        {t('decision.before-after', {
          before: shown(before),
          after: never ? t('decision.never') : shown(after),
        })}
      </dd>
    </div>
  )
}

const valueOf = (figure: { value: Amount } | { missing: string }): Amount | null =>
  'value' in figure ? figure.value : null

export type Changed = {
  position: PositionModel
  change: Pick<MarginChange, 'after' | 'atStake' | 'capitalShare'>
}

/** Before → after, and where the figure comes from. */
export const ChangeRows = ({ model }: { model: Changed }) => {
  const { t, formats } = useTranslation()
  const { position, change } = model
  const { facts, evaluation } = position
  const { liquidationPrice } = facts
  const digits = 'value' in liquidationPrice ? (liquidationPrice.decimals ?? 2) : 2
  const price = (value: Amount) => formats.price(value, digits)
  const percent = (value: Amount) => formats.percent(value, 'down')
  const share = (value: Amount) => formats.percent(value, 'up')
  const money = moneyOf(model, formats)
  const { after } = change
  const { low, high } = after?.interval ?? { low: null, high: null }
  const interval =
    low !== null && high !== null
      ? t('decision.interval', { low: price(low), high: price(high) })
      : low !== null
        ? t('decision.at-least', { low: price(low) })
        : high !== null
          ? t('decision.at-most', { high: price(high) })
          : null
  const isNever = after !== null && after.price === null && after.assumes !== 'unknown'
  return (
    <>
      <dl>
        <Row
          name="liquidation"
          before={valueOf(liquidationPrice)}
          after={after?.price?.value ?? null}
          print={price}
          never={isNever}
        />
        <Row
          name="distance"
          before={valueOf(evaluation.distance)}
          after={after?.distance ?? null}
          print={percent}
        />
        <Row
          name="at-stake"
          before={change.atStake.before}
          after={change.atStake.after}
          print={money}
        />
        <Row
          name="capital-share"
          before={change.capitalShare.before}
          after={change.capitalShare.after}
          print={share}
        />
      </dl>
      {after?.price?.from === 'page' && (
        <p class="quiet" data-check={after.check}>
          {t('decision.from-page')}
          {after.check === 'agrees' && ` ${t('decision.agrees')}`}
          {after.check === 'differs' &&
            ` ${t('decision.differs', { interval: interval ?? t('unknown') })}`}
        </p>
      )}
      {after?.price?.from === 'ours' && (
        <p class="quiet" data-check={after.check}>
          {t('decision.from-ours')} {interval}
        </p>
      )}
      {after !== null &&
        (after.assumes === 'same-bracket' || after.assumes === 'likely-bracket') && (
          <p class="quiet">{t('decision.assumes-bracket')}</p>
        )}
    </>
  )
}
