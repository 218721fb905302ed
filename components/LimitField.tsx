import { useId } from 'preact/hooks'
import {
  type LimitName,
  limitFromText,
  limitRules,
  type Limits,
  limitText,
  limitUnit,
} from '@/lib/rules/limits'
import { explainLimit } from './explain-limit'
import { usePageTranslation } from './page-translation'
import { useProposal } from './use-proposal'

type Props = {
  /** All but the capital, which has a unit to choose. */
  limit: Exclude<LimitName, 'capital'>
  limits: Limits
  onChange: (limits: Limits) => void
}

/** One switch or one number. What does not fit is refused with a sentence, and the old value stays. */
export const LimitField = ({ limit, limits, onChange }: Props) => {
  const { t } = usePageTranslation()
  const id = useId()
  const { problem, propose } = useProposal({ limit, limits, onChange })
  const unit = limitUnit(limit)
  const value = limits[limit]
  const shown = limitText(limit, value)
  const described = problem === null ? `${id}-why` : `${id}-problem ${id}-why`

  return (
    <div class="setting" data-limit={limit}>
      <label for={id}>{t(`limit.${limit}`)}</label>
      {limitRules[limit].kind === 'switch' ? (
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={value === true}
          aria-describedby={described}
          onChange={(event) => {
            propose(event.currentTarget.checked)
          }}
        />
      ) : (
        <span class="entry">
          <input
            id={id}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            aria-invalid={problem !== null}
            aria-describedby={described}
            onChange={(event) => {
              const input = event.currentTarget
              if (!propose(limitFromText(limit, input.value))) input.value = shown
            }}
          />
          {unit !== null && <span class="unit">{t(`unit.${unit}`)}</span>}
        </span>
      )}
      {problem !== null && (
        <p class="problem" role="alert" id={`${id}-problem`}>
          {explainLimit({ limit, problem, kept: shown }, t)}
        </p>
      )}
      <p class="why" id={`${id}-why`}>
        {t(`limit.${limit}.why`)}
      </p>
    </div>
  )
}
