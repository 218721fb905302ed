import { useState } from 'preact/hooks'
import type { Towards } from '@/lib/i18n'
import { finestDecimals, known, typedFigure } from '@/lib/rules/facts'
import type { Limits } from '@/lib/rules/limits'
import { judgeStop, stopForLoss, stopOutcome, stopZone } from '@/lib/rules/planning'
import type { PositionModel } from '@/lib/rules/position'
import { useTranslation } from '../translation-context'
import { Lesson } from './Lesson'
import { TypedField } from './TypedField'

type Props = { position: PositionModel; limits: Limits }
type Facts = PositionModel['facts']
type Price = NonNullable<ReturnType<typeof typedFigure>>

const usePrice = (facts: Facts) => {
  const { formats } = useTranslation()
  const digits = finestDecimals(facts.markPrice, facts.liquidationPrice)
  return (price: Price, towards?: Towards) => formats.price(price, digits, towards)
}

const Zone = ({ position: { facts }, limits }: Props) => {
  const { t } = useTranslation()
  const print = usePrice(facts)
  const zone = stopZone(facts, limits)
  if (zone === null) return <p class="quiet">{t('stop.zone.unknown')}</p>
  if (zone.state === 'crowded') {
    return (
      <p class="warned" data-field="stop-zone">
        {t('stop.zone.crowded')}
      </p>
    )
  }
  const mark = print(zone.mark)
  return (
    <p data-field="stop-zone" data-value={zone.edge?.toFixed()}>
      {zone.edge !== null
        ? t('stop.zone', { edge: print(zone.edge), mark })
        : t(zone.elsewhere ? 'stop.zone.elsewhere' : 'stop.zone.no-liquidation', { mark })}
    </p>
  )
}

/** What is known of the stops that are set: from the columns, or from an order and how old that is. */
const useExisting = ({ facts, evaluation: { stop } }: PositionModel, now: number): string => {
  const { t, formats } = useTranslation()
  const print = usePrice(facts)
  switch (stop.state) {
    case 'absent':
      return t('stop.existing.none')
    case 'possible':
      // 0: how many they are is not known.
      return t('stop.existing.possible', { orders: stop.orders ?? 0 })
    case 'unknown':
      return t('stop.existing.unknown')
    case 'partial':
      return t(stop.price === null ? 'stop.existing.unknown' : 'stop.existing.part')
    case 'present': {
      const price = known(stop.price)
      if (price === null) return t('stop.existing.unknown')
      return stop.readAt === null
        ? t('stop.existing', { price: print(price) })
        : t('stop.existing.order', {
            price: print(price),
            duration: formats.duration(Math.max(0, now - stop.readAt)),
          })
    }
  }
}

/** What a stop would leave behind, and whether it would act at all. */
const Outcome = ({ position, limits, price, covers }: Props & { price: Price; covers: Price }) => {
  const { t, formats } = useTranslation()
  const { facts, backing } = position
  const verdict = judgeStop(facts, limits, price)
  const outcome = stopOutcome({ position: facts, price, covers, capital: backing.capital })
  const money = (amount: Price) => formats.amount(amount, facts.marginAsset, 'up')
  return (
    <>
      <p
        class={verdict === 'useful' ? 'verdict' : 'verdict warned'}
        data-field="stop-verdict"
        data-verdict={verdict}
      >
        {t(`stop.verdict.${verdict}`)}
      </p>
      {outcome !== null && (verdict === 'useful' || verdict === 'near-liquidation') && (
        <>
          <p
            class={outcome.pnl.isNeg() ? 'loss' : ''}
            data-field="stop-outcome"
            data-value={outcome.pnl.toFixed()}
          >
            {outcome.pnl.isNeg()
              ? t('stop.outcome.loss', { loss: money(outcome.pnl.neg()) })
              : t('stop.outcome.profit', {
                  profit: formats.amount(outcome.pnl, facts.marginAsset, 'down'),
                })}
            {outcome.share !== null &&
              ` (${t('stop.outcome.share', { share: formats.percent(outcome.share, 'up') })})`}
          </p>
          {outcome.uncovered.gt(0) && (
            <p class="warned">
              {t('stop.uncovered', { part: formats.percent(outcome.uncovered, 'up') })}
            </p>
          )}
        </>
      )}
    </>
  )
}

/** Where a stop-loss has to sit, and what it would cost. */
export const StopPlanner = ({ position, limits, now }: Props & { now: number }) => {
  const { t } = useTranslation()
  const { facts } = position
  const print = usePrice(facts)
  const existing = useExisting(position, now)
  const [texts, setTexts] = useState({ price: '', covers: '100', loss: '' })
  const set = (name: keyof typeof texts) => (text: string) => setTexts({ ...texts, [name]: text })
  const figure = (name: keyof typeof texts) => typedFigure(texts[name])
  const problem = (name: keyof typeof texts): string | null =>
    texts[name].trim() === '' || figure(name)?.gt(0) === true ? null : t('stop.not-a-number')

  const part = figure('covers')?.div(100) ?? null
  const covers = part?.gt(0) === true && part.lte(1) ? part : null
  const price = figure('price')
  const loss = figure('loss')
  const nearest =
    loss?.gt(0) === true && covers !== null ? stopForLoss({ position: facts, loss, covers }) : null
  return (
    <>
      <Zone position={position} limits={limits} />
      <p class="quiet" data-field="stop-existing" data-stop={position.evaluation.stop.state}>
        {existing}
      </p>
      <TypedField
        name="stop-covers"
        label={t('stop.covers')}
        text={texts.covers}
        unit="%"
        problem={covers === null ? t('stop.not-a-part') : null}
        onText={set('covers')}
      />
      <TypedField
        name="stop-price"
        label={t('stop.price')}
        text={texts.price}
        problem={problem('price')}
        onText={set('price')}
      />
      {price?.gt(0) === true && covers !== null && (
        <Outcome position={position} limits={limits} price={price} covers={covers} />
      )}
      <TypedField
        name="stop-loss"
        label={t('stop.loss')}
        text={texts.loss}
        unit={facts.marginAsset}
        problem={problem('loss')}
        onText={set('loss')}
      />
      {loss?.gt(0) === true && covers !== null && (
        <>
          <p data-field="stop-nearest" data-value={nearest?.toFixed()}>
            {nearest === null
              ? t('stop.nearest.none')
              : t('stop.nearest', { price: print(nearest) })}
          </p>
          {nearest !== null && (
            <Outcome position={position} limits={limits} price={nearest} covers={covers} />
          )}
        </>
      )}
      <p class="quiet">{t('stop.no-fee')}</p>
      {facts.marginMode === 'cross' && <p class="quiet">{t('stop.cross-moves')}</p>}
      <Lesson name="plan-stop" />
    </>
  )
}
