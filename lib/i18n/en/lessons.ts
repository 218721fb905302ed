/** One sentence where it applies; the reason is behind it. */
export const lessons = {
  'lesson.not-safer': 'More margin is not safer.',
  'lesson.not-safer.why':
    'It moves the liquidation price. The loss stays, and if the market goes on, the added margin is lost too.',
  'lesson.digs-deeper': 'Adding again and again digs deeper.',
  'lesson.digs-deeper.why':
    'In the end the first margin and all additions are gone. Still losing after one addition usually means that the direction was wrong.',
  'lesson.not-size': 'Adding margin is not adding to the position.',
  'lesson.not-size.why':
    'The size stays the same. Growing a position is another operation, and it moves the average entry price.',
  'lesson.plan-isolated': 'Isolated margin keeps the risk in one position.',
  'lesson.plan-isolated.why':
    'In cross mode one losing position can take the whole balance, and the others with it.',
  'lesson.plan-stop': 'Set the stop-loss when you open.',
  'lesson.plan-stop.why': 'Where you are wrong is easier to decide before there is a loss.',
  'lesson.plan-share': 'Keep one position at 5 to 10 % of your capital.',
  'lesson.plan-share.why': 'Then a liquidation is bearable, and no single trade decides.',
  'lesson.plan-limit': 'Decide beforehand how often you would add: once at most.',
  'lesson.plan-limit.why':
    'Still losing after that, cut the loss. In the moment it is harder to decide.',
} as const
