import { useEffect, useState } from 'preact/hooks'
import type { CompanionModel } from '@/lib/rules/decision'
import type { Place } from '@/lib/rules/layout'
import { Lesson } from '../tools/Lesson'
import { useTranslation } from '../translation-context'
import { ChangeRows } from './ChangeRows'
import { DecisionPause } from './DecisionPause'
import { type Matched, moneyOf } from './matched'
import { SixQuestions } from './SixQuestions'
import { VerdictLine } from './VerdictLine'

type Props = {
  model: CompanionModel
  place: Place
  /** Milliseconds of the pause beyond the limit; 0: none. */
  pause: number
}

const Facts = ({ model, pause }: { model: Matched; pause: number }) => {
  const { t, formats } = useTranslation()
  const { change } = model
  const money = moneyOf(model, formats)
  const past = change.addition?.past === true && change.change?.gt(0) === true
  const [paused, setPaused] = useState(false)
  const [dismissed, setDismissed] = useState(false)
  useEffect(() => {
    if (!past || dismissed || pause === 0) return undefined
    setPaused(true)
    const timer = setTimeout(() => {
      setPaused(false)
      setDismissed(true)
    }, pause)
    return () => {
      clearTimeout(timer)
    }
  }, [past, dismissed, pause])
  if (paused && past && !dismissed) {
    return (
      <DecisionPause
        loss={change.loss === null ? null : money(change.loss)}
        onDismiss={() => {
          setDismissed(true)
        }}
      />
    )
  }
  if (change.change === null) return <p class="quiet">{t('decision.type')}</p>
  return (
    <>
      <ChangeRows model={model} />
      {change.addition !== null && (
        <p data-field="addition" data-value={String(change.addition.number)}>
          {t('decision.addition', {
            number: change.addition.number,
            allowed: formats.count(change.addition.allowed),
          })}
        </p>
      )}
      {change.loss !== null && (
        <p class="loss" data-field="loss-stays" data-value={change.loss.toFixed()}>
          {t('decision.loss-stays', { loss: money(change.loss) })}
        </p>
      )}
      {change.overMost !== null && change.short?.gt(0) !== true && (
        <p class="warned" data-field="over-most" data-value={change.overMost.toFixed()}>
          {t('decision.over-most', {
            most: formats.amount(change.overMost, model.position.facts.marginAsset, 'down'),
          })}
        </p>
      )}
      {change.short?.gt(0) === true && (
        <p class="warned" data-field="short" data-value={change.short.toFixed()}>
          {t('decision.short', { short: money(change.short) })}
        </p>
      )}
      <VerdictLine model={model} />
      <p class="quiet">{t(change.change.isNeg() ? 'decision.removal' : 'decision.free')}</p>
      {(change.addition?.number ?? 0) > 1 && <Lesson name="digs-deeper" />}
      {change.addition?.number === 1 && <Lesson name="not-safer" />}
      <SixQuestions model={model} />
    </>
  )
}

/** Facts next to the page's own dialog. It blocks nothing, and goes when the dialog does. */
export const MarginCompanion = ({ model, place, pause }: Props) => {
  const { t } = useTranslation()
  return (
    <section
      class="companion"
      data-companion={model.state}
      aria-label={t('decision.label')}
      style={{
        left: `${String(place.left)}px`,
        top: `${String(place.top)}px`,
        width: `${String(place.width)}px`,
        maxHeight: `${String(place.maxHeight)}px`,
      }}
    >
      <h2>{t('decision.title')}</h2>
      {model.state === 'unmatched' ? (
        <p class="quiet">{t('decision.unmatched')}</p>
      ) : (
        <Facts key={model.position.facts.key} model={model} pause={pause} />
      )}
    </section>
  )
}
