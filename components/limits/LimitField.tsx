import type { ComponentChildren } from 'preact'
import { limitFromText, limitRules, type Limits, limitUnit } from '@/lib/rules/limits'
import { Setting } from '../own-page/Setting'
import { SwitchSetting } from '../own-page/SwitchSetting'
import { usePageTranslation } from '../own-page/page-translation'
import { LimitProblem, LimitText, type PlainLimitName } from './limit-parts'
import { type Proposal, useProposal } from './use-proposal'

type Props = {
  limit: PlainLimitName
  limits: Limits
  onChange: (limits: Limits) => void
  /** Left out: those of the settings. */
  label?: string
  why?: string
  /** What stands around a number to type, and how wide that is. */
  around?: (entry: ComponentChildren, field: Proposal) => ComponentChildren
  sizeOf?: (shown: string) => number
}

/** One switch or one number. What does not fit is refused with a sentence, and the old value stays. */
export const LimitField = ({ limit, limits, onChange, label, why, around, sizeOf }: Props) => {
  const { t } = usePageTranslation()
  const field = useProposal({ limit, limits, onChange })
  const { id, shown, propose } = field
  const texts = {
    label: label ?? t(`limit.${limit}`),
    why: why ?? t(`limit.${limit}.why`),
    data: { 'data-limit': limit },
  }
  if (limitRules[limit].kind === 'switch') {
    return <SwitchSetting {...texts} checked={limits[limit] === true} onChange={propose} />
  }
  const unit = limitUnit(limit)
  const entry = (
    <span class="entry">
      <LimitText
        field={field}
        {...(sizeOf && { size: sizeOf(shown) })}
        onText={(text) => propose(limitFromText(limit, text))}
      />
      {unit !== null && <span class="unit">{t(`unit.${unit}`)}</span>}
    </span>
  )
  return (
    <Setting id={id} {...texts}>
      {around?.(entry, field) ?? entry}
      <LimitProblem field={field} />
    </Setting>
  )
}
