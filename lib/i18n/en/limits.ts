export const limits = {
  'limits.title': 'Your limits',
  'limits.intro':
    'Set these while you’re calm. The panel reminds you of them and never acts for you.',
  'limits.saved': 'Saved',
  'limits.reset': 'Reset to recommended',
  'limits.damaged': 'Your saved limits were damaged, so we set them aside. These are the defaults.',
  'limits.newer':
    'A newer version of Margin Brake saved your limits. We left them untouched: these are the defaults, and changes won’t be saved.',
  'limits.unsaved': 'Couldn’t save. These limits still apply.',
  'limits.waiting':
    'Looser from {moment}, as you asked: {names}. Until then, the stricter limits apply.',
  'limits.waiting.cancel': 'Keep the stricter limits',
  'limits.problem.not-a-number': 'Enter a number without thousands separators. Still {kept}.',
  'limits.problem.not-whole': 'Enter a whole number. Still {kept}.',
  'limits.problem.out-of-range': 'Enter a number between {min} and {max}. Still {kept}.',
  'limits.problem.above': 'This can’t be above “{other}”. Still {kept}.',
  'limits.problem.below': 'This can’t be below “{other}”. Still {kept}.',
  'limits.group.additions': 'Adding margin',
  'limits.group.size': 'Position size',
  'limits.group.distance': 'Distance to liquidation',
  'limits.group.stop': 'Stop-loss',
  'limits.group.holding': 'Sticking to your limits',
  'limit.maxMarginAdditions': 'Margin additions per position',
  'limit.maxMarginAdditions.why':
    'We suggest one at most. If you’ve added margin once and the position still loses, the direction was probably wrong.',
  'limit.capitalShareCaution': 'Remind me from this share of capital',
  'limit.capitalShareCaution.why': 'Margin of one position as a share of your total capital.',
  'limit.capitalShareLimit': 'Limit for one position',
  'limit.capitalShareLimit.why':
    'We recommend 5–10%, so that no single position can do lasting harm.',
  'limit.maxAdditionShare': 'Largest single margin addition',
  'limit.maxAdditionShare.why':
    'A margin addition should be a tiny part of your capital: you must be able to bear losing it.',
  'limit.distanceCaution': 'Caution below this distance',
  'limit.distanceCaution.why':
    'How close the mark price can get to liquidation before we warn you.',
  'limit.distanceDanger': 'Danger below this distance',
  'limit.distanceDanger.why': 'From here, a single fast move can liquidate the position.',
  'limit.requireStopLoss': 'Remind me to set a stop-loss',
  'limit.requireStopLoss.why':
    'With a stop set in advance, you decide while you’re calm, not while you panic.',
  'limit.stopLossGrace': 'Time allowed without a stop-loss',
  'limit.stopLossGrace.why': 'After you open a position, before the reminder appears.',
  'limit.stopLossBuffer': 'Room between stop and liquidation',
  'limit.stopLossBuffer.why':
    'Share of the way from entry to liquidation. A fast move can skip a stop that’s too close to liquidation.',
  'limit.maxLeverage': 'Highest leverage',
  'limit.maxLeverage.why':
    'With low leverage, a small margin addition moves the liquidation price a lot.',
  'limit.preferIsolated': 'Prefer isolated margin',
  'limit.preferIsolated.why': 'It limits the risk to one position.',
  'limit.capital': 'Total capital',
  'limit.capital.why': 'Empty: the margin balance that the page shows.',
  'limit.capital.asset': 'Asset of the total capital',
  'limit.capital.asset.why':
    'Dollar stablecoins count as one asset. For a position in another asset, the share isn’t known.',
  'limit.holdLimits': 'Loosen limits only after a delay',
  'limit.holdLimits.why':
    'Stricter limits apply right away. Looser ones wait, unless you have no open position.',
  'limit.loosenDelay': 'Delay',
  'limit.loosenDelay.why': 'Long enough to sleep on it.',
  'limit.decisionPause': 'Pause before adding margin beyond the limit',
  'limit.decisionPause.why': 'Shows three facts for a few seconds. You can dismiss it right away.',
  'unit.percent': '%',
  'unit.minutes': 'min',
  'unit.hours': 'h',
  'unit.seconds': 's',
  'unit.times': '×',
} as const
