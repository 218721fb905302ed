import { useState } from 'preact/hooks'
import { known, typedFigure } from '@/lib/rules/facts'
import {
  effectOf,
  endOfEffect,
  marginSlider,
  type MarginSlider,
  whatIf,
} from '@/lib/rules/planning'
import type { PositionModel } from '@/lib/rules/position'
import { ChangeRows } from '../decision/ChangeRows'
import { usePanel } from '../panel-context'
import { useTranslation } from '../translation-context'
import { EndOfEffectLine } from './EndOfEffectLine'
import { Lesson } from './Lesson'
import { TypedField } from './TypedField'
import { WantedDistance } from './WantedDistance'

type Props = { position: PositionModel }

const Effect = ({ position, slider }: Props & { slider: MarginSlider }) => {
  const { estimateOf } = usePanel()
  const { t, formats } = useTranslation()
  const { facts, evaluation } = position
  const unit = slider.step.times(10)
  const distance = effectOf(facts, estimateOf(facts.key), unit)
  const end = endOfEffect(facts, evaluation.stop)
  return (
    <>
      {distance !== null && (
        <p data-field="what-if-effect" data-value={distance.toFixed()}>
          {t('what-if.effect', {
            amount: formats.amount(unit, facts.marginAsset, 'up'),
            distance: formats.percent(distance, 'down'),
          })}
        </p>
      )}
      {end !== null && <EndOfEffectLine position={position} end={end} />}
    </>
  )
}

/** What other margin would change. Worked out only while it is open. */
export const WhatIf = ({ position }: Props) => {
  const { t, formats } = useTranslation()
  const [text, setText] = useState('')
  const { estimateOf } = usePanel()
  const { facts, backing } = position
  // A figure may be missing for one reading: what was typed stays, and so does the focus.
  const slider = marginSlider(facts, backing)
  const typed = typedFigure(text)
  const change =
    slider === null || typed === null || typed.isZero()
      ? null
      : whatIf({ position: facts, backing, estimate: estimateOf(facts.key), change: typed })
  const loss = known(facts.unrealizedPnl)
  const money = (amount: MarginSlider['step']) => formats.amount(amount, facts.marginAsset, 'up')
  return (
    <>
      <TypedField
        name="what-if"
        label={t('what-if.amount')}
        text={text}
        unit={facts.marginAsset}
        problem={text.trim() !== '' && typed === null ? t('what-if.not-a-number') : null}
        onText={setText}
      />
      {slider === null ? (
        <p class="quiet">{t('what-if.no-ground')}</p>
      ) : (
        <input
          type="range"
          aria-label={t('what-if.slider')}
          aria-valuetext={money(typed ?? slider.step.times(0))}
          min={slider.min.toFixed()}
          max={slider.max.toFixed()}
          step={slider.step.toFixed()}
          value={typed?.toFixed() ?? '0'}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      {change?.after === null && (
        <p class="warned" data-field="what-if-refused">
          {/* Nothing would be left, or the row does not say enough. */}
          {t(change.atStake.after === null ? 'what-if.too-much' : 'what-if.no-ground')}
        </p>
      )}
      {change?.after && (
        <>
          <ChangeRows model={{ position, change }} />
          {loss?.isNeg() === true && (
            <p class="loss">{t('decision.loss-stays', { loss: money(loss.neg()) })}</p>
          )}
          {change.short?.gt(0) === true && (
            <p class="warned" data-field="what-if-short" data-value={change.short.toFixed()}>
              {t('decision.short', { short: money(change.short) })}
            </p>
          )}
          {slider !== null && typed?.lt(slider.min) === true && (
            <p class="warned">
              {t('what-if.removable', {
                amount: formats.amount(slider.min.neg(), facts.marginAsset, 'down'),
              })}
            </p>
          )}
        </>
      )}
      <WantedDistance position={facts} />
      {slider !== null && <Effect position={position} slider={slider} />}
      <Lesson name="not-safer" />
      <Lesson name="not-size" />
    </>
  )
}
