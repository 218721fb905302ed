import type { DecisionQuestion } from '@/lib/rules'
import { useTranslation } from '../translation-context'

/** Figures answer where they can; what only the trader knows is asked. */
export const SixQuestions = ({ questions }: { questions: readonly DecisionQuestion[] }) => {
  const { t, formats } = useTranslation()
  return (
    <details class="questions">
      <summary>{t('decision.questions')}</summary>
      <dl>
        {questions.map(({ asks, answer, figure }) => (
          <div key={asks} class="row" data-question={asks} data-answer={answer}>
            <dt>{t(`decision.question.${asks}`)}</dt>
            <dd>
              {answer === 'figure'
                ? figure === null
                  ? t('decision.answer.unknown')
                  : formats.percent(figure, 'down')
                : t(`decision.answer.${answer}`)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
