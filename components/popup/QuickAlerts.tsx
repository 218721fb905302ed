import type { AlertSettings } from '@/lib/rules/alerts'
import { usePageTranslation } from '../own-page/page-translation'
import { SwitchSetting } from '../own-page/SwitchSetting'
import { snoozed } from '../settings/snooze'

type Props = {
  alerts: AlertSettings
  now: number
  isRefused: boolean
  onChange: (alerts: AlertSettings) => void
}

export const QuickAlerts = ({ alerts, now, isRefused, onChange }: Props) => {
  const { t, formats } = usePageTranslation()
  const left = alerts.snoozedUntil - now
  const isSnoozed = left > 0
  const canSnooze = alerts.notifications || alerts.sound
  return (
    <SwitchSetting
      data={{ 'data-alert': 'notifications' }}
      label={t('alerts.notifications')}
      why={
        canSnooze && isSnoozed
          ? t('alerts.snoozed', { duration: formats.duration(left) })
          : t('quick.notifications.why')
      }
      checked={alerts.notifications}
      onChange={(notifications) => onChange({ ...alerts, notifications })}
    >
      {canSnooze && (
        <button
          type="button"
          class="snooze"
          data-action="snooze"
          onClick={() => onChange(snoozed(alerts, now))}
        >
          {t(isSnoozed ? 'alerts.wake' : 'alerts.snooze')}
        </button>
      )}
      {isRefused && (
        <p class="problem" role="alert">
          {t('alerts.refused')}
        </p>
      )}
    </SwitchSetting>
  )
}
