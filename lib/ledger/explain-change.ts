import { awaySince, type Change, type Explanation } from './change'
import type { NewEvent } from './events'
import { explainMargin } from './explain-margin'
import { explainIncrease, explainReduction } from './explain-size'
import { decimal, sameNumeral, sameStop } from './figures'
import { isSamePosition } from './same-position'

const leverageEvents = (change: Change): NewEvent[] => {
  const { leverage: from } = change.episode.figures
  const { leverage: to } = change.after
  if (from === null || to === null || sameNumeral(from, to)) return []
  return [{ at: change.at, awaySince: awaySince(change), kind: 'leverage-changed', from, to }]
}

const stopEvents = (change: Change): NewEvent[] => {
  const [from, to] = [change.episode.figures.stopLoss, change.after.stopLoss]
  if (sameStop(from, to)) return []
  return [{ at: change.at, awaySince: awaySince(change), kind: 'stop-changed', from, to }]
}

const explainFigures = (change: Change): Explanation => {
  const { episode, after } = change
  const size = decimal(after.quantity).cmp(episode.figures.quantity)
  if (size > 0) return explainIncrease(change)
  if (size < 0) return explainReduction(change)
  return episode.marginMode === 'cross' ? { kind: 'events', events: [] } : explainMargin(change)
}

/** What happened between the last confirmed look and this one. */
export const explainChange = (change: Change): Explanation => {
  if (!isSamePosition(change))
    return { kind: change.settled || change.vanished ? 'replaced' : 'unsettled' }
  const explained = explainFigures(change)
  if (explained.kind !== 'events') return explained
  return {
    kind: 'events',
    events: [...explained.events, ...leverageEvents(change), ...stopEvents(change)],
  }
}
