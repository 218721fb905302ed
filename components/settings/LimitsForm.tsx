import { useState } from 'preact/hooks'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import type { ShownSettings } from '@/lib/rules/settings'
import { LimitField } from '../limits/LimitField'
import { usePageTranslation } from '../own-page/page-translation'
import { LimitsNotices } from '../limits/LimitsNotices'
import { CapitalField } from './CapitalField'
import { limitGroupNames, limitGroups, type SettingId } from './search-settings'

type Props = Pick<ShownSettings, 'limits' | 'waiting' | 'notice'> & {
  shown: ReadonlySet<SettingId>
  onChange: (limits: Limits) => void
  onCancel: () => void
}

export const LimitsForm = (props: Props) => {
  const { limits, notice, waiting, shown, onChange, onCancel } = props
  const { t } = usePageTranslation()
  const [resets, setResets] = useState(0)
  const groups = limitGroupNames
    .map((group) => ({ group, names: limitGroups[group].filter((name) => shown.has(name)) }))
    .filter(({ names }) => names.length > 0)
  return (
    <form
      class="card limits"
      hidden={groups.length === 0}
      onSubmit={(event) => event.preventDefault()}
    >
      <header>
        <h2>{t('limits.title')}</h2>
        <p class="note">{t('limits.intro')}</p>
        <LimitsNotices limits={limits} waiting={waiting} notice={notice} onCancel={onCancel} />
      </header>
      {groups.map(({ group, names }) => (
        // A reset makes the fields again: what was refused in the old ones is forgotten.
        <fieldset key={`${group} ${String(resets)}`}>
          <legend>{t(`limits.group.${group}`)}</legend>
          {names.map((limit) =>
            limit === 'capital' ? (
              <CapitalField key={limit} limits={limits} onChange={onChange} />
            ) : (
              <LimitField key={limit} limit={limit} limits={limits} onChange={onChange} />
            ),
          )}
        </fieldset>
      ))}
      <footer>
        <button
          type="button"
          data-action="reset-limits"
          onClick={() => {
            setResets(resets + 1)
            onChange(defaultLimits)
          }}
        >
          {t('limits.reset')}
        </button>
      </footer>
    </form>
  )
}
