import { type DecisionQuestion, judged } from './decision-question'
import { knownPositive } from '../facts/figure'
import type { PositionFacts } from '../facts/facts'
import type { Limits } from '../limits/limits'
import type { MarginChange } from './margin-change'
import { stopAfterRemoval } from './stop-after-removal'
import type { StopAnswer } from '../position/stop-answer'

type Facts = {
  change: MarginChange
  position: PositionFacts
  stop: StopAnswer
  limits: Limits
  losing: boolean | null
}

/** Before margin is taken out liquidation comes nearer: what is asked is whether that is bearable. */
export const removalQuestions = ({
  change,
  position,
  stop,
  limits,
  losing,
}: Facts): DecisionQuestion[] => {
  const distance = change.after?.distance ?? null
  const acts = stopAfterRemoval({ change, position, stop, limits })
  return [
    {
      asks: 'distance-left',
      answer: judged(
        change.after?.never === true || (distance?.gte(limits.distanceCaution) ?? null),
      ),
      figure: distance,
    },
    {
      asks: 'stop-still-acts',
      answer: judged(acts === 'unknown' ? null : acts === 'useful'),
      figure: stop.state === 'present' ? knownPositive(stop.price) : null,
    },
    { asks: 'winning', answer: judged(losing === null ? null : !losing), figure: null },
    { asks: 'money-needed', answer: 'ask', figure: null },
  ]
}
