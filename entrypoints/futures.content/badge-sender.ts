import type { Badge } from '@/lib/rules'

/** A badge that changes with every tick would wake the background as often. */
const PAUSE = 2_000

export type BadgeSenderOptions = {
  send: (badge: Badge | null) => Promise<unknown>
  /** Where the browser tells that the page was asleep. */
  page: EventTarget
  signal: AbortSignal
}

/**
 * Another band or another position is told at once, another figure when the last was told a while ago. After
 * a sleep everything is told anew: the background has put a "?" there meanwhile.
 */
export const badgeSender = ({ send, page, signal }: BadgeSenderOptions) => {
  /** `undefined`: nobody knows what the badge shows. */
  let told: Badge | null | undefined = null
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
  const forget = () => (told = undefined)
  for (const event of ['resume', 'visibilitychange']) page.addEventListener(event, forget, { signal })

  return (badge: Badge | null, now: number): void => {
    next = badge
    const isNews =
      told === undefined || badge?.band !== told?.band || badge?.symbol !== told?.symbol
    if (isNews || Math.abs(now - toldAt) >= PAUSE) tell(now)
    else timer ??= setTimeout(() => tell(now + PAUSE), PAUSE)
  }
}
