export const lifetime = {
  ended: 'Margin Brake was updated or switched off.',
  'ended.reload': 'Reload this page to see your positions here again.',
  'ended.close': 'Close',
} as const
