/** One sentence where it applies; the reason is behind it. */
export const lessons = {
  'lesson.not-safer': 'More margin doesn’t make a position safer.',
  'lesson.not-safer.why':
    'It moves the liquidation price. The loss stays, and if the market keeps going, you lose the added margin too.',
  'lesson.digs-deeper': 'Adding margin again and again digs a deeper hole.',
  'lesson.digs-deeper.why':
    'A liquidation then takes the initial margin and every margin addition. If you’ve added margin once and still lose, the direction was probably wrong.',
  'lesson.not-size': 'Adding margin doesn’t increase the position.',
  'lesson.not-size.why':
    'The size stays the same. Increasing the position is a different operation, and it moves the average entry price.',
  'lesson.plan-isolated': 'Isolated margin limits the risk to one position.',
  'lesson.plan-isolated.why':
    'In cross mode, one losing position can use up the whole balance and pull the others down with it.',
  'lesson.plan-stop': 'Set a stop-loss when you open the position.',
  'lesson.plan-stop.why': 'It’s easier to choose your exit before you’re losing.',
  'lesson.plan-share': 'Put at most 5–10% of your capital into one position.',
  'lesson.plan-share.why':
    'Then you can bear a liquidation, and no single trade decides everything.',
  'lesson.plan-limit': 'Decide in advance how often you’d add margin: once at most.',
  'lesson.plan-limit.why':
    'If you’re still losing after that, cut the loss. In the moment, it’s harder to decide.',
} as const
