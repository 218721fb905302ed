/** What a trader wants to know and no page says. */
export const insight = {
  'insight.range': 'The 24-hour high and low are {moved} apart. Liquidation is {distance} away.',
  'insight.range.short':
    'The 24-hour high and low are {moved} apart: more than the distance to liquidation.',
  'insight.seen': '(High and low seen {duration} ago.)',
  'insight.asymmetry': 'Back to entry: {back}. To liquidation: {liquidation}.',
  'insight.first':
    'If you’d closed at your first margin addition: {then}. If you close now: {now}.',
  'insight.funding.pays': 'The next funding takes {amount} from the margin.',
  'insight.funding.receives': 'The next funding brings {amount}.',
  'insight.funding.day': 'At this rate, {amount} a day.',
  'insight.funding.distance': 'Liquidation would then be {distance} away.',
  'insight.ladder.fall': 'Extra margin needed to survive a further fall',
  'insight.ladder.rise': 'Extra margin needed to survive a further rise',
  'insight.ladder.move': 'Price',
  'insight.ladder.margin': 'Margin',
  'insight.ladder.behind': 'Then at stake',
} as const
