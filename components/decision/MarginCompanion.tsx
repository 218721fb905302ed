import { useEffect, useState } from 'preact/hooks'
import type { CompanionModel } from '@/lib/rules/decision'
import type { Place } from '@/lib/rules/layout'
import { endOfEffect } from '@/lib/rules/planning'
import { EndOfEffectLine } from '../tools/EndOfEffectLine'
import { Lesson } from '../tools/Lesson'
import { useTranslation } from '../translation-context'
import { ChangeRows } from './ChangeRows'
import { type Matched, moneyOf } from './matched'
import { placeStyle } from './place-style'
import { SixQuestions } from './SixQuestions'

type Props = {
  model: CompanionModel
  place: Place
  /** There is room for one sentence only. */
  isLine?: boolean
  /** Milliseconds of the pause beyond the limit; 0: none. */
  pause: number
}

/** One line by the trader's own limits; nothing about where the market goes. */
const VerdictLine = ({ model }: { model: Matched }) => {
  const { t, formats } = useTranslation()
  const { verdict, change, threshold } = model
  // The headline has said so, with the number of the addition.
  if (verdict === null || verdict === 'past-additions') return null
  const share = verdict === 'too-large' ? change.changeShare : change.capitalShare.after
  const isWithin = verdict === 'within' || verdict === 'removal-within'
  return (
    <p class={isWithin ? 'verdict' : 'verdict warned'} data-verdict={verdict}>
      {t(`decision.verdict.${verdict}`, {
        share: share === null ? t('unknown') : formats.percent(share, 'up'),
        threshold: formats.percent(threshold, 'up'),
      })}
    </p>
  )
}

/** The sentence that counts; what it says of the trader's limit is its colour. */
const Headline = ({ model }: { model: Matched }) => {
  const { t, formats } = useTranslation()
  const { addition, loss } = model.change
  if (addition === null) return <VerdictLine model={model} />
  const severity = addition.past
    ? 'danger'
    : addition.number === addition.allowed
      ? 'caution'
      : 'info'
  return (
    <div class="counts" data-severity={severity}>
      <p data-field="addition" data-value={String(addition.number)}>
        <strong>
          {t('decision.addition', {
            number: addition.number,
            allowed: formats.count(addition.allowed),
          })}
        </strong>
      </p>
      {loss !== null && (
        <p data-field="loss-stays" data-value={loss.toFixed()}>
          {t('decision.loss-stays', { loss: moneyOf(model, formats)(loss) })}
        </p>
      )}
    </div>
  )
}

/** What the amount does, and what would help instead. */
const Consequence = ({ model, removes }: { model: Matched; removes: boolean }) => {
  const { t } = useTranslation()
  if (removes) return <p class="quiet">{t('decision.removal')}</p>
  const { facts, evaluation } = model.position
  const end = endOfEffect(facts, evaluation.stop)
  // Nothing is left that margin could move: the stop-loss comes first, or there is no liquidation price.
  if (end?.by === 'stop' || (end?.by === 'full' && end.amount.isZero())) {
    return <EndOfEffectLine position={model.position} end={end} />
  }
  const isPast = model.change.addition?.past === true
  return <p class="quiet">{t(isPast ? 'decision.pause.way' : 'decision.free')}</p>
}

/** Three facts before an addition beyond the limit. A breath: it ends by itself, or at once. */
const DecisionPause = ({ loss, onDismiss }: { loss: string | null; onDismiss: () => void }) => {
  const { t } = useTranslation()
  return (
    <div class="pause" data-pause role="alert">
      <h3>{t('decision.pause.title')}</h3>
      <ol>
        <li>{loss === null ? t('decision.pause.loss') : t('decision.loss-stays', { loss })}</li>
        <li>{t('decision.pause.stake')}</li>
        <li>{t('decision.pause.way')}</li>
      </ol>
      <button type="button" data-action="dismiss-pause" onClick={onDismiss}>
        {t('decision.pause.dismiss')}
      </button>
    </div>
  )
}

type FactsProps = { model: Matched; pause: number; dismissed: boolean; onDismiss: () => void }

const Facts = ({ model, pause, dismissed, onDismiss }: FactsProps) => {
  const { t, formats } = useTranslation()
  const { change } = model
  const { loss } = change
  const money = moneyOf(model, formats)
  const past = change.addition?.past === true && change.change?.gt(0) === true
  const isPaused = past && !dismissed && pause > 0
  useEffect(() => {
    if (!isPaused) return undefined
    const timer = setTimeout(onDismiss, pause)
    return () => clearTimeout(timer)
  }, [isPaused, pause])
  if (isPaused) {
    const said = loss === null ? null : money(loss)
    return <DecisionPause loss={said} onDismiss={onDismiss} />
  }
  if (change.change === null) return <p class="quiet">{t('decision.type')}</p>
  return (
    <>
      <Headline model={model} />
      <ChangeRows model={model} />
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
      {change.addition === null && loss !== null && (
        <p class="loss" data-field="loss-stays" data-value={loss.toFixed()}>
          {t('decision.loss-stays', { loss: money(loss) })}
        </p>
      )}
      {change.addition !== null && <VerdictLine model={model} />}
      <Consequence model={model} removes={change.change.isNeg()} />
      {(change.addition?.number ?? 0) > 1 && <Lesson name="digs-deeper" />}
      {change.addition?.number === 1 && <Lesson name="not-safer" />}
      <SixQuestions model={model} />
    </>
  )
}

/** Where there is no room for figures: the sentence that counts, and why there is no more. */
const Line = ({ model }: Pick<Props, 'model'>) => {
  const { t } = useTranslation()
  const isTyped = model.state === 'matched' && model.change.change !== null
  return (
    <>
      {isTyped && <Headline model={model} />}
      <p class="quiet" data-no-room>
        {t('decision.no-room')}
      </p>
    </>
  )
}

/** Facts next to the page's own dialog. It blocks nothing, and goes when the dialog does. */
export const MarginCompanion = ({ model, place, isLine = false, pause }: Props) => {
  const { t } = useTranslation()
  /** Of which position, also while its row cannot be read for a moment. */
  const [dismissed, setDismissed] = useState<string | null>(null)
  return (
    <section
      class={isLine ? 'companion line' : 'companion'}
      data-companion={model.state}
      aria-label={t('decision.label')}
      style={placeStyle(place)}
    >
      {isLine ? (
        <Line model={model} />
      ) : model.state === 'unmatched' ? (
        <p class="quiet">{t('decision.unmatched')}</p>
      ) : (
        <Facts
          key={model.position.facts.key}
          model={model}
          pause={pause}
          dismissed={dismissed === model.position.facts.key}
          onDismiss={() => setDismissed(model.position.facts.key)}
        />
      )}
    </section>
  )
}
