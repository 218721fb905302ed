/** What-if, stop-loss planner and cross margin, on the position's card. */
export const tools = {
  'what-if.title': 'What if I changed the margin?',
  'what-if.amount': 'Amount, minus takes out',
  'what-if.slider': 'Margin added or taken out',
  'what-if.not-a-number': 'Please type a number, without thousands separators.',
  'what-if.too-much': 'That is more than there is, or leaves nothing to liquidate.',
  'what-if.no-ground': 'Not enough of this row can be read to say what would change.',
  'what-if.removable': 'The page may let out about {amount} at most.',
  'what-if.wanted': 'Wanted distance',
  'what-if.needs': 'That takes {amount} more.',
  'what-if.needs.interval': 'That takes between {low} and {high} more.',
  'what-if.frees': 'That leaves {amount} to take out.',
  'what-if.frees.interval': 'That leaves between {low} and {high} to take out.',
  'what-if.unreachable': 'No amount of margin leads there.',
  'what-if.effect': 'Each {amount} more moves liquidation by {distance} of the price.',
  'what-if.end.stop':
    'Your stop-loss at {price} acts before liquidation does: more margin changes nothing there.',
  'what-if.end.full': 'Beyond {amount} more, margin changes nothing: no price liquidates.',
  'what-if.end.nowhere':
    'For this position there is no end: every addition moves liquidation, and is at stake too.',

  'stop.title': 'Plan a stop-loss',
  'stop.zone': 'Useful between {edge} and the mark price {mark}.',
  'stop.zone.no-liquidation': 'Nothing liquidates this position: any stop before {mark} acts.',
  'stop.zone.elsewhere':
    'Liquidation lies on the other side of the price: any stop before {mark} acts first.',
  'stop.zone.crowded':
    'The price is already as close to liquidation as a stop should be. Reducing or closing is what is left.',
  'stop.zone.unknown': 'Mark price, entry or liquidation is not known, so no zone can be given.',
  'stop.price': 'Stop price',
  'stop.covers': 'Part of the position, in %',
  'stop.loss': 'Loss that you accept',
  'stop.not-a-number': 'Please type a number, without thousands separators.',
  'stop.not-a-part': 'Please type a part above 0 and up to 100.',
  'stop.outcome.loss': 'Loss at this stop: {loss}',
  'stop.outcome.share': '{share} of your capital',
  'stop.outcome.profit': 'This stop keeps a profit of {profit}.',
  'stop.uncovered': '{part} of the position would stay open, with liquidation before it.',
  'stop.nearest': 'The stop for it: {price}',
  'stop.nearest.none': 'No price does that.',
  'stop.verdict.useful': 'It acts before liquidation.',
  'stop.verdict.wrong-side': 'It lies on the wrong side of the mark price: it would act at once.',
  'stop.verdict.beyond-liquidation': 'It would never act: liquidation comes first.',
  'stop.verdict.near-liquidation': 'It is close to liquidation: a fast move can jump over it.',
  'stop.verdict.unknown': 'Whether it acts before liquidation cannot be told.',
  'stop.existing': 'Set now: {price}, for the whole position.',
  'stop.existing.order': 'Set now: {price}, by an open order seen {duration} ago.',
  'stop.existing.part': 'Only for a part of the position. Nothing but liquidation stops the rest.',
  'stop.existing.none': 'None is set now.',
  'stop.existing.possible':
    'None in the TP/SL columns. {orders, plural, one {# open order may be one.} other {# open orders: one of them may be one.}}',
  'stop.existing.maybe': 'None in the TP/SL columns. An open order may be one.',
  'stop.existing.unknown':
    'Which stops are set now is not in sight. A partial stop closes only the quantity set in it.',
  'stop.no-fee': 'Without fees, and without what a fast market takes on top.',
  'stop.cross-moves':
    'In cross mode the liquidation price moves with your other positions and your balance.',

  'cooling-off.additions': 'Margin was added to {symbol} more often than you had planned.',
  'cooling-off.liquidated': '{symbol} was liquidated.',
  'cooling-off.how':
    'Nothing is open now: a good moment for a pause. The exchange can hold one for a day, a week or a month: Trading Rules, Cooling-off Period.',
  'cooling-off.link': 'What it does',

  'cross.title': 'What stands behind this position',
  'cross.balance': 'The whole balance: {balance}',
  'cross.balance.unknown': 'The whole balance. How much that is cannot be seen on the page.',
  'cross.alone': 'No other cross position in sight shares it.',
  'cross.shared': 'Shared with: {positions}',
  'cross.pooled': 'The cross positions of all assets stand on this balance, counted in {asset}.',
  'cross.perhaps':
    'Perhaps shared with: {positions}. The page does not say whether assets are counted together.',
  'cross.no-addition':
    'No addition is needed or possible: losses are taken from the balance by themselves.',
  'cross.move': 'If the price goes against you by, in %',
  'cross.takes': 'It takes {loss} from the balance.',
  'cross.takes.share': 'It takes {loss} from the balance: {share} of it.',
  'cross.takes.hedged':
    'The other position of this contract wins as much or more: the balance does not fall.',
  'cross.takes.liquidation': 'Liquidation comes before that.',
  'cross.not-a-move': 'Please type a number above 0.',
} as const
