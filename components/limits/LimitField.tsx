import { limitFromText, limitRules, type Limits } from '@/lib/rules/limits'
import { LimitProblem, LimitSwitch, LimitText, LimitUnit, type PlainLimitName } from './limit-parts'
import { Setting } from '../own-page/Setting'
import { usePageTranslation } from '../own-page/page-translation'
import { useProposal } from './use-proposal'

type Props = {
  limit: PlainLimitName
  limits: Limits
  onChange: (limits: Limits) => void
}

/** One switch or one number. What does not fit is refused with a sentence, and the old value stays. */
export const LimitField = ({ limit, limits, onChange }: Props) => {
  const { t } = usePageTranslation()
  const field = useProposal({ limit, limits, onChange })
  return (
    <Setting
      id={field.id}
      label={t(`limit.${limit}`)}
      why={t(`limit.${limit}.why`)}
      data={{ 'data-limit': limit }}
    >
      {limitRules[limit].kind === 'switch' ? (
        <LimitSwitch field={field} isOn={limits[limit] === true} />
      ) : (
        <span class="entry">
          <LimitText field={field} onText={(text) => field.propose(limitFromText(limit, text))} />
          <LimitUnit limit={limit} />
        </span>
      )}
      <LimitProblem field={field} />
    </Setting>
  )
}
