export const alerts = {
  'alerts.title': 'Alerts',
  'alerts.notifications': 'Notifications',
  'alerts.notifications.why':
    'For when a position is in danger and you’re looking elsewhere. Your browser will ask first.',
  'alerts.sound': 'Sound',
  'alerts.sound.why': 'Plays a short tone with the same alerts, once you’ve clicked on the page.',
  'alerts.refused': 'Your browser doesn’t allow notifications.',
  'alerts.snooze': 'Snooze for an hour',
  'alerts.wake': 'Turn alerts back on',
  'alerts.snoozed': 'Snoozed for another {duration}',
} as const
