import type { Backing } from './backing'
import { type Evaluation, evaluatePosition, type PositionQuestion } from './evaluate-position'
import type { EpisodeFacts, PositionFacts } from '../facts/facts'

export type PositionModel = {
  facts: PositionFacts
  episode: EpisodeFacts | null
  evaluation: Evaluation
  backing: Backing
  /** Other cross positions of the same contract: in hedge mode, the other leg. */
  legs: readonly PositionFacts[]
  /** What is out of sight is as it was last seen: it warns of nothing and has no band. */
  sight: 'in-sight' | 'out-of-sight'
  /** Milliseconds since the row was read; 0 while it is in sight. */
  age: number
}

/** Older than this, a figure is labelled with its age. */
const STALE_AFTER_MS = 5_000

type Question = Omit<PositionQuestion, 'position'> & {
  facts: PositionFacts
  /** When the page was read: a row that was fresh then stands until the page is read again. */
  readingAt: number
}

/** One position of the panel, as it is on the page now. */
export const positionModel = ({ facts, readingAt, ...question }: Question): PositionModel => {
  const { episode, backing, legs, now } = question
  return {
    facts,
    episode,
    backing,
    legs,
    sight: 'in-sight',
    age: readingAt - facts.readAt > STALE_AFTER_MS ? now - facts.readAt : 0,
    evaluation: evaluatePosition({ ...question, position: facts }),
  }
}

/** Old figures are shown with their age, from the first moment on, and judged by nobody. */
export const asLastSeen = (model: PositionModel, now: number): PositionModel => ({
  ...model,
  sight: 'out-of-sight',
  age: Math.max(1, now - model.facts.readAt),
  evaluation: { ...model.evaluation, band: 'unknown', warnings: [] },
})
