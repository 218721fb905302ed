export const decision = {
  'decision.label': 'Margin Brake: what this amount would change',
  'decision.unmatched':
    'We can’t tell which position this dialog is for, so we’re not showing any figures.',
  'decision.no-room':
    'No room for the figures next to this dialog. Make the window larger to see them.',
  'decision.type': 'Type an amount to see what it would change.',
  'decision.liquidation': 'Liquidation price',
  'decision.distance': 'Distance',
  'decision.at-stake': 'At stake',
  'decision.capital-share': 'Share of capital',
  'decision.before-after': '{before} → {after}',
  'decision.interval': 'between {low} and {high}',
  'decision.at-least': '{low} or more',
  'decision.at-most': '{high} or less',
  'decision.never': 'none',
  'decision.from-page': 'The new liquidation price is the page’s own estimate.',
  'decision.from-ours': 'The page shows no estimate, so this one is ours:',
  'decision.agrees': 'Our own calculation agrees.',
  'decision.differs':
    'Our own calculation gives a different figure: {interval}. Please double-check.',
  'decision.assumes-bracket': 'This assumes no higher margin tier starts before that price.',
  'decision.loss-stays': 'The loss stays the same: −{loss}',
  'decision.addition':
    '{number, plural, =1 {This would be your first margin addition} =2 {This would be your second margin addition} other {This would be margin addition number #}} here. Your limit is {allowed}.',
  'decision.short':
    'Your available balance is {short} short. You’d have to transfer funds from spot first.',
  'decision.over-most': 'The page allows {most} at most.',
  'decision.free':
    'Adding margin costs no fee. It moves the liquidation price and puts more money at stake.',
  'decision.removal': 'Removing margin brings the liquidation price closer.',
  'decision.verdict.past-share':
    'Over your limit: one position would hold {share} of your capital.',
  'decision.verdict.too-large':
    'More than you allow for one margin addition: this amount is {share} of your capital.',
  'decision.verdict.within': 'This amount is within your limits.',
  'decision.verdict.unknown': 'The page doesn’t show enough to check this against your limits.',
  'decision.verdict.removal-danger': 'Closer to liquidation than your danger limit of {threshold}.',
  'decision.verdict.removal-caution':
    'Closer to liquidation than your caution limit of {threshold}.',
  'decision.verdict.removal-stop':
    'Your stop-loss would be too close to liquidation, or beyond it.',
  'decision.verdict.removal-within': 'Liquidation stays farther away than your thresholds.',
  'decision.pause.title': 'Take a breath first',
  'decision.pause.loss': 'Adding margin doesn’t change your profit or loss.',
  'decision.pause.stake': 'You’d have more money at stake in the same position.',
  'decision.pause.way': 'A smaller position or a stop-loss limits the loss. More margin doesn’t.',
  'decision.pause.dismiss': 'Continue',
  'decision.questions': 'Six questions',
  'decision.questions.removal': 'Before you remove margin',
  'decision.question.leverage-moderate': 'Is the leverage moderate?',
  'decision.question.effect-large': 'How far would 1% of your capital move the liquidation price?',
  'decision.question.amount-tiny': 'Is the amount a tiny part of your capital?',
  'decision.question.price-against': 'Is the price no worse than at your first margin addition?',
  'decision.question.money-elsewhere': 'Is this money you can spare?',
  'decision.question.losing-after-adding':
    'Is this either your first margin addition or a position in profit?',
  'decision.question.distance-left': 'Does liquidation stay far enough away?',
  'decision.question.stop-still-acts': 'Would your stop-loss stay clear of liquidation?',
  'decision.question.winning': 'Is the position in profit?',
  'decision.question.money-needed': 'Do you need this money elsewhere?',
  'decision.answer.with': '{answer} ({figure})',
  'decision.answer.then': 'was {price}',
  'decision.answer.for': 'yes',
  'decision.answer.against': 'no',
  'decision.answer.ask': 'only you know',
  'decision.answer.none': 'none yet',
  'decision.answer.unknown': 'unknown',
} as const
