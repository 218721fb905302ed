import { usePageTranslation } from './page-translation'

type Settings = { notifications: boolean; sound: boolean; snoozedUntil: number }
type Props = {
  settings: Settings
  now: number
  /** The browser refused to let us notify. */
  refused: boolean
  onChange: (settings: Settings) => void
}

const HOUR = 3_600_000

/** Alerts outside of the page: off, until they are asked for. */
export const AlertsForm = ({ settings, now, refused, onChange }: Props) => {
  const { t, formats } = usePageTranslation()
  const snoozed = settings.snoozedUntil - now
  return (
    <form
      class="limits alerts"
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <fieldset>
        <legend>{t('alerts.title')}</legend>
        {(['notifications', 'sound'] as const).map((name) => (
          <label key={name} class="limit" data-alert={name}>
            <span>{t(`alerts.${name}`)}</span>
            <input
              type="checkbox"
              checked={settings[name]}
              onChange={({ currentTarget: { checked } }) => {
                onChange({ ...settings, [name]: checked })
              }}
            />
            <span class="why">{t(`alerts.${name}.why`)}</span>
          </label>
        ))}
        {refused && (
          <p class="problem" role="alert">
            {t('alerts.refused')}
          </p>
        )}
        {(settings.notifications || settings.sound) && (
          <div class="limit">
            <span>
              {snoozed > 0 && t('alerts.snoozed', { duration: formats.duration(snoozed) })}
            </span>
            <button
              type="button"
              data-action="snooze"
              onClick={() => {
                onChange({ ...settings, snoozedUntil: snoozed > 0 ? 0 : now + HOUR })
              }}
            >
              {t(snoozed > 0 ? 'alerts.wake' : 'alerts.snooze')}
            </button>
          </div>
        )}
      </fieldset>
    </form>
  )
}
