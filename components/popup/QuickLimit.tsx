import type { ComponentChildren } from 'preact'
import { type LimitName, type Limits, steppedLimit } from '@/lib/rules/limits'
import { LimitField } from '../limits/LimitField'
import { usePageTranslation } from '../own-page/page-translation'
import type { Proposal } from '../limits/use-proposal'

/** The limits that matter most, and the promise to hold them. */
export const quickLimits = [
  'maxMarginAdditions',
  'capitalShareLimit',
  'distanceDanger',
  'requireStopLoss',
  'holdLimits',
] as const satisfies readonly LimitName[]

type Props = {
  limit: (typeof quickLimits)[number]
  limits: Limits
  onChange: (limits: Limits) => void
}

/** One line of the popup: a limit in two words, with what it means under it, and a button to either side of a number. */
export const QuickLimit = ({ limit, limits, onChange }: Props) => {
  const { t, formats } = usePageTranslation()
  const duration = formats.duration(
    limit === 'requireStopLoss' ? limits.stopLossGrace : limits.loosenDelay,
  )
  const step = (direction: 'lower' | 'higher', sign: string, field: Proposal) => {
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
  const stepper = (entry: ComponentChildren, field: Proposal) => (
    <span class="stepper">
      {step('lower', '−', field)}
      {entry}
      {step('higher', '+', field)}
    </span>
  )
  return (
    <LimitField
      limit={limit}
      limits={limits}
      label={t(`quick.${limit}`, { duration })}
      why={t(`quick.${limit}.why`, { duration })}
      around={stepper}
      sizeOf={(shown) => Math.max(2, shown.length)}
      onChange={onChange}
    />
  )
}
