import type { AlertSettings } from '@/lib/rules/alerts'
import { usePageTranslation } from '../own-page/page-translation'
import { snoozed } from './snooze'
import type { SettingId } from './search-settings'
import { SwitchSetting } from '../own-page/SwitchSetting'

type Props = {
  settings: AlertSettings
  now: number
  refused: boolean
  shown: ReadonlySet<SettingId>
  onChange: (settings: AlertSettings) => void
}

/** Alerts outside of the page: off, until they are asked for. */
export const AlertsForm = ({ settings, now, refused, shown, onChange }: Props) => {
  const { t, formats } = usePageTranslation()
  const names = (['notifications', 'sound'] as const).filter((name) => shown.has(name))
  const left = settings.snoozedUntil - now
  return (
    <form
      class="card alerts"
      hidden={names.length === 0}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2>{t('alerts.title')}</h2>
      {names.map((name) => (
        <SwitchSetting
          key={name}
          data={{ 'data-alert': name }}
          label={t(`alerts.${name}`)}
          why={t(`alerts.${name}.why`)}
          checked={settings[name]}
          onChange={(checked) => onChange({ ...settings, [name]: checked })}
        />
      ))}
      {refused && (
        <p class="problem" role="alert">
          {t('alerts.refused')}
        </p>
      )}
      {(settings.notifications || settings.sound) && (
        <p class="buttons">
          <button
            type="button"
            data-action="snooze"
            onClick={() => onChange(snoozed(settings, now))}
          >
            {t(left > 0 ? 'alerts.wake' : 'alerts.snooze')}
          </button>
          {left > 0 && (
            <span class="note">{t('alerts.snoozed', { duration: formats.duration(left) })}</span>
          )}
        </p>
      )}
    </form>
  )
}
