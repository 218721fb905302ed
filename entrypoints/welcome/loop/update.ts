import type { SiteAccessState } from '@/components/own-page/SiteAccess'
import type { PageDress } from '@/lib/own-page'
import type { Limits } from '@/lib/rules/limits'
import type { Step } from '@/lib/store'

export type State = {
  /** `null`: not in its colours and language yet. */
  page: PageDress | null
  limits: Limits
  /** Counts up when the fields have to show something else than what was typed. */
  revision: number
  /** What was chosen last could not be stored. */
  isUnsaved: boolean
  /** Whether the browser lets us onto the exchange's page; `null`: it does, and did from the start. */
  site: SiteAccessState | null
}

export type Happening =
  | { type: 'page'; page: PageDress }
  /** As they are stored now. */
  | { type: 'limits'; limits: Limits }
  | { type: 'limits-wanted'; limits: Limits }
  /** `waits`: something of what was wanted holds later only; `null`: it could not be stored. */
  | { type: 'limits-saved'; limits: Limits; outcome: { waits: boolean } | null }
  | { type: 'site-wanted' }
  | { type: 'site-given' }

export type Effect =
  | { type: 'save-limits'; limits: Limits }
  /** Within the click: a browser does not take the question later. */
  | { type: 'ask-for-site' }

const only = (state: State): Step<State, Effect> => ({ state, effects: [] })

export const update = (state: State, event: Happening): Step<State, Effect> => {
  switch (event.type) {
    case 'page':
      return only({ ...state, page: event.page })
    case 'limits':
      return only({ ...state, limits: event.limits })
    case 'limits-wanted':
      return { state, effects: [{ type: 'save-limits', limits: event.limits }] }
    case 'limits-saved': {
      const { limits, outcome } = event
      // What has to wait is not shown as if it held.
      const revision = outcome?.waits === false ? state.revision : state.revision + 1
      return only({ ...state, limits, revision, isUnsaved: outcome === null })
    }
    case 'site-wanted':
      return { state, effects: [{ type: 'ask-for-site' }] }
    case 'site-given':
      return only({ ...state, site: 'given' })
  }
}
