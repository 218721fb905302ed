import type { AccountInput } from './account'
import type { PositionFacts, UnreadRow } from './facts'

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
    })
  | { status: 'flat' | 'hidden' | 'logged-out' | 'loading' }
  | { status: 'unreadable'; failure: PanelFailure }
