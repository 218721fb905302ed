import type { Badge } from '@/lib/rules/panel'

/** The toolbar's badge as it was last sent. `undefined`: nobody knows what it shows. */
export type SentBadge = { badge: Badge | null | undefined; at: number }

export const noBadge: SentBadge = { badge: null, at: Number.NEGATIVE_INFINITY }

/** A badge that changes with every tick would wake the background as often. */
const PAUSE_MS = 2_000

const differs = (a: Badge | null, b: Badge | null, parts: readonly (keyof Badge)[]): boolean =>
  parts.some((part) => a?.[part] !== b?.[part])

/** Another band, colour or position at once; another figure, or the same again, when the last was sent a while ago. */
export const mayBadgeGo = (sent: SentBadge, badge: Badge | null, at: number): boolean => {
  const isPaused = Math.abs(at - sent.at) < PAUSE_MS
  if (sent.badge === undefined) return !isPaused
  if (differs(sent.badge, badge, ['band', 'tone', 'symbol', 'side'])) return true
  return differs(sent.badge, badge, ['text']) && !isPaused
}
