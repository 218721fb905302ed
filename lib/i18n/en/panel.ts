export const panel = {
  name: 'Margin Brake',

  'status.ready': 'Reading {count, plural, one {# position} other {# positions}}',
  'status.partial': 'Couldn’t read everything',
  'status.stale': 'Figures are out of date',
  'status.hidden': 'Open the Positions tab to see your positions',
  'status.flat': 'No open positions',
  'status.logged-out': 'Log in to Binance to see your positions here',
  'status.loading': 'Waiting for the page',
  'status.unreadable': 'Can’t read this page',
  'status.not-in-sight': '{read} of {declared} positions visible',
  'status.unread-row': '{symbol}: couldn’t read this row. {reason}',
  'status.no-symbol-row': 'A row without a readable symbol.',
  'status.translated':
    'Your browser is translating this page. Figures may stand still: turn translation off to be sure.',
  'status.mark-still':
    'The mark price has stood still for {duration} while the last price moves. Distances may be wrong.',

  'record.full':
    'Your browser is out of space: margin additions are still counted, but not saved. Please free up some space.',
  'record.damaged':
    'Your position record was damaged, so we set it aside and the count restarts. Below, you can enter how many times you’d added margin before.',
  'record.newer':
    'A newer version of Margin Brake wrote your position record. We left it untouched: please update the extension.',
  'record.damaged-part':
    'The record of one or more positions was damaged and set aside. All other counts are complete.',
  'record.archive':
    'Closed positions can’t be saved to the journal right now. Your counts are still saved.',
  'record.two-accounts':
    'Two tabs show different figures for the same position: probably two accounts. The difference is not counted as added margin.',

  'failure.no-positions-tab': 'Couldn’t find the Positions tab.',
  'failure.ambiguous-tabs': 'Several groups of tabs look like the one with your positions.',
  'failure.no-table': 'Couldn’t find the positions table.',
  'failure.no-columns': 'Couldn’t recognise the table’s columns.',
  'failure.no-rows-read': 'Couldn’t make sense of the table’s rows.',
  'failure.too-large': 'The page is too large to read without slowing it down.',
  'failure.fault': 'Something went wrong in Margin Brake.',

  'row.no-symbol': 'Its symbol isn’t clear.',
  'row.no-side': 'Long or short isn’t clear.',
  'row.no-figures': 'Its figures aren’t clear.',
  'row.contradicted': 'Its figures contradict each other.',

  'side.long': 'Long',
  'side.short': 'Short',
  'side.unknown': 'Side unknown',
  'mode.isolated': 'Isolated',
  'mode.cross': 'Cross',
  'mode.unknown': 'Margin mode unknown',

  'field.liquidation-distance': 'to liquidation',
  'field.liquidation-price': 'Liquidation',
  'field.mark-price': 'Mark price',
  'field.margin': 'Margin',
  'field.at-stake': 'At stake',
  'field.margin-additions': 'Margin additions',
  'field.capital-share': 'Share of capital',
  'field.unrealized-pnl': 'PnL',
  'field.stop-loss': 'Stop-loss',
  'stop-loss.partial': 'for a part',
  'stop-loss.possible':
    'none in the columns; {orders, plural, one {# open order} other {# open orders}}',
  'field.leverage': 'Leverage',

  unknown: 'unknown',
  none: 'none',
  'missing.column-hidden': 'The column is hidden on the page.',
  'missing.none': 'The page shows none.',
  'missing.unparsed': 'The page shows something that isn’t a clear number.',
  'missing.hidden': 'You’ve hidden amounts on the page.',
  'missing.contradicted': 'The figures in this row don’t agree.',
  'missing.unknown': 'The page doesn’t show enough to know it.',
  'missing.other-asset': 'Your capital is counted in another asset.',
  'additions.of': '{count} of {allowed}',
  'additions.unknown': 'Waiting for a second reading',
  'badge.title': 'Margin Brake: {symbol} is {percent}% from liquidation',
  'badge.title.crossed': 'Margin Brake: {symbol} has crossed its liquidation price',
  'badge.title.unknown': 'Margin Brake: distance of {symbol} to liquidation unknown',
  'badge.title.asleep':
    'Margin Brake: the browser put this tab to sleep. Nothing has been read since {moment}',
  'badge.title.none': 'Margin Brake: {symbol} has no liquidation price',
  'popup.journal': 'Journal',
  'correction.question':
    'Margin rose by {amount} at {time}. It may have been funding. Did you add it?',
  'correction.question.no-amount':
    'Margin rose at {time}. It may have been funding. Did you add it?',
  'correction.yes': 'Yes, I added margin',
  'correction.no': 'No',
  'correction.added': '{amount} at {time}',
  'correction.added.no-amount': 'unknown amount at {time}',
  'correction.not-counted': 'not counted',
  'correction.not-mine': 'Not a margin addition',
  'correction.mine': 'It’s a margin addition',
  'correction.before': 'I’d added margin before:',
  'correction.before.times': '{count, plural, one {# time} other {# times}}',
  'correction.take-back': 'Undo my last answer',
  'liquidation.none': 'No liquidation price',
  age: 'figures {duration} old',
  'out-of-sight': 'Not visible on the page right now. Last figures seen.',

  'panel.label': 'Margin Brake: distance to liquidation',
  'panel.collapse': 'Collapse to one line',
  'panel.move': 'Move: drag, or use the arrow keys; Shift with an arrow goes to the edge',
  'panel.more': 'Show everything',
  'panel.less': 'Show less',
  'panel.hide-amounts': 'Hide amounts',
  'panel.show-amounts': 'Show amounts',
  'amount.hidden': '•••',
  'panel.expand': 'Expand',
  'panel.read-only': 'Read-only. Not financial advice.',
} as const
