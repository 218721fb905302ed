import {
  type LimitName,
  limitFromText,
  limitRules,
  type Limits,
  steppedLimit,
} from '@/lib/rules/limits'
import { LimitProblem, LimitSwitch, LimitText, LimitUnit } from '../limits/limit-parts'
import { Setting } from '../own-page/Setting'
import { usePageTranslation } from '../own-page/page-translation'
import { type Proposal, useProposal } from '../limits/use-proposal'

/** The limits that matter most, and the promise to hold them. */
export const quickLimits = [
  'maxMarginAdditions',
  'capitalShareLimit',
  'distanceDanger',
  'requireStopLoss',
  'holdLimits',
] as const satisfies readonly LimitName[]
type QuickLimitName = (typeof quickLimits)[number]

type Props = {
  limit: QuickLimitName
  limits: Limits
  onChange: (limits: Limits) => void
}

type StepperProps = Pick<Props, 'limit' | 'limits'> & { field: Proposal }

/** A number to type, and a button to either side of it. */
const Stepper = ({ limit, limits, field }: StepperProps) => {
  const { t } = usePageTranslation()
  const step = (direction: 'lower' | 'higher', sign: string) => {
    const next = steppedLimit(limit, limits[limit], direction)
    const name = t(`quick.${limit}`, { duration: '' })
    return (
      <button
        type="button"
        data-step={direction}
        aria-label={t(`quick.${direction}`, { limit: name })}
        disabled={next === null}
        onClick={() => field.propose(next)}
      >
        {sign}
      </button>
    )
  }
  return (
    <span class="stepper">
      {step('lower', '−')}
      <span class="entry">
        <LimitText
          field={field}
          size={Math.max(2, field.shown.length)}
          onText={(text) => field.propose(limitFromText(limit, text))}
        />
        <LimitUnit limit={limit} />
      </span>
      {step('higher', '+')}
    </span>
  )
}

/** One line of the popup: a limit in two words, with what it means under it. */
export const QuickLimit = ({ limit, limits, onChange }: Props) => {
  const { t, formats } = usePageTranslation()
  const field = useProposal({ limit, limits, onChange })
  const duration = formats.duration(
    limit === 'requireStopLoss' ? limits.stopLossGrace : limits.loosenDelay,
  )
  return (
    <Setting
      id={field.id}
      label={t(`quick.${limit}`, { duration })}
      why={t(`quick.${limit}.why`, { duration })}
      data={{ 'data-limit': limit }}
    >
      {limitRules[limit].kind === 'switch' ? (
        <LimitSwitch field={field} isOn={limits[limit] === true} />
      ) : (
        <Stepper limit={limit} limits={limits} field={field} />
      )}
      <LimitProblem field={field} />
    </Setting>
  )
}
