import type { AccountInput } from '../position/account'
import type { PositionFacts, UnreadRow } from '../facts/facts'

/** Why the page could not be read. Codes of the reader, passed on to the panel as they are. */
export type PanelFailure = { code: string; detail?: string }

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
  /** What was read before is shown with its age. */
  | { status: 'hidden' | 'loading'; outOfSight?: readonly PositionFacts[] }
  | { status: 'unreadable'; failure: PanelFailure; outOfSight?: readonly PositionFacts[] }
