import { type BracketEstimate, identifyBracket, narrowBracket } from '@/lib/margin/preview'
import type { PositionFacts } from '../facts/facts'
import { rowEvidenceOf } from '../facts/row-evidence-of'

/** What the rows have shown of their brackets so far. */
export type BracketMemory = {
  of: (key: string) => BracketEstimate
  /** The memory after these rows were seen as well. */
  after: (positions: readonly PositionFacts[]) => BracketMemory
}

type Known = ReadonlyMap<string, { of: string; estimate: BracketEstimate }>

/**
 * Every row narrows its estimate. Another size or entry price is another position, whose estimate starts
 * from the beginning.
 */
export const bracketMemory = (known: Known = new Map()): BracketMemory => ({
  of: (key) => known.get(key)?.estimate ?? identifyBracket([]),
  after: (positions) =>
    bracketMemory(
      new Map(
        positions.flatMap((position) => {
          const row = rowEvidenceOf(position)
          if (row === null) return []
          const of = `${row.quantity.value.toFixed()} ${row.entryPrice.value.toFixed()}`
          const before = known.get(position.key)
          const estimate =
            before?.of === of ? narrowBracket(before.estimate, row) : identifyBracket([row])
          return [[position.key, { of, estimate }] as const]
        }),
      ),
    ),
})
