/** English: the language that all others are held to. Short, plain, calm; never blames. */
export const en = {
  name: 'Margin Brake',

  'status.ready': 'Reading {count, plural, one {# position} other {# positions}}',
  'status.partial': 'Some of it could not be read',
  'status.stale': 'Figures are old',
  'status.hidden': 'Open the Positions tab to see your positions',
  'status.flat': 'No open position',
  'status.loading': 'Waiting for the page',
  'status.unreadable': 'This page cannot be read',
  'status.not-in-sight': '{read} of {declared} positions in sight',
  'status.unread-row': '{symbol}: this row could not be read. {reason}',
  'status.no-symbol-row': 'A row without a readable symbol.',

  'failure.no-positions-tab': 'The Positions tab was not found.',
  'failure.ambiguous-tabs': 'Several groups of tabs look like the one with your positions.',
  'failure.no-table': 'The table of positions was not found.',
  'failure.no-columns': 'The columns of the table were not recognised.',
  'failure.no-rows-read': 'The rows of the table were not understood.',
  'failure.fault': 'Margin Brake met a fault of its own.',

  'row.no-symbol': 'Its symbol is not clear.',
  'row.no-side': 'Long or short is not clear.',
  'row.no-figures': 'Its figures are not clear.',
  'row.contradicted': 'Its figures contradict each other.',

  'side.long': 'Long',
  'side.short': 'Short',
  'mode.isolated': 'Isolated',
  'mode.cross': 'Cross',
  'mode.unknown': 'Margin mode unknown',

  'field.liquidation-distance': 'to liquidation',
  'field.liquidation-price': 'Liquidation',
  'field.mark-price': 'Mark price',
  'field.margin': 'Margin',
  'field.at-stake': 'At stake',
  'field.margin-additions': 'Margin added',
  'field.capital-share': 'Share of capital',
  'field.unrealized-pnl': 'PnL',
  'field.stop-loss': 'Stop-loss',
  'field.leverage': 'Leverage',

  unknown: 'unknown',
  none: 'none',
  'missing.column-hidden': 'The column is hidden on the page.',
  'missing.none': 'The page shows none.',
  'missing.unparsed': 'The page shows something that is not a clear number.',
  'missing.contradicted': 'The figures of this row do not agree.',
  'missing.unknown': 'It cannot be known from what the page shows.',
  'additions.of': '{count} of {allowed}',
  'additions.unknown': 'Waiting for a second look',
  'liquidation.none': 'No liquidation price',
  age: '{duration} old',

  'warning.LIQUIDATION_NEAR': 'Liquidation is {distance} away',
  'warning.LIQUIDATION_NEAR.detail':
    'More margin would move the liquidation price and leave the loss as it is. A stop-loss or a smaller position limits the loss.',
  'warning.LIQUIDATION_PRICE_CROSSED': 'The mark price has crossed the liquidation price',
  'warning.LIQUIDATION_PRICE_CROSSED.detail': 'The exchange may be closing this position now.',
  'warning.MARGIN_ALLOWANCE_USED':
    '{allowed, plural, one {Your one margin addition is used} other {Your # margin additions are used}}',
  'warning.MARGIN_ALLOWANCE_USED.detail':
    'If the price goes on against you, the plan was to cut the loss and not to add again.',
  'warning.MARGIN_ADDED_AGAIN':
    'You added margin {additions, plural, =1 {once} =2 {twice} other {# times}}{losing, plural, =1 { and are still losing: cut your losses} other {}}',
  'warning.MARGIN_ADDED_AGAIN.detail':
    'Your limit is {allowed}. At stake now: {atStake}.{losing, plural, =1 { The loss is the same as before: {loss}.} other {}}',
  'warning.STILL_LOSING_AFTER_ADDING': 'Still losing after adding margin: {loss}',
  'warning.STILL_LOSING_AFTER_ADDING.detail':
    'Adding margin moves the liquidation price and nothing else. If the direction is wrong, the added margin is lost too.',
  'warning.ADDITION_TOO_LARGE': 'One addition was {share} of your capital',
  'warning.ADDITION_TOO_LARGE.detail':
    'An addition should be a small part of your capital: {threshold} at most by your limit.',
  'warning.STOP_LOSS_MISSING': 'No stop-loss for {duration}',
  'warning.STOP_LOSS_MISSING.detail': 'Decide now where you are wrong, while it is calm.',
  'warning.STOP_LOSS_BEYOND_LIQUIDATION': 'The stop-loss would never trigger',
  'warning.STOP_LOSS_BEYOND_LIQUIDATION.detail':
    'It lies beyond the liquidation price: you would be liquidated first.',
  'warning.STOP_LOSS_NEAR_LIQUIDATION': 'The stop-loss is close to liquidation',
  'warning.STOP_LOSS_NEAR_LIQUIDATION.detail':
    'A fast move can reach the liquidation price before the stop is filled.',
  'warning.STOP_LOSS_UNKNOWN': 'Stop-loss not visible',
  'warning.STOP_LOSS_UNKNOWN.detail':
    'The page does not show whether there is one. Show the TP/SL columns to have it checked.',
  'warning.CAPITAL_SHARE_HIGH': 'This position holds {share} of your capital',
  'warning.CAPITAL_SHARE_HIGH.detail': 'From {threshold} on it deserves a second thought.',
  'warning.CAPITAL_SHARE_OVER_LIMIT': 'This position holds {share} of your capital',
  'warning.CAPITAL_SHARE_OVER_LIMIT.detail': 'Your limit for one position is {threshold}.',
  'warning.LEVERAGE_HIGH': 'Leverage {leverage}× is above your {allowed}×',
  'warning.LEVERAGE_HIGH.detail':
    'The higher the leverage, the less an addition moves the liquidation price.',
  'warning.CROSS_MARGIN_SHARED': 'Cross margin: the whole balance stands behind this position',
  'warning.CROSS_MARGIN_SHARED.detail':
    'No addition is needed or possible. {others, plural, =0 {One losing position can eat all of it.} one {# other position shares it; one losing position can pull the other down.} other {# other positions share it; one losing position can pull the others down.}}',
  'warning.AVAILABLE_BALANCE_SHORT': 'The available balance does not cover it',
  'warning.AVAILABLE_BALANCE_SHORT.detail':
    'Available: {available}. More would have to be moved from the spot account first.',
  'warning.POSITION_INCREASED_WHILE_LOSING': 'The position was made larger while losing',
  'warning.POSITION_INCREASED_WHILE_LOSING.detail':
    'That is not adding margin: the size grows, and the average entry price moves.',

  'way-out.set-stop': 'Set a stop-loss',
  'way-out.reduce': 'Reduce',
  'way-out.close': 'Close',

  'panel.label': 'Margin Brake: distance to liquidation',
  'panel.collapse': 'Collapse',
  'panel.expand': 'Expand',
  'panel.read-only': 'Read-only. Not financial advice.',

  'limits.title': 'Your limits',
  'limits.intro': 'Set in a calm hour. The panel holds you to them and never acts for you.',
  'limits.saved': 'Saved',
  'limits.reset': 'Back to the advice',
  'limits.damaged': 'Your saved limits were damaged and set aside. These are the defaults.',
  'limits.newer':
    'A later version of Margin Brake saved your limits. They are left alone: these are the defaults, and changes are not kept.',
  'limits.unsaved': 'That could not be saved. These are the limits that hold.',
  'limits.problem.not-a-number': 'Please enter a number. Kept: {kept}.',
  'limits.problem.out-of-range': 'Please stay between {min} and {max}. Kept: {kept}.',
  'limits.problem.above': 'This may not be above “{other}”. Kept: {kept}.',
  'limits.problem.below': 'This may not be below “{other}”. Kept: {kept}.',
  'limits.group.additions': 'Adding margin',
  'limits.group.size': 'Size of a position',
  'limits.group.distance': 'Distance to liquidation',
  'limits.group.stop': 'Stop-loss',
  'limits.group.holding': 'Holding to it',
  'limit.maxMarginAdditions': 'Margin additions per position',
  'limit.maxMarginAdditions.why':
    'One at most is the advice. Whoever has added and still loses was probably wrong about the direction.',
  'limit.capitalShareCaution': 'Remark from this share of capital',
  'limit.capitalShareCaution.why': 'Margin of one position as a part of all your capital.',
  'limit.capitalShareLimit': 'Limit for one position',
  'limit.capitalShareLimit.why':
    '5–10 % is the advice, so that no single position can do lasting harm.',
  'limit.maxAdditionShare': 'Largest single addition',
  'limit.maxAdditionShare.why':
    'An addition should be a tiny part of your capital: losing it must be bearable.',
  'limit.distanceCaution': 'Caution below this distance',
  'limit.distanceCaution.why':
    'How far the mark price may come to liquidation before you are told.',
  'limit.distanceDanger': 'Danger below this distance',
  'limit.distanceDanger.why': 'From here a single fast move can liquidate the position.',
  'limit.requireStopLoss': 'Remind me of a stop-loss',
  'limit.requireStopLoss.why': 'A stop set in advance decides calmly what panic decides badly.',
  'limit.stopLossGrace': 'Time allowed without a stop-loss',
  'limit.stopLossGrace.why': 'After opening a position, before the reminder comes.',
  'limit.stopLossBuffer': 'Room between stop and liquidation',
  'limit.stopLossBuffer.why':
    'Part of the way from entry to liquidation. A stop too close to liquidation may be jumped over.',
  'limit.maxLeverage': 'Highest leverage',
  'limit.maxLeverage.why': 'With low leverage a small addition moves the liquidation price far.',
  'limit.preferIsolated': 'Prefer isolated margin',
  'limit.preferIsolated.why': 'It contains the risk within one position.',
  'limit.capital': 'Total capital',
  'limit.capital.why': 'Empty: the margin balance that the page shows.',
  'limit.holdLimits': 'Loosen only after a delay',
  'limit.holdLimits.why':
    'Stricter limits count at once. Looser ones wait, unless you have no position.',
  'limit.loosenDelay': 'The delay',
  'limit.loosenDelay.why': 'Time enough to sleep over it.',
  'limit.decisionPause': 'Pause before adding beyond the limit',
  'limit.decisionPause.why': 'A breath with three facts. It can be dismissed at once.',
  'unit.percent': '%',
  'unit.minutes': 'min',
  'unit.hours': 'h',
  'unit.seconds': 's',
  'unit.times': '×',
} as const

export type MessageKey = keyof typeof en
export type Dictionary = Readonly<Record<MessageKey, string>>
