export const distanceBar = {
  'bar.liquidation': 'Liquidation',
  'bar.stop': 'Stop-loss',
  'bar.mark': 'Mark',
  'bar.entry': 'Entry',
  'bar.ghost': 'Earlier liquidation',
  'bar.place': '{name} {price}',
  'bar.earlier':
    '{count, plural, one {# earlier liquidation price} other {# earlier liquidation prices}}',
} as const
