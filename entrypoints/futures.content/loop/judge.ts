import { newWarnings } from '@/lib/rules/alerts'
import { badgeOf, panelModel } from '@/lib/rules/panel'
import { limitsAt } from '@/lib/rules/settings'
import type { Step } from '@/lib/store'
import { mayBadgeGo } from './badge'
import { withCompanion } from './decision'
import type { Effect } from './effect'
import type { State } from './state'
import { alertOf, noteOf } from './warnings'

/** As long as it takes to read a sentence aloud, and some. Chosen. */
const SAID_MS = 10_000

/**
 * For people who hear the page. The text goes away again: somebody who reads line by line would find it later, in the
 * words of then, with amounts that are hidden by now. Of several at once the worst: a voice that is interrupted says
 * none of them.
 */
const announced = ({ announcement: before, at, wording }: State, title: string | undefined) => {
  const { translation } = wording
  if (title !== undefined) return { text: title, at, translation }
  const stands = before?.translation === translation && Math.abs(at - before.at) < SAID_MS
  return stands ? before : null
}

/** What is dangerous is raised and read out; what is new in an episode goes into its journal. */
const warned = (state: State): Step<State, Effect> => {
  const { model, at, wording } = state
  const { memory, risen, unnoted } = newWarnings(state.warnings, model)
  const alerts = risen
    .filter(({ warning }) => warning.severity === 'danger')
    .map((found) => alertOf(found, { translation: wording.translation, at }))
  const notes = unnoted.flatMap((found) => noteOf(found, at))
  return {
    state: {
      ...state,
      warnings: memory,
      announcement: announced(state, alerts[0]?.title),
    },
    effects: [
      ...alerts.map((alert) => ({ type: 'alert', alert }) as const),
      ...(notes.length > 0 ? [{ type: 'correct', corrections: notes } as const] : []),
    ],
  }
}

const badged = (state: State): Step<State, Effect> => {
  const badge = badgeOf(state.model)
  if (!mayBadgeGo(state.badge, badge, state.at)) return { state, effects: [] }
  const { language } = state.wording.translation
  return {
    state: { ...state, badge: { badge, at: state.at } },
    effects: [{ type: 'badge', badge, language }],
  }
}

const decided = (state: State): Step<State, Effect> => {
  const { reading, model, at } = state
  const { decision, note } = withCompanion(state.decision, { reading, model, at })
  return {
    state: { ...state, decision },
    effects: note === null ? [] : [{ type: 'correct', corrections: [note] }],
  }
}

/** After every event: what the panel says now, and what follows from that. */
export const judge = (state: State): Step<State, Effect> => {
  const { reading, readingAt, episodes, limits, waiting, at } = state
  const model = panelModel({
    input: reading,
    // The reader speaks up when something changes: what it saw last still stands.
    readingAt,
    episodes,
    limits: limitsAt(limits, waiting, at),
    previous: state.model,
    now: at,
  })
  return [warned, badged, decided].reduce<Step<State, Effect>>(
    (before, next) => {
      const { state: after, effects } = next(before.state)
      return { state: after, effects: [...before.effects, ...effects] }
    },
    { state: { ...state, model }, effects: [] },
  )
}
