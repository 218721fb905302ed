import { useId } from 'preact/hooks'
import {
  type LimitName,
  limitFromText,
  limitRules,
  type Limits,
  limitText,
  limitUnit,
  steppedLimit,
} from '@/lib/rules/limits'
import { explainLimit } from '../explain-limit'
import { usePageTranslation } from '../page-translation'
import { useProposal } from '../use-proposal'

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

type StepProps = Props & {
  id: string
  described: string
  isWrong: boolean
  propose: (next: Limits[LimitName] | undefined) => boolean
}

/** A number to type, and a button to either side of it. */
const Stepper = ({ limit, limits, id, described, isWrong, propose }: StepProps) => {
  const { t } = usePageTranslation()
  const unit = limitUnit(limit)
  const shown = limitText(limit, limits[limit])
  const step = (direction: 'lower' | 'higher', sign: string) => {
    const next = steppedLimit(limit, limits[limit], direction)
    const name = t(`quick.${limit}`, { duration: '' })
    return (
      <button
        type="button"
        data-step={direction}
        aria-label={t(`quick.${direction}`, { limit: name })}
        disabled={next === null}
        onClick={() => {
          propose(next)
        }}
      >
        {sign}
      </button>
    )
  }
  return (
    <span class="stepper">
      {step('lower', '−')}
      <span class="entry">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          size={Math.max(2, shown.length)}
          aria-invalid={isWrong}
          aria-describedby={described}
          onChange={(event) => {
            const input = event.currentTarget
            if (!propose(limitFromText(limit, input.value))) input.value = shown
          }}
        />
        {unit !== null && <span class="unit">{t(`unit.${unit}`)}</span>}
      </span>
      {step('higher', '+')}
    </span>
  )
}

/** One line of the popup: a limit in two words, with what it means under it. */
export const QuickLimit = ({ limit, limits, onChange }: Props) => {
  const { t, formats } = usePageTranslation()
  const id = useId()
  const { problem, propose } = useProposal({ limit, limits, onChange })
  const described = problem === null ? `${id}-why` : `${id}-problem ${id}-why`
  const duration = formats.duration(
    limit === 'requireStopLoss' ? limits.stopLossGrace : limits.loosenDelay,
  )
  return (
    <div class="setting" data-limit={limit}>
      <label for={id}>{t(`quick.${limit}`, { duration })}</label>
      {limitRules[limit].kind === 'switch' ? (
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={limits[limit] === true}
          aria-describedby={described}
          onChange={({ currentTarget }) => {
            propose(currentTarget.checked)
          }}
        />
      ) : (
        <Stepper
          {...{ limit, limits, onChange, id, described, propose }}
          isWrong={problem !== null}
        />
      )}
      <p class="why" id={`${id}-why`}>
        {t(`quick.${limit}.why`, { duration })}
      </p>
      {problem !== null && (
        <p class="problem" role="alert" id={`${id}-problem`}>
          {explainLimit({ limit, problem, kept: limitText(limit, limits[limit]) }, t)}
        </p>
      )}
    </div>
  )
}
