import type { Towards } from '@/lib/i18n'
import type { MarginChange } from '@/lib/rules/decision'
import { isNone, known, lossDirection } from '@/lib/rules/facts'
import type { PositionModel } from '@/lib/rules/position'
import { decimalsOf } from '../figures/decimals-of'
import { useTranslation } from '../translation-context'
import { type Amount, moneyOf } from './matched'

type RowProps = {
  name: 'liquidation' | 'distance' | 'at-stake' | 'capital-share'
  before: Amount | null
  after: Amount | null
  print: (amount: Amount, when: 'before' | 'after') => string
  /** Known to be none. */
  never?: { before: boolean; after: boolean }
}

/** Before and after as two bars, the longer one as long as the line. Nothing of what is not known. */
const Bars = ({ name, before, after }: Pick<RowProps, 'name' | 'before' | 'after'>) => {
  if (name === 'liquidation' || before === null || after === null) return null
  const [first, second] = [before, after].map((each) => Math.max(0, each.toNumber()))
  const longest = Math.max(first ?? 0, second ?? 0)
  if (longest === 0) return null
  const widthOf = (length = 0) => ({ width: `${String((100 * length) / longest)}%` })
  const isMore = name !== 'distance' && after.gt(before)
  return (
    <div class="bars" aria-hidden="true">
      <i style={widthOf(first)} />
      <i class="after" data-more={isMore ? '' : undefined} style={widthOf(second)} />
    </div>
  )
}

const Row = ({ name, before, after, print, never }: RowProps) => {
  const { t } = useTranslation()
  const shown = (amount: Amount | null, when: 'before' | 'after') => {
    if (never?.[when] === true) return t('decision.never')
    return amount === null ? t('unknown') : print(amount, when)
  }
  return (
    <div class="row">
      <dt>{t(`decision.${name}`)}</dt>
      <dd
        class="figure"
        data-field={`${name}-after`}
        {...(after !== null && { 'data-value': after.toFixed() })}
      >
        {t('decision.before-after', {
          before: shown(before, 'before'),
          after: shown(after, 'after'),
        })}
      </dd>
      <Bars name={name} before={before} after={after} />
    </div>
  )
}

export type Changed = {
  position: PositionModel
  change: Pick<MarginChange, 'after' | 'atStake' | 'capitalShare' | 'noShare'>
}

/** Before → after, and where the figure comes from. */
export const ChangeRows = ({ model }: { model: Changed }) => {
  const { t, formats } = useTranslation()
  const { position, change } = model
  const { facts, evaluation } = position
  const { liquidationPrice } = facts
  const { after } = change
  // As the page prints it, where it prints one; ours with the digits of the price before.
  const digits = decimalsOf(liquidationPrice)
  const price = (value: Amount, towards?: Towards) => formats.price(value, digits, towards)
  // A computed price is never printed farther from the mark than it is.
  const towardsMark = lossDirection(facts.side) === 'up' ? 'down' : 'up'
  const liquidation = (value: Amount, when: 'before' | 'after') => {
    if (when === 'before') return price(value)
    return after?.price?.from === 'page'
      ? formats.price(value, after.price.decimals)
      : price(value, towardsMark)
  }
  const share = (value: Amount) => formats.percent(value, 'up')
  const money = moneyOf(model, formats)
  const { low, high } = after?.interval ?? { low: null, high: null }
  const from = low && price(low, 'down')
  const to = high && price(high, 'up')
  const interval =
    from !== null && to !== null
      ? t('decision.interval', { low: from, high: to })
      : from !== null
        ? t('decision.at-least', { low: from })
        : to !== null
          ? t('decision.at-most', { high: to })
          : null
  const never = { before: isNone(liquidationPrice), after: after?.never === true }
  return (
    <>
      <dl>
        <Row
          name="distance"
          before={known(evaluation.distance)}
          after={after?.distance ?? null}
          print={formats.distance}
          never={never}
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
        <Row
          name="liquidation"
          before={known(liquidationPrice)}
          after={after?.price?.value ?? null}
          print={liquidation}
          never={never}
        />
      </dl>
      {change.noShare === 'other-asset' && (
        <p class="quiet" data-no-share={change.noShare}>
          {t('missing.other-asset')}
        </p>
      )}
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
