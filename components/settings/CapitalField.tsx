import { useId, useState } from 'preact/hooks'
import { capitalAssets, limitFromText, type Limits, limitText } from '@/lib/rules/limits'
import { explainLimit } from '../explain-limit'
import { usePageTranslation } from '../page-translation'
import { useProposal } from '../use-proposal'

type Props = { limits: Limits; onChange: (limits: Limits) => void }

/** An amount and what it is counted in: ten thousand dollars say nothing about a wallet in bitcoin. */
export const CapitalField = ({ limits, onChange }: Props) => {
  const { t } = usePageTranslation()
  const id = useId()
  const { problem, propose: proposeCapital } = useProposal({ limit: 'capital', limits, onChange })
  // The asset may be chosen before there is an amount.
  const [chosen, setChosen] = useState(limits.capital?.asset ?? capitalAssets[0])
  const asset = limits.capital?.asset ?? chosen
  const shown = limitText('capital', limits.capital)
  const assets = [...new Set<string>([...capitalAssets, asset])]
  const described = problem === null ? `${id}-why` : `${id}-problem ${id}-why`

  const propose = (text: string, of: string) => proposeCapital(limitFromText('capital', text, of))

  return (
    <div class="setting" data-limit="capital">
      <label for={id}>{t('limit.capital')}</label>
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
            if (!propose(input.value, asset)) input.value = shown
          }}
        />
        <select
          id={`${id}-asset`}
          class="unit"
          aria-label={t('limit.capital.asset')}
          aria-describedby={`${id}-why`}
          value={asset}
          onChange={(event) => {
            const { value } = event.currentTarget
            setChosen(value)
            if (limits.capital !== null) propose(shown, value)
          }}
        >
          {assets.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </span>
      {problem !== null && (
        <p class="problem" role="alert" id={`${id}-problem`}>
          {explainLimit({ limit: 'capital', problem, kept: shown }, t)}
        </p>
      )}
      <p class="why" id={`${id}-why`}>
        {t('limit.capital.why')} {t('limit.capital.asset.why')}
      </p>
    </div>
  )
}
