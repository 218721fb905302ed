import type { Decimal } from '@/lib/margin'
import { type DecisionQuestion, judged } from './decision-question'
import { known, knownPositive } from '../facts/figure'
import type { Weighed } from './margin-change'

type Facts = Omit<Weighed, 'stop'> & {
  losing: boolean | null
  /** Mark when margin was first added; `null`: not known. */
  markAtFirstAddition: Decimal | null
  /** `false`: there may have been more additions than are counted. */
  additionsKnown: boolean
}

/** Additions before this one; `null`: not known. */
const additionsBefore = ({ change: { addition }, additionsKnown }: Facts): number | null => {
  const counted = addition === null ? null : addition.number - 1
  return counted === 0 && !additionsKnown ? null : counted
}

const hasGoneAgainst = (facts: Facts): boolean | null => {
  const { change, position, markAtFirstAddition } = facts
  const mark = knownPositive(position.markPrice)
  if (change.addition === null || mark === null || markAtFirstAddition === null) return null
  if (position.side === 'unknown') return null
  return position.side === 'long' ? mark.lt(markAtFirstAddition) : mark.gt(markAtFirstAddition)
}

const not = (answer: boolean | null): boolean | null => (answer === null ? null : !answer)

/** The six questions before margin is added. What only the trader can answer is asked. */
export const sixQuestions = (facts: Facts): DecisionQuestion[] => {
  const { change, position, limits, losing } = facts
  const leverage = known(position.leverage)
  const share = change.changeShare
  const effect = change.effectPerPercent
  const earlier = additionsBefore(facts)
  const stillLosing = earlier === 0 ? false : earlier === null ? null : losing
  return [
    {
      asks: 'leverage-moderate',
      answer: judged(leverage === null ? null : leverage.lte(limits.maxLeverage)),
      figure: leverage,
    },
    { asks: 'effect-large', answer: effect === null ? 'unknown' : 'figure', figure: effect },
    {
      asks: 'amount-tiny',
      answer: judged(share === null ? null : share.lte(limits.maxAdditionShare)),
      figure: share,
    },
    {
      asks: 'price-against',
      // Before the first addition there is no price to compare with.
      answer: earlier === 0 ? 'none' : judged(not(hasGoneAgainst(facts))),
      figure: facts.markAtFirstAddition,
    },
    { asks: 'money-elsewhere', answer: 'ask', figure: null },
    { asks: 'losing-after-adding', answer: judged(not(stillLosing)), figure: null },
  ]
}
