import type { PositionFacts } from '../facts/facts'
import { knownPositive } from '../facts/figure'
import type { Limits } from '../limits/limits'
import { lossDirection } from '../facts/liquidation'
import type { MarginChange } from './margin-change'
import { judgeStop, type StopVerdict } from '../planning/plan-stop'
import type { StopAnswer } from '../position/stop-answer'

type Question = {
  change: Pick<MarginChange, 'after'>
  position: PositionFacts
  stop: StopAnswer
  limits: Pick<Limits, 'stopLossBuffer'>
}

/**
 * Whether the stop-loss would still act once liquidation is where it would come to. `null`: there is no
 * stop in sight, or not enough is known.
 */
export const stopAfterRemoval = ({
  change,
  position,
  stop,
  limits,
}: Question): StopVerdict | null => {
  const price = stop.state === 'present' ? knownPositive(stop.price) : null
  const { after } = change
  const losesTowards = lossDirection(position.side)
  if (price === null || after === null || losesTowards === null || after.price === null) return null
  // Of an interval of ours, the end that is nearer to the mark.
  const { low, high } = after.interval
  const worse = losesTowards === 'down' ? high : low
  const liquidation = after.price.from === 'page' ? after.price.value : worse
  if (!liquidation?.gt(0)) return null
  const verdict = judgeStop(
    { ...position, liquidationPrice: { value: liquidation } },
    limits,
    price,
  )
  return verdict === 'unknown' ? null : verdict
}
