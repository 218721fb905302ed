import { type BracketEstimate, identifyBracket, narrowBracket } from '@/lib/margin'
import type { PositionFacts } from './facts'
import { rowEvidenceOf } from './row-evidence-of'

/**
 * What the rows have told of their brackets so far. Every look narrows an estimate; another size or
 * entry price is another position, and begins anew.
 */
export const bracketMemory = () => {
  let known = new Map<string, { of: string; estimate: BracketEstimate }>()
  return {
    see: (positions: readonly PositionFacts[]): void => {
      const next = new Map<string, { of: string; estimate: BracketEstimate }>()
      for (const position of positions) {
        const row = rowEvidenceOf(position)
        if (row === null) continue
        const of = `${row.quantity.value.toFixed()} ${row.entryPrice.value.toFixed()}`
        const before = known.get(position.key)
        const estimate =
          before?.of === of ? narrowBracket(before.estimate, row) : identifyBracket([row])
        next.set(position.key, { of, estimate })
      }
      known = next
    },
    of: (key: string): BracketEstimate => known.get(key)?.estimate ?? identifyBracket([]),
  }
}
