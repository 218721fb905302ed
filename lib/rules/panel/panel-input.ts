import type { ReadFailure, UnreadRow } from '@/lib/page/reading'
import type { PositionFacts } from '../facts/facts'
import type { AccountInput } from '../position/account'

/** What the reader saw, as far as the panel needs it. A `PageReading` fits. */
export type PanelInput =
  | (AccountInput & {
      status: 'positions'
      positions: readonly PositionFacts[]
      /** Read before and no longer in sight (scrolled away, filtered). */
      outOfSight: readonly PositionFacts[]
      unread: readonly UnreadRow[]
      /** n of "Positions(n)". */
      declared: number | null
      /** The browser translates the page: figures may stand still. */
      translated?: boolean
      /** Since when the mark price has not moved while trades went on at others; `null`: it moves. */
      ticker?: { markStillSince: number | null }
    })
  | { status: 'flat' | 'logged-out' }
  /** What was read before is shown with its age, and judged by the account that is in sight. */
  | (AccountInput & { status: 'hidden'; outOfSight: readonly PositionFacts[] })
  | { status: 'hidden' | 'loading'; outOfSight?: readonly PositionFacts[] }
  | { status: 'unreadable'; failure: ReadFailure; outOfSight?: readonly PositionFacts[] }
