import { episodeFacts } from '@/lib/rules/facts'
import type { Step } from '@/lib/store'
import { withAction, withBrackets } from './decision'
import type { Effect } from './effect'
import type { Event } from './event'
import { judge } from './judge'
import { movedTo, resizedTo, yieldTo } from './layout'
import type { State } from './state'
import { followLanguage, withDictionary } from './wording'

const only = (state: State): Step<State, Effect> => ({ state, effects: [] })

const withAppearance = (state: State, appearance: State['layout']['appearance']): State => ({
  ...state,
  layout: { ...state.layout, appearance },
})

const inItsLanguage = (state: State): Step<State, Effect> => {
  const { state: wording, effects } = followLanguage(state.wording, state.layout.appearance)
  return { state: { ...state, wording }, effects }
}

/** What the trader has chosen in the panel holds here at once, and is stored for the other tabs. */
const chosen = (after: State): Step<State, Effect> => {
  const { state, effects } = inItsLanguage(after)
  // Only what the panel's buttons change: the popup may have changed the rest meanwhile.
  const { size, hideAmounts } = state.layout.appearance
  const appearance = { size, hideAmounts }
  return { state, effects: [...effects, { type: 'save-appearance', appearance }] }
}

const resized = (state: State, size: State['layout']['appearance']['size']): Step<State, Effect> =>
  chosen({ ...state, layout: resizedTo(state.layout, size) })

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const acted = (state: State, { action, panel }: Extract<Event, { type: 'action' }>): State => {
  const decision = withBrackets(withAction(state.decision, action), state.reading, state.at)
  const haveMoved = !isSame(action.dialogs, state.decision.action.dialogs)
  const layout = haveMoved ? yieldTo(action.dialogs, { layout: state.layout, panel }) : state.layout
  return { ...state, decision, layout }
}

/** What happened, apart from what follows from it for every event: see `judge`. */
const happened = (state: State, event: Event): Step<State, Effect> => {
  switch (event.type) {
    case 'reading': {
      const { reading, at } = event
      const decision = withBrackets(state.decision, reading, at)
      const isRead = reading.status === 'positions' || reading.status === 'flat'
      const tickers = isRead ? state.tickers.after(reading.ticker, at) : state.tickers
      const after = { ...state, reading, readingAt: at, decision, tickers }
      return {
        state: after,
        effects: [
          { type: 'observe', reading, at },
          ...(state.isLedgerOld ? [{ type: 'ask-ledger' } as const] : []),
        ],
      }
    }
    case 'action':
      return only(acted(state, event))
    case 'page-theme':
      return only({ ...state, pageTheme: event.theme })
    case 'languages':
      return inItsLanguage({ ...state, wording: { ...state.wording, tags: event.tags } })
    case 'window':
      return only({ ...state, layout: { ...state.layout, window: event.size } })
    case 'page-parts':
      return only({ ...state, layout: { ...state.layout, keepClear: event.boxes } })
    case 'ledger': {
      const { open, closed, notice } = event.answer
      const episodes = new Map(
        Object.entries(open).map(([key, episode]) => [key, episodeFacts(episode)]),
      )
      return only({ ...state, episodes, closed, notice, isLedgerOld: false })
    }
    case 'ledger-written':
      return only({ ...state, isLedgerOld: true })
    case 'dictionary':
      return only({
        ...state,
        wording: withDictionary(state.wording, event, state.layout.appearance),
      })
    case 'badge-unknown': {
      // A background that takes nothing is not asked again without end.
      const at = event.because === 'lost' ? state.badge.at : Number.NEGATIVE_INFINITY
      return only({ ...state, badge: { badge: undefined, at } })
    }
    case 'self-check-asked': {
      const asked = { ...state, selfCheckAsked: state.selfCheckAsked + 1 }
      return state.layout.appearance.size === 'pill' ? resized(asked, 'normal') : only(asked)
    }
    case 'limits':
      return only({ ...state, limits: event.limits })
    case 'waiting-limits':
      return only({ ...state, waiting: event.waiting })
    case 'appearance':
      return inItsLanguage(withAppearance(state, event.appearance))
    case 'places':
      return only({ ...state, layout: { ...state.layout, places: event.places } })
    case 'size':
      return resized(state, event.size)
    case 'move': {
      const layout = movedTo(state.layout, event.place)
      return {
        state: { ...state, layout },
        effects: [{ type: 'save-places', places: layout.places }],
      }
    }
    case 'hide-amounts':
      return chosen(withAppearance(state, { ...state.layout.appearance, hideAmounts: event.hide }))
    case 'correction':
      return {
        state,
        effects: [{ type: 'correct', corrections: [{ ...event.correction, at: event.at }] }],
      }
    case 'move-remark':
      return only({ ...state, layout: { ...state.layout, remarkPlace: event.place } })
    case 'hide-remark':
      return only({ ...state, decision: { ...state.decision, isRemarkHidden: true } })
  }
}

/** The whole content script in one function: what an event makes of what is known, and what to do. */
export const update = (state: State, event: Event): Step<State, Effect> => {
  const { state: after, effects } = happened({ ...state, at: event.at }, event)
  const judged = judge(after)
  return { state: judged.state, effects: [...effects, ...judged.effects] }
}
