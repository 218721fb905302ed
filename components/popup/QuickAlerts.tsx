import { useId } from 'preact/hooks'
import type { AlertSettings } from '@/lib/rules/alerts'
import { usePageTranslation } from '../own-page/page-translation'
import { snoozed } from '../settings/snooze'

type Props = {
  alerts: AlertSettings
  now: number
  isRefused: boolean
  onChange: (alerts: AlertSettings) => void
}

/** Notifications on or off, and quiet for an hour. */
export const QuickAlerts = ({ alerts, now, isRefused, onChange }: Props) => {
  const { t, formats } = usePageTranslation()
  const id = useId()
  const left = alerts.snoozedUntil - now
  const isSnoozed = left > 0
  const canSnooze = alerts.notifications || alerts.sound
  return (
    <div class="setting" data-alert="notifications">
      <label for={id}>{t('alerts.notifications')}</label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={alerts.notifications}
        aria-describedby={`${id}-why`}
        onChange={({ currentTarget: { checked } }) => {
          onChange({ ...alerts, notifications: checked })
        }}
      />
      <p class="why" id={`${id}-why`}>
        {canSnooze && isSnoozed
          ? t('alerts.snoozed', { duration: formats.duration(left) })
          : t('quick.notifications.why')}
      </p>
      {canSnooze && (
        <button
          type="button"
          class="snooze"
          data-action="snooze"
          onClick={() => {
            onChange(snoozed(alerts, now))
          }}
        >
          {t(isSnoozed ? 'alerts.wake' : 'alerts.snooze')}
        </button>
      )}
      {isRefused && (
        <p class="problem" role="alert">
          {t('alerts.refused')}
        </p>
      )}
    </div>
  )
}
