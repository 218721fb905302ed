import type { Badge } from '@/lib/rules'

/** A badge that changes with every tick would wake the background as often. */
const PAUSE = 2_000

export type BadgeSenderOptions = {
  send: (badge: Badge | null) => Promise<unknown>
  signal: AbortSignal
}

/** Another band or another position is told at once, another figure when the last was told a while ago. */
export const badgeSender = ({ send, signal }: BadgeSenderOptions) => {
  let told: Badge | null = null
  let next: Badge | null = null
  let toldAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | null = null

  const tell = (now: number): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (signal.aborted || JSON.stringify(next) === JSON.stringify(told)) return
    told = next
    toldAt = now
    // The next figure tells it again, should the background be away.
    void send(next).catch(() => (told = null))
  }
  return (badge: Badge | null, now: number): void => {
    next = badge
    const isNews = badge?.band !== told?.band || badge?.symbol !== told?.symbol
    if (isNews || Math.abs(now - toldAt) >= PAUSE) tell(now)
    else timer ??= setTimeout(() => tell(now + PAUSE), PAUSE)
  }
}
