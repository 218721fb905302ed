import { useState } from 'preact/hooks'
import { type Limits, limitText } from '@/lib/rules/limits'
import { usePageTranslation } from '../own-page/page-translation'
import type { Proposal } from './use-proposal'

/** All but the capital, which has a unit to choose. */
export type PlainLimitName = Exclude<keyof Limits, 'capital'>

type TextProps = {
  field: Proposal
  /** Whether it may stand. */
  onText: (text: string) => boolean
  size?: number
}

/**
 * A number to type. What does not fit is refused, and the old one comes back. The page may be drawn again while
 * something is typed (another setting was stored, a position was opened): what is typed stays.
 */
export const LimitText = ({ field, onText, ...size }: TextProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const endTyping = () => setTyped(null)
  return (
    <input
      id={field.id}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? field.shown}
      {...size}
      aria-invalid={field.problem !== null}
      aria-describedby={field.described}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onChange={(event) => {
        const input = event.currentTarget
        if (!onText(input.value)) input.value = field.shown
        endTyping()
      }}
      onBlur={endTyping}
    />
  )
}

/** Why what was typed last was refused, and what stands still. */
export const LimitProblem = ({ field }: { field: Proposal }) => {
  const { t } = usePageTranslation()
  const { id, limit, problem, shown } = field
  if (problem === null) return null
  const kept = shown === '' ? '–' : shown
  const explained = () => {
    switch (problem.problem) {
      case 'not-a-number':
      case 'not-whole':
        return t(`limits.problem.${problem.problem}`, { kept })
      case 'out-of-range':
        return t('limits.problem.out-of-range', {
          min: limitText(problem.limit, problem.min),
          max: limitText(problem.limit, problem.max),
          kept,
        })
      case 'above': {
        const isThis = problem.limit === limit
        const other = t(`limit.${isThis ? problem.other : problem.limit}`)
        return t(isThis ? 'limits.problem.above' : 'limits.problem.below', { other, kept })
      }
    }
  }
  return (
    <p class="problem" role="alert" id={`${id}-problem`}>
      {explained()}
    </p>
  )
}
