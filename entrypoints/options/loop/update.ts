import type { PageDress } from '@/lib/own-page'
import type { Step } from '@/lib/store'

export type State = {
  /** `null`: not in its colours and language yet. */
  page: PageDress | null
  /** Settings go to the trader's other browsers. */
  isSharing: boolean
}

export type Happening = { type: 'page'; page: PageDress } | { type: 'sharing'; isOn: boolean }

/** The page only shows what is so: what its buttons do is in settings-source.ts. */
export const update = (state: State, event: Happening): Step<State, never> => {
  switch (event.type) {
    case 'page':
      return { state: { ...state, page: event.page }, effects: [] }
    case 'sharing':
      return { state: { ...state, isSharing: event.isOn }, effects: [] }
  }
}
