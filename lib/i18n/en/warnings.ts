export const warnings = {
  'warning.LIQUIDATION_NEAR': 'Liquidation is {distance} away',
  'warning.LIQUIDATION_NEAR.up': 'Liquidation is {distance} above the price',
  'warning.LIQUIDATION_NEAR.down': 'Liquidation is {distance} below the price',
  'warning.LIQUIDATION_NEAR.detail':
    'Adding margin doesn’t reduce a loss. A stop-loss or a smaller position limits it.',
  'warning.LIQUIDATION_NEAR.detail.shared':
    'Both positions of this contract share one liquidation price. Closing the one that loses on the way there moves it away; closing the other one brings it closer.',
  'warning.LIQUIDATION_PRICE_CROSSED': 'The mark price has crossed the liquidation price',
  'warning.LIQUIDATION_PRICE_CROSSED.account': 'The account’s margin ratio has reached 100%',
  'warning.LIQUIDATION_PRICE_CROSSED.detail': 'The exchange may be closing this position now.',
  'warning.LIQUIDATION_PRICE_CROSSED.account.detail':
    'The exchange may be closing cross positions now.',
  'warning.MARGIN_ALLOWANCE_USED':
    '{allowed, plural, one {You’ve used your one margin addition} other {You’ve used all # of your margin additions}}',
  'warning.MARGIN_ALLOWANCE_USED.detail':
    'If the price goes against you, your plan was to cut the loss, not to add margin again.',
  'warning.MARGIN_ADDED_AGAIN':
    'You added margin {additions, plural, =1 {once} =2 {twice} other {# times}}{losing, plural, =1 { and are still losing: cut your losses} other {}}',
  'warning.MARGIN_ADDED_AGAIN.detail': 'Your limit is {allowed}. At stake now: {atStake}.',
  'warning.MARGIN_ADDED_AGAIN.loss': 'Adding margin did not change the loss: it is {loss} now.',
  'warning.MARGIN_ADDED_AGAIN.loss-then':
    'Adding margin did not change the loss: it is {loss} now ({then} when you last added margin).',
  'warning.STILL_LOSING_AFTER_ADDING': 'Still losing after adding margin: {loss}',
  'warning.STILL_LOSING_AFTER_ADDING.detail':
    'Adding margin moves the liquidation price but leaves the loss unchanged. If the direction is wrong, you lose the added margin too.',
  'warning.ADDITION_TOO_LARGE': 'One margin addition was {share} of your capital',
  'warning.ADDITION_TOO_LARGE.detail':
    'A margin addition should be a small part of your capital. Your limit is {threshold}.',
  'warning.STOP_LOSS_MISSING': 'No stop-loss for {duration}',
  'warning.STOP_LOSS_MISSING.detail': 'Decide now at what price the idea no longer holds.',
  'warning.STOP_LOSS_PARTIAL': 'The stop-loss may not cover the whole position',
  'warning.STOP_LOSS_PARTIAL.detail':
    'Check the quantity of the open stop-loss orders: only liquidation would close what they don’t cover.',
  'warning.STOP_LOSS_PARTIAL.unsure': 'A partial TP/SL is set',
  'warning.STOP_LOSS_PARTIAL.unsure.detail':
    'The page doesn’t say whether it’s a take-profit or a stop-loss.',
  'warning.STOP_LOSS_WRONG_SIDE': 'The mark price is beyond the stop-loss',
  'warning.STOP_LOSS_WRONG_SIDE.detail':
    'It may be filling now, or it was set on the wrong side of the price.',
  'warning.STOP_LOSS_BEYOND_LIQUIDATION': 'The stop-loss would never trigger',
  'warning.STOP_LOSS_BEYOND_LIQUIDATION.detail':
    'It’s beyond the liquidation price: the position would be liquidated first.',
  'warning.STOP_LOSS_NEAR_LIQUIDATION': 'The stop-loss is close to liquidation',
  'warning.STOP_LOSS_NEAR_LIQUIDATION.detail':
    'A fast move can reach the liquidation price before the stop is filled.',
  'warning.STOP_LOSS_UNKNOWN': 'Stop-loss not visible',
  'warning.STOP_LOSS_UNKNOWN.detail':
    'The page doesn’t show whether there is one. Show the TP/SL columns so we can check.',
  'warning.STOP_LOSS_UNKNOWN.orders': 'No stop-loss in the TP/SL columns',
  'warning.STOP_LOSS_UNKNOWN.orders.detail':
    '{orders, plural, =0 {An open order may be a stop-loss.} one {# open order may be a stop-loss.} other {One of # open orders may be a stop-loss.}}',
  'warning.check-orders': 'Open the Open Orders tab once so we can check.',
  'warning.CAPITAL_SHARE_HIGH': 'This position holds {share} of your capital',
  'warning.CAPITAL_SHARE_HIGH.detail': 'At {threshold} or more, it’s worth a second thought.',
  'warning.CAPITAL_SHARE_OVER_LIMIT': 'This position holds {share} of your capital',
  'warning.CAPITAL_SHARE_OVER_LIMIT.detail': 'Your limit for one position is {threshold}.',
  'warning.OPEN_LOSS_LARGE': 'The open loss is {share} of your capital',
  'warning.OPEN_LOSS_LARGE.detail':
    'It’s {loss}. In cross mode, the whole balance pays for it, not only this position’s margin.',
  'warning.LEVERAGE_HIGH': 'Leverage {leverage}× is above your limit of {allowed}×',
  'warning.LEVERAGE_HIGH.detail':
    'The higher the leverage, the less a margin addition moves the liquidation price.',
  'warning.CROSS_MARGIN_SHARED': 'Cross margin: the whole balance backs this position',
  'warning.CROSS_MARGIN_SHARED.detail':
    'Adding margin is neither needed nor possible. {others, plural, =0 {One losing position can use up the whole balance.} one {# other position shares the balance; one losing position can pull the other down.} other {# other positions share the balance; one losing position can pull the others down.}}',
  'warning.CROSS_MARGIN_SHARED.detail.pooled':
    'All cross positions share one balance, counted in {asset}. {others, plural, =0 {One losing position can use up all of it.} one {# other position shares it.} other {# other positions share it.}}',
  'warning.CROSS_MARGIN_SHARED.detail.perhaps':
    '{others, plural, one {# other cross position may share the balance} other {# other cross positions may share the balance}}: the page doesn’t say whether assets are counted together.',
  'warning.POSITION_INCREASED_WHILE_LOSING': 'Position increased while at a loss',
  'warning.POSITION_INCREASED_WHILE_LOSING.detail':
    'That isn’t adding margin: the size grows, and the average entry price moves.',
} as const
