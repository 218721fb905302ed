export const journal = {
  'journal.title': 'Journal',
  'journal.intro':
    'What you did with each position, and how it ended. It never leaves this browser.',
  'journal.loading': 'Opening the journal…',
  'journal.newer':
    'A newer version of Margin Brake wrote this journal. We left it untouched: please update the extension.',
  'journal.unreadable':
    'The journal couldn’t be opened: its database is damaged, or the browser blocked it. Restarting the browser often helps. Browser message: {reason}',
  'journal.damaged':
    '{count, plural, one {# journal record is damaged and can’t be shown. It’s kept, and the JSON export includes it as it is.} other {# journal records are damaged and can’t be shown. They’re kept, and the JSON export includes them as they are.}}',
  'journal.empty': 'No positions yet',
  'journal.empty.detail':
    'Open your futures page with the Positions tab selected. From then on, every position is recorded here: margin added, stop-losses, warnings and the outcome. Or import an exported journal.',

  'journal.totals': 'Summary',
  'journal.totals.of-all': 'All positions: {closed} closed, {open} open',
  'journal.totals.of-symbol': '{symbol}: {closed} closed, {open} open',
  'journal.totals.additions': 'Margin additions and outcome',
  'journal.totals.lesson':
    'After {group, plural, =1 {one margin addition} other {a second margin addition}}, {losses, plural, =0 {none} other {#}} of {known} {known, plural, one {position} other {positions}} ended at a loss.',
  'journal.totals.no-lesson': 'No results yet for positions you added margin to.',
  'journal.totals.group': 'Margin added',
  'journal.totals.group.name': '{group, plural, =0 {never} =1 {once} other {twice or more}}',
  'journal.totals.ended': 'Ended',
  'journal.totals.at-a-loss': 'At a loss',
  'journal.totals.losses': '{losses} ({share})',
  'journal.totals.result': 'Result in total',
  'journal.totals.sum': 'Positions you added margin to: {sum} in total',
  'journal.totals.legend.gain': 'closed at a gain',
  'journal.totals.legend.even': 'at break-even',
  'journal.totals.legend.loss': 'at a loss or liquidated',
  'journal.totals.bar':
    '{gains} closed at a gain, {even} at break-even, {losses} at a loss or liquidated',
  'journal.totals.left-out':
    '{count, plural, one {# more isolated position is left out: its outcome, or how often margin was added to it, isn’t known.} other {# more isolated positions are left out: their outcome, or how often margin was added to them, isn’t known.}}',
  'journal.totals.basis':
    'Result: the last PnL that the page showed before the position ended, without fees and funding. For a liquidated position: its margin. Positions closed in parts count as ended, but their result isn’t in the sum.',
  'journal.totals.liquidations': 'Lost to liquidations',
  'journal.totals.liquidations.none': 'No liquidations seen',
  'journal.totals.liquidations.count':
    '{count, plural, one {# liquidation} other {# liquidations}}{unknown, plural, =0 {} one {, # with unknown loss} other {, # with unknown loss}}',
  'journal.totals.liquidations.probable':
    '{count, plural, one {# position was probably liquidated; it isn’t counted here} other {# positions were probably liquidated; they aren’t counted here}}',
  'journal.totals.stops': 'No stop-loss in position TP/SL',
  'journal.totals.stops.count':
    '{without} of {known} closed {known, plural, one {position} other {positions}}',
  'journal.totals.stops.unknown': 'The page hasn’t shown it yet',

  'journal.filter.symbol': 'Symbol',
  'journal.filter.outcome': 'Outcome',
  'journal.filter.all': 'All',
  'journal.filter.count': '{count, plural, one {# position} other {# positions}}',
  'journal.filter.nothing': 'No positions match these filters.',

  'journal.outcome.open': 'Open',
  'journal.outcome.gain': 'Gain',
  'journal.outcome.even': 'Break-even',
  'journal.outcome.loss': 'Loss',
  'journal.outcome.liquidated': 'Liquidated',
  'journal.outcome.unknown': 'Outcome unknown',
  'journal.outcome.probably-liquidated': 'Probably liquidated',

  'journal.list': 'Positions, newest first',
  'journal.additions': 'margin added {count, plural, =1 {once} =2 {twice} other {# times}}',
  'journal.additions.at-least':
    'margin added at least {count, plural, =1 {once} =2 {twice} other {# times}}',
  'journal.additions.unknown': 'margin additions unknown',
  'journal.no-stop': 'no stop-loss in position TP/SL',

  'journal.detail.choose': 'Choose a position to see what happened.',
  'journal.detail.gone': 'This position is no longer in the journal.',
  'journal.detail.damaged':
    'This record is damaged and can’t be shown. The JSON export includes it as it is. Importing an intact copy would repair it.',
  'journal.detail.opened': 'Opened',
  'journal.detail.first-seen': 'First seen',
  'journal.detail.closed': 'Closed',
  'journal.detail.found-closed': 'Found closed',
  'journal.detail.held': 'Duration',
  'journal.detail.entry': 'Entry price',
  'journal.detail.size': 'Size',
  'journal.detail.initial-margin': 'Margin at the start',
  'journal.detail.added-margin': 'Added margin we saw',
  'journal.detail.result': 'Last PnL',
  'journal.detail.result.in-parts': 'Last PnL of the rest',
  'journal.detail.result.margin-lost': 'Margin lost',
  'journal.detail.times': '{count}×',

  'journal.chart': 'Prices over time',
  'journal.chart.label':
    'Mark, entry, liquidation and stop-loss price over time, {additions, plural, =0 {no margin additions} one {# margin addition} other {# margin additions}} marked. The timeline below gives the same in words.',
  'journal.chart.too-little': 'Not enough data to draw prices over time.',
  'journal.chart.time': 'Time',
  'journal.chart.mark': 'Mark',
  'journal.chart.entry': 'Entry',
  'journal.chart.liquidation': 'Liquidation',
  'journal.chart.stop': 'Stop-loss',

  'journal.timeline': 'Timeline',

  'journal.export.csv': 'Export CSV',
  'journal.export.json': 'Export JSON',
  'journal.export.done': '{count, plural, one {# position} other {# positions}} exported.',
  'journal.export.left-out':
    '{count, plural, one {# damaged record is} other {# damaged records are}} not in the CSV.',
  'journal.export.failed': 'The export failed. Browser message: {reason}',
  'journal.export.columns': 'Columns of the CSV file',
  'journal.export.columns.intro':
    'One line per position. An empty cell means that the figure isn’t known.',
  'journal.import': 'Import JSON',
  'journal.import.running': 'Importing: {done} of {all}',
  'journal.import.done':
    '{count, plural, one {# position} other {# positions}} imported and merged with what was already here.',
  'journal.import.not-json':
    'This file is damaged or incomplete: it isn’t JSON. Nothing was imported.',
  'journal.import.not-a-journal': 'This file isn’t a Margin Brake journal. Nothing was imported.',
  'journal.import.newer': 'A newer version of Margin Brake wrote this file. Nothing was imported.',
  'journal.import.damaged':
    '{count, plural, one {# record in the file is damaged and was skipped} other {# records in the file are damaged and were skipped}}: {records}',
  'journal.import.record': 'number {place} ({symbol}), at “{path}”',
  'journal.import.failed':
    'The import stopped. What was imported is kept, and you can safely import the file again. Browser message: {reason}',

  'journal.erase.one': 'Erase this position',
  'journal.erase.all': 'Erase all',
  'journal.erase.one.title': 'Erase this position?',
  'journal.erase.one.text':
    '{symbol}, first seen {opened}, will disappear from the journal and its totals. Only an export can bring it back.',
  'journal.erase.all.title': 'Erase the whole journal?',
  'journal.erase.all.text':
    '{count, plural, one {# closed position will be erased. Only an export can bring it back.} other {# closed positions will be erased. Only an export can bring them back.}} Open positions stay, so that their margin additions are still counted.',
  'journal.erase.everything': 'Also erase open positions and the count of their margin additions',
  'journal.erase.confirm': 'Erase',
  'journal.erase.cancel': 'Keep',
  'journal.erase.done': 'Erased.',
  'journal.erase.failed': 'Couldn’t erase. Browser message: {reason}',

  'journal.column.id': 'ID of the position, the same in every export.',
  'journal.column.symbol': 'Contract.',
  'journal.column.market': 'usdm (linear) or coinm (inverse).',
  'journal.column.side': 'long or short.',
  'journal.column.margin_mode': 'isolated or cross.',
  'journal.column.margin_asset': 'The asset of every amount in this line.',
  'journal.column.opened_at': 'First seen, UTC.',
  'journal.column.opening_seen': 'yes: we saw it open. no: it was open already.',
  'journal.column.closed_at': 'When we first saw that it was gone, UTC. Empty: still open.',
  'journal.column.close_kind': 'closed, stopped, reversed or liquidated.',
  'journal.column.outcome': 'open, gain, even, loss, liquidated, probably-liquidated or unknown.',
  'journal.column.result': 'See result_basis. Empty: not known.',
  'journal.column.result_basis':
    'last-pnl: the last unrealized PnL that the page showed, without fees, funding and earlier partial closes. margin-lost: the margin of a liquidated position.',
  'journal.column.quantity': 'Last size, in coins (usdm) or contracts (coinm).',
  'journal.column.entry_price': 'Last average entry price.',
  'journal.column.leverage': 'Last leverage.',
  'journal.column.initial_margin': 'Margin when the position was opened.',
  'journal.column.last_margin': 'Last isolated wallet seen. Empty for cross.',
  'journal.column.additions': 'Counted margin additions, including your corrections.',
  'journal.column.additions_complete': 'no: there may have been more.',
  'journal.column.added_margin': 'Sum of the margin additions that we saw.',
  'journal.column.first_addition_at': 'First margin addition that we saw, UTC.',
  'journal.column.unanswered_questions':
    'How often margin rose and it isn’t clear whether by you or by funding.',
  'journal.column.removed_margin': 'Margin removed.',
  'journal.column.funding': 'Sum of funding: received is positive, paid is negative.',
  'journal.column.increases': 'How often the position was increased.',
  'journal.column.increases_while_losing': 'How many of these were made at a loss.',
  'journal.column.reductions': 'How often part of the position was closed.',
  'journal.column.warnings': 'How many warnings Margin Brake showed.',
  'journal.column.stop_loss':
    'set: at some time. never: position TP/SL showed none. unknown: the page didn’t show it.',
  'journal.column.last_mark_price': 'Last mark price seen.',
  'journal.column.last_liquidation_price':
    'Last liquidation price seen. none: there was no liquidation price.',
  'journal.column.close_certain': 'yes: the figures prove how it ended. no: likeliest.',
  'journal.column.follows':
    'ID of the position that ended before it at the same size and entry price.',
} as const
