import { useState } from 'preact/hooks'
import { capitalAssets, limitFromText, type Limits } from '@/lib/rules/limits'
import { LimitProblem, LimitText } from '../limits/limit-parts'
import { Setting } from '../own-page/Setting'
import { usePageTranslation } from '../own-page/page-translation'
import { useProposal } from '../limits/use-proposal'
import { Select } from '../Select'

type Props = { limits: Limits; onChange: (limits: Limits) => void }

/** An amount and what it is counted in: ten thousand dollars say nothing about a wallet in bitcoin. */
export const CapitalField = ({ limits, onChange }: Props) => {
  const { t } = usePageTranslation()
  const field = useProposal({ limit: 'capital', limits, onChange })
  const { id, shown } = field
  // The asset may be chosen before there is an amount.
  const [chosen, setChosen] = useState(limits.capital?.asset ?? capitalAssets[0])
  const asset = limits.capital?.asset ?? chosen
  const assets = [...new Set<string>([...capitalAssets, asset])]

  const propose = (text: string, of: string) => field.propose(limitFromText('capital', text, of))

  return (
    <Setting
      id={id}
      label={t('limit.capital')}
      why={`${t('limit.capital.why')} ${t('limit.capital.asset.why')}`}
      data={{ 'data-limit': 'capital' }}
    >
      <span class="entry">
        <LimitText field={field} onText={(text) => propose(text, asset)} />
        <Select
          id={`${id}-asset`}
          class="unit"
          aria-label={t('limit.capital.asset')}
          aria-describedby={`${id}-why`}
          value={asset}
          options={assets.map((name) => [name, name])}
          onPick={(value) => {
            setChosen(value)
            if (limits.capital !== null) propose(shown, value)
          }}
        />
      </span>
      <LimitProblem field={field} />
    </Setting>
  )
}
