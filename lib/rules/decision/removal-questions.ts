import { type DecisionQuestion, judged } from './decision-question'
import { knownPositive } from '../facts/figure'
import type { Weighed } from './margin-change'
import { stopAfterRemoval } from './stop-after-removal'

/** Before margin is taken out liquidation comes nearer: what is asked is whether that is bearable. */
export const removalQuestions = (
  facts: Weighed & { losing: boolean | null },
): DecisionQuestion[] => {
  const { change, stop, limits, losing } = facts
  const distance = change.after?.distance ?? null
  const acts = stopAfterRemoval(facts)
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
