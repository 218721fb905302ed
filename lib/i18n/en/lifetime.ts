export const lifetime = {
  ended: 'Margin Brake was updated or turned off.',
  'ended.reload': 'Reload this page to see your positions here again.',
  'ended.close': 'Close',
  'site.missing': 'Your browser doesn’t let Margin Brake read the futures page.',
  'site.allow': 'Allow the futures page',
  'site.given': 'Allowed. Reload the futures page to see your positions.',
} as const
