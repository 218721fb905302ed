import { type Backing, sameBacking } from './backing'
import type { Band } from './band'
import { type Evaluation, evaluatePosition, type PositionQuestion } from './evaluate-position'
import type { EpisodeFacts, OpenOrdersFacts, PositionFacts } from './facts'

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

/** What a model was made from, beside the facts and the episode that it carries. */
type Circumstances = Pick<
  PositionQuestion,
  'limits' | 'legs' | 'openOrders' | 'positionMode' | 'now'
>

const madeFrom = new WeakMap<PositionModel, Circumstances>()

const MINUTE_MS = 60_000

/** Time goes on by itself; it is told in full units. */
const sameDuration = (since: number | null, then: number, now: number): boolean => {
  if (since === null) return true
  const unit = now - since < MINUTE_MS ? 1_000 : MINUTE_MS
  return Math.floor((then - since) / unit) === Math.floor((now - since) / unit)
}

/** Of all that is evaluated only two things grow old: the time without a stop-loss, and a look at orders. */
const sameTimes = (
  { episode, evaluation }: PositionModel,
  { then, now }: { then: Circumstances; now: Circumstances },
): boolean => {
  const since = episode?.withoutStopSince ?? null
  const { stop } = evaluation
  const seen = stop.state === 'present' || stop.state === 'partial' ? stop.readAt : null
  const isOver = (at: number) => since !== null && at - since >= now.limits.stopLossGrace
  return (
    sameDuration(since, then.now, now.now) &&
    sameDuration(seen, then.now, now.now) &&
    isOver(then.now) === isOver(now.now)
  )
}

const sameOrders = (a: OpenOrdersFacts, b: OpenOrdersFacts): boolean =>
  a.count === b.count && a.orders === b.orders && a.complete === b.complete && a.readAt === b.readAt

const sameLegs = (a: readonly PositionFacts[], b: readonly PositionFacts[]): boolean =>
  a.length === b.length && a.every((leg, at) => leg === b[at])

type Candidate = Pick<PositionModel, 'facts' | 'episode' | 'backing'>

const stillHolds = (
  model: PositionModel,
  { facts, episode, backing }: Candidate,
  now: Circumstances,
): boolean => {
  const then = madeFrom.get(model)
  return (
    then !== undefined &&
    model.facts === facts &&
    model.episode === episode &&
    model.sight === 'in-sight' &&
    model.age === 0 &&
    then.limits === now.limits &&
    then.positionMode === now.positionMode &&
    sameLegs(then.legs, now.legs) &&
    sameOrders(then.openOrders, now.openOrders) &&
    sameTimes(model, { then, now }) &&
    now.now - facts.readAt <= STALE_AFTER_MS &&
    sameBacking(model.backing, backing)
  )
}

type Question = Candidate & {
  circumstances: Circumstances
  previousBand: Band | null
  /** As it was a moment ago; `undefined`: it was not there. */
  before: PositionModel | undefined
}

/** One position of the panel: the model of a moment ago, where nothing of it has changed. */
export const positionModel = ({
  circumstances,
  previousBand,
  before,
  ...of
}: Question): PositionModel => {
  if (before !== undefined && stillHolds(before, of, circumstances)) return before
  const { facts, episode, backing } = of
  const { legs, now } = circumstances
  const age = now - facts.readAt
  const model: PositionModel = {
    ...of,
    legs,
    sight: 'in-sight',
    age: age > STALE_AFTER_MS ? age : 0,
    evaluation: evaluatePosition({
      ...circumstances,
      position: facts,
      episode,
      backing,
      previousBand,
    }),
  }
  madeFrom.set(model, circumstances)
  return model
}

/** Old figures are shown with their age, from the first moment on, and judged by nobody. */
export const asLastSeen = (model: PositionModel, now: number): PositionModel => ({
  ...model,
  sight: 'out-of-sight',
  age: Math.max(1, now - model.facts.readAt),
  evaluation: { ...model.evaluation, band: 'unknown', warnings: [] },
})
