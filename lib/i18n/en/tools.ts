/** What-if, stop-loss planner and cross margin, on the position's card. */
export const tools = {
  'what-if.amount': 'Add margin (− removes)',
  'what-if.slider': 'Margin added or removed',
  'what-if.not-a-number': 'Enter a number without thousands separators.',
  'what-if.too-much': 'You can’t remove that much margin.',
  'what-if.no-ground': 'We can’t read enough of this row to work it out.',
  'what-if.removable': 'The page may let you remove about {amount} at most.',
  'what-if.wanted': 'Target distance',
  'what-if.needs': 'That takes {amount} more.',
  'what-if.needs.interval': 'That takes between {low} and {high} more.',
  'what-if.frees': 'That takes {amount} less.',
  'what-if.frees.interval': 'That takes between {low} and {high} less.',
  'what-if.unreachable': 'No amount of margin gives that distance.',
  'what-if.effect': 'Each {amount} more moves liquidation by {distance} of the price.',
  'what-if.end.stop':
    'Your stop-loss at {price} triggers before liquidation: more margin changes nothing there.',
  'what-if.end.full':
    'After {amount} more, extra margin changes nothing: there’s no liquidation price left.',
  'what-if.end.nowhere': 'All extra margin moves liquidation and puts more money at stake.',

  'stop.zone': 'Useful between {edge} and the mark price {mark}.',
  'stop.zone.no-liquidation':
    'This position has no liquidation price: any stop on the losing side of {mark} will work.',
  'stop.zone.elsewhere':
    'Liquidation is on the other side of the price: any stop on the losing side of {mark} triggers first.',
  'stop.zone.crowded':
    'The price is already too close to liquidation for a safe stop. You can still reduce or close.',
  'stop.zone.unknown': 'The side or a price isn’t known: no useful zone.',
  'stop.price': 'Stop price',
  'stop.covers': 'Part of the position to close',
  'stop.loss': 'Loss you’d accept',
  'stop.not-a-number': 'Enter a number without thousands separators.',
  'stop.not-a-part': 'Enter a percentage above 0 and up to 100.',
  'stop.outcome.loss': 'Loss at this stop: {loss}',
  'stop.outcome.share': '{share} of your capital',
  'stop.outcome.profit': 'This stop keeps a profit of {profit}.',
  'stop.uncovered': 'This stop would leave {part} of the position open.',
  'stop.nearest': 'Stop price for that loss: {price}',
  'stop.nearest.none': 'No stop price gives that loss.',
  'stop.verdict.useful': 'It triggers before liquidation.',
  'stop.verdict.wrong-side': 'It’s on the wrong side of the mark price: it would trigger at once.',
  'stop.verdict.beyond-liquidation': 'It would never trigger: liquidation comes first.',
  'stop.verdict.near-liquidation':
    'It’s close to liquidation: a fast move can get there before the stop is filled.',
  'stop.verdict.unknown': 'We can’t tell whether it triggers before liquidation.',
  'stop.existing': 'Current stop: {price}, for the whole position.',
  'stop.existing.order': 'Current stop: {price}, an open order seen {duration} ago.',
  'stop.existing.part':
    'Current stop: perhaps only for part of the position. Only liquidation would close the rest.',
  'stop.existing.none': 'No stop is set now.',
  'stop.existing.possible':
    'None in the TP/SL columns. {orders, plural, =0 {An open order may be a stop-loss.} one {# open order may be a stop-loss.} other {One of # open orders may be a stop-loss.}}',
  'stop.existing.unknown':
    'Current stop: we can’t see enough to tell. A partial stop closes only the quantity set in it.',
  'stop.no-fee': 'Doesn’t include fees or slippage.',
  'stop.cross-moves':
    'In cross mode, the liquidation price moves with your other positions and your balance.',

  'cooling-off.additions': 'You added margin to {symbol} more often than you’d planned.',
  'cooling-off.liquidated': '{symbol} was liquidated.',
  'cooling-off.probably-liquidated': '{symbol} was probably liquidated.',
  'cooling-off.how':
    'No positions are open here: a good time for a break. The exchange can lock futures trading for a day, a week or a month: Trading Rules, Cooling-off Period.',
  'cooling-off.link': 'What it does',

  'cross.balance': 'The whole balance: {balance}',
  'cross.balance.unknown': 'The whole balance. The page doesn’t show how much that is.',
  'cross.alone': 'No other visible cross position shares it.',
  'cross.shared': 'Shared with: {positions}',
  'cross.pooled': 'Cross positions in all assets share this balance, counted in {asset}.',
  'cross.perhaps':
    'Perhaps shared with: {positions}. The page doesn’t say whether assets are counted together.',
  'cross.no-addition':
    'Adding margin is neither needed nor possible: losses come out of the balance.',
  'cross.move': 'If the price moves against you by (%)',
  'cross.takes': 'That costs {loss} of the balance.',
  'cross.takes.share': 'That costs {loss} of the balance: {share} of it.',
  'cross.takes.hedged':
    'The other position in this contract gains at least as much: the balance doesn’t fall.',
  'cross.takes.liquidation': 'Liquidation comes before that.',
  'cross.not-a-move': 'Enter a number above 0.',
} as const
