export const alerts = {
  'alerts.title': 'Alerts',
  'alerts.notifications': 'Notifications',
  'alerts.notifications.why':
    'When a position is in danger and you are looking elsewhere. Your browser asks first.',
  'alerts.sound': 'Sound',
  'alerts.sound.why': 'A short tone with the same alerts, once you have clicked on the page.',
  'alerts.refused': 'Your browser does not allow notifications.',
  'alerts.snooze': 'Snooze for an hour',
  'alerts.wake': 'End the snooze',
  'alerts.snoozed': 'Quiet for {duration}',
} as const
