import type { Translation } from '@/lib/i18n'
import type { DecisionQuestion } from '@/lib/rules/decision'
import { decimalsOf } from '../figures/decimals-of'
import { useTranslation } from '../translation-context'
import type { Matched } from './matched'

/** The figure that an answer rests on; `null`: there is none, or it says no more than the answer. */
const figureText = (
  { asks, figure }: DecisionQuestion,
  { t, formats }: Translation,
  digits: number,
): string | null => {
  if (figure === null) return null
  switch (asks) {
    case 'leverage-moderate':
      return `${figure.toFixed()}×`
    case 'effect-large':
      return formats.percent(figure, 'down')
    case 'amount-tiny':
      return formats.percent(figure, 'up')
    case 'price-against':
      return t('decision.answer.then', { price: formats.price(figure, digits) })
    case 'distance-left':
      return formats.distance(figure)
    case 'stop-still-acts':
      return formats.price(figure, digits)
    default:
      return null
  }
}

/** Figures answer where they can; what only the trader knows is asked. */
export const SixQuestions = ({ model }: { model: Matched }) => {
  const translation = useTranslation()
  const { t } = translation
  const digits = decimalsOf(model.position.facts.markPrice)
  return (
    <details class="questions">
      <summary>
        {t(
          model.change.direction === 'remove' ? 'decision.questions.removal' : 'decision.questions',
        )}
      </summary>
      <dl>
        {model.questions.map((question) => {
          const { asks, answer } = question
          const figure = figureText(question, translation, digits)
          const said = answer === 'figure' ? null : t(`decision.answer.${answer}`)
          return (
            <div key={asks} class="row" data-question={asks} data-answer={answer}>
              <dt>{t(`decision.question.${asks}`)}</dt>
              <dd>
                {said !== null && figure !== null
                  ? t('decision.answer.with', { answer: said, figure })
                  : (said ?? figure ?? t('decision.answer.unknown'))}
              </dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
