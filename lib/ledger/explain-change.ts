import { awaySince, type Change, type Explanation } from './change'
import type { NewEvent } from './events'
import { explainMargin } from './explain-margin'
import { explainReduction } from './explain-reduction'
import { explainIncrease } from './explain-size'
import { sameNumeral, sameStop } from './figures'
import { commonQuantity, compareQuantity, sameQuantity } from './quantity'
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
  const size = compareQuantity(episode.figures, after)
  if (size > 0) return explainIncrease(change)
  if (size < 0) return explainReduction(change)
  return episode.marginMode === 'cross' ? { kind: 'events', events: [] } : explainMargin(change)
}

/** A size that stands is one figure: it must not move the wallet that is worked out with it. */
const withOneSize = (change: Change): Change => {
  const { episode, after } = change
  if (!sameQuantity(episode.figures, after)) return change
  const common = commonQuantity(episode.figures, after)
  return {
    ...change,
    episode: { ...episode, figures: { ...episode.figures, ...common } },
    after: { ...after, ...common },
  }
}

/** What happened between the last confirmed look and this one. */
export const explainChange = (found: Change): Explanation => {
  const change = withOneSize(found)
  if (!isSamePosition(change))
    return { kind: change.settled || change.vanished ? 'replaced' : 'unsettled' }
  const explained = explainFigures(change)
  if (explained.kind !== 'events') return explained
  return {
    kind: 'events',
    events: [...explained.events, ...leverageEvents(change), ...stopEvents(change)],
  }
}
