import {
  type Direction,
  type EpisodeFacts,
  knownPositive,
  type PositionFacts,
  type PrintedPrice,
} from '@/lib/rules/facts'
import type { Limits } from '@/lib/rules/limits'

export type ScaleMark = 'liquidation' | 'stop' | 'mark' | 'entry'

type ScaleQuestion = {
  facts: Pick<PositionFacts, 'liquidationPrice' | 'markPrice' | 'entryPrice'>
  /** Which way liquidation is: the zones lie between it and the mark. */
  direction: Direction | null
  stop: PrintedPrice
  episode: Pick<EpisodeFacts, 'earlierLiquidationPrices'> | null
  limits: Pick<Limits, 'distanceCaution' | 'distanceDanger'>
}

/**
 * To scale, the lower price on the left as on a chart. `null` where liquidation or mark is not known,
 * or nothing lies apart: there is no picture of what is not known.
 */
export const distanceScale = ({
  facts,
  direction,
  stop: stopPrice,
  episode,
  limits,
}: ScaleQuestion) => {
  const liquidation = knownPositive(facts.liquidationPrice)
  const mark = knownPositive(facts.markPrice)
  if (liquidation === null || mark === null || direction === null) return null
  const entry = knownPositive(facts.entryPrice)
  const stop = knownPositive(stopPrice)
  const earlier = episode?.earlierLiquidationPrices ?? []

  // Places on a screen, not figures: plain numbers will do.
  const prices = [liquidation, mark, entry, stop, ...earlier].flatMap(
    (price) => price?.toNumber() ?? [],
  )
  const [least, most] = [Math.min(...prices), Math.max(...prices)]
  if (!(most > least)) return null
  const placeOf = (price: number): number =>
    Math.min(1, Math.max(0, (price - least) / (most - least)))
  const place = (price: typeof mark): number => placeOf(price.toNumber())

  // The distance is a fraction of the mark: |mark − liquidation| ÷ mark = threshold.
  const markAt = (threshold: string) =>
    placeOf(
      liquidation.toNumber() /
        (direction === 'down' ? 1 - Number(threshold) : 1 + Number(threshold)),
    )
  const between = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a])
  const at = place(liquidation)
  const danger = markAt(limits.distanceDanger)

  const marks: Partial<Record<ScaleMark, number>> = {
    liquidation: at,
    mark: place(mark),
    ...(entry !== null && { entry: place(entry) }),
    ...(stop !== null && { stop: place(stop) }),
  }
  // Places on the line: 0 is the lowest price on it, 1 the highest.
  return {
    marks,
    /** Where liquidation was before each addition, oldest first. */
    ghosts: earlier.map((price) => ({ place: place(price), price })),
    /** Where the mark would be in danger, and where in caution; from the lower place to the higher. */
    zones: {
      danger: between(at, danger),
      caution: between(danger, markAt(limits.distanceCaution)),
    },
  }
}
