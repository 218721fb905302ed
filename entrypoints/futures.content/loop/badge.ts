import type { Badge } from '@/lib/rules/panel'

/** The toolbar's badge as it was last sent. `undefined`: nobody knows what it shows. */
export type SentBadge = { badge: Badge | null | undefined; at: number }

export const noBadge: SentBadge = { badge: null, at: Number.NEGATIVE_INFINITY }

/** A badge that changes with every tick would wake the background as often. */
const PAUSE_MS = 2_000

const isSame = (a: SentBadge['badge'], b: Badge | null): boolean =>
  a === undefined
    ? false
    : (['band', 'tone', 'symbol', 'text'] as const).every((each) => a?.[each] === b?.[each])

/** Another band, colour or position at once; another figure, or the same again, when the last was sent a while ago. */
export const mayBadgeGo = (sent: SentBadge, badge: Badge | null, at: number): boolean => {
  if (isSame(sent.badge, badge)) return false
  const isNews =
    sent.badge !== undefined &&
    (['band', 'tone', 'symbol'] as const).some((each) => badge?.[each] !== sent.badge?.[each])
  return isNews || Math.abs(at - sent.at) >= PAUSE_MS
}
