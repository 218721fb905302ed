import type { MessageKey, Translation } from '@/lib/i18n'
import { type LimitName, type LimitProblem, limitText } from '@/lib/rules/limits'

type Question = {
  /** The field that was typed into. */
  limit: LimitName
  problem: LimitProblem
  /** What stands in it still. */
  kept: string
}

/** Why a limit was refused, and what stands still. */
export const explainLimit = (
  { limit, problem: { limit: other, ...rest }, kept: shown }: Question,
  t: Translation<MessageKey>['t'],
): string => {
  const kept = shown === '' ? '–' : shown
  switch (rest.problem) {
    case 'not-a-number':
      return t('limits.problem.not-a-number', { kept })
    case 'out-of-range':
      return t('limits.problem.out-of-range', {
        min: limitText(other, rest.min),
        max: limitText(other, rest.max),
        kept,
      })
    case 'above':
      return t(other === limit ? 'limits.problem.above' : 'limits.problem.below', {
        other: t(`limit.${other === limit ? rest.other : other}`),
        kept,
      })
  }
}
