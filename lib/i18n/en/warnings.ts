export const warnings = {
  'warning.LIQUIDATION_NEAR': 'Liquidation is {distance} away',
  'warning.LIQUIDATION_NEAR.detail':
    'Adding margin moves the liquidation price but leaves the loss unchanged. A stop-loss or a smaller position limits the loss.',
  'warning.LIQUIDATION_PRICE_CROSSED': 'The mark price has crossed the liquidation price',
  'warning.LIQUIDATION_PRICE_CROSSED.detail': 'The exchange may be closing this position now.',
  'warning.MARGIN_ALLOWANCE_USED':
    '{allowed, plural, one {You’ve used your one margin addition} other {You’ve used all # of your margin additions}}',
  'warning.MARGIN_ALLOWANCE_USED.detail':
    'If the price keeps going against you, your plan was to cut the loss, not to add margin again.',
  'warning.MARGIN_ADDED_AGAIN':
    'You added margin {additions, plural, =1 {once} =2 {twice} other {# times}}{losing, plural, =1 { and are still losing: cut your losses} other {}}',
  'warning.MARGIN_ADDED_AGAIN.detail':
    'Your limit is {allowed}. At stake now: {atStake}.{losing, plural, =1 { The loss is the same as before: {loss}.} other {}}',
  'warning.STILL_LOSING_AFTER_ADDING': 'Still losing after adding margin: {loss}',
  'warning.STILL_LOSING_AFTER_ADDING.detail':
    'Adding margin moves the liquidation price and nothing else. If the direction is wrong, you lose the added margin too.',
  'warning.ADDITION_TOO_LARGE': 'One margin addition was {share} of your capital',
  'warning.ADDITION_TOO_LARGE.detail':
    'A margin addition should be a small part of your capital. Your limit is {threshold}.',
  'warning.STOP_LOSS_MISSING': 'No stop-loss for {duration}',
  'warning.STOP_LOSS_MISSING.detail':
    'Decide now, while it’s calm, at what price the idea no longer holds.',
  'warning.STOP_LOSS_BEYOND_LIQUIDATION': 'The stop-loss would never trigger',
  'warning.STOP_LOSS_BEYOND_LIQUIDATION.detail':
    'It’s beyond the liquidation price: the position would be liquidated first.',
  'warning.STOP_LOSS_NEAR_LIQUIDATION': 'The stop-loss is close to liquidation',
  'warning.STOP_LOSS_NEAR_LIQUIDATION.detail':
    'A fast move can reach the liquidation price before the stop is filled.',
  'warning.STOP_LOSS_UNKNOWN': 'Stop-loss not visible',
  'warning.STOP_LOSS_UNKNOWN.detail':
    'The page does not show whether there is one. Show the TP/SL columns to have it checked.',
  'warning.CAPITAL_SHARE_HIGH': 'This position holds {share} of your capital',
  'warning.CAPITAL_SHARE_HIGH.detail': 'At {threshold} or more, it’s worth a second thought.',
  'warning.CAPITAL_SHARE_OVER_LIMIT': 'This position holds {share} of your capital',
  'warning.CAPITAL_SHARE_OVER_LIMIT.detail': 'Your limit for one position is {threshold}.',
  'warning.LEVERAGE_HIGH': 'Leverage {leverage}× is above your limit of {allowed}×',
  'warning.LEVERAGE_HIGH.detail':
    'The higher the leverage, the less a margin addition moves the liquidation price.',
  'warning.CROSS_MARGIN_SHARED': 'Cross margin: the whole balance stands behind this position',
  'warning.CROSS_MARGIN_SHARED.detail':
    'No addition is needed or possible. {others, plural, =0 {One losing position can eat all of it.} one {# other position shares it; one losing position can pull the other down.} other {# other positions share it; one losing position can pull the others down.}}',
  'warning.AVAILABLE_BALANCE_SHORT': 'The available balance doesn’t cover it',
  'warning.AVAILABLE_BALANCE_SHORT.detail':
    'Available: {available}. You’d have to transfer the rest from spot first.',
  'warning.POSITION_INCREASED_WHILE_LOSING': 'Position increased while at a loss',
  'warning.POSITION_INCREASED_WHILE_LOSING.detail':
    'That isn’t adding margin: the size grows, and the average entry price moves.',

  'way-out.set-stop': 'Set a stop-loss',
  'way-out.reduce': 'Reduce',
  'way-out.close': 'Close',
} as const
