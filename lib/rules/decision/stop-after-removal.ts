import { knownPositive } from '../facts/figure'
import { judgeStop, type StopVerdict } from '../planning/plan-stop'
import type { Weighed } from './margin-change'

/**
 * Whether the stop-loss would still act once liquidation is where it would come to. `unknown`: there is no
 * stop in sight, or not enough is known.
 */
export const stopAfterRemoval = ({ change, position, stop, limits }: Weighed): StopVerdict => {
  const price = stop.state === 'present' ? knownPositive(stop.price) : null
  const { after } = change
  if (price === null || !after?.price) return 'unknown'
  // Of an interval of ours, the end that is nearer to the mark.
  const worse = position.side === 'long' ? after.interval.high : after.interval.low
  const value = after.price.from === 'page' ? after.price.value : worse
  if (value === null) return 'unknown'
  return judgeStop({ ...position, liquidationPrice: { value } }, limits, price)
}
