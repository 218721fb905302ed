import {
  checkIdentities,
  type IdentityCheck,
  type IdentityName,
  type Interpretation,
} from './identities'
import type { RowFigure, RowFigures } from './row-ranges'

export type Candidate = {
  interpretation: Interpretation
  checks: readonly IdentityCheck[]
  without: ReadonlySet<RowFigure>
}

export const isBroken = ({ holds }: IdentityCheck): boolean => !holds

export const figureNames: readonly RowFigure[] = [
  'unrealizedPnl',
  'roi',
  'marginRatio',
  'liquidationPrice',
  'margin',
  'markPrice',
  'entryPrice',
  'size',
]

export const without = (row: RowFigures, names: ReadonlySet<RowFigure>): RowFigures => {
  const rest: RowFigures = { ...row }
  for (const name of names) rest[name] = null
  return rest
}

/** Sets of `count` figures that are in sight. */
const setsOf = (row: RowFigures, count: number): ReadonlySet<RowFigure>[] => {
  const inSight = figureNames.filter((name) => row[name] !== null)
  let sets: RowFigure[][] = [[]]
  for (let size = 0; size < count; size += 1) {
    sets = sets.flatMap((set) =>
      inSight
        .filter(
          (name) => inSight.indexOf(name) > inSight.indexOf(set.at(-1) ?? name) || set.length === 0,
        )
        .map((name) => [...set, name]),
    )
  }
  return sets.map((set) => new Set(set))
}

/** More figures than this in doubt, and nothing of the row is worth showing. */
export const MOST_IN_DOUBT = 3

/** Inequalities hold for half of all wrong figures: they speak against one, and hardly for it. */
const INEQUALITIES: ReadonlySet<IdentityName> = new Set([
  'can-be-none',
  'liquidation-side',
  'wallet-not-negative',
])

const equalities = (checks: readonly IdentityCheck[]): number =>
  checks.filter(({ identity }) => !INEQUALITIES.has(identity)).length

/** Of the smallest sets of figures whose removal makes the row add up, those that leave most identities. */
export const repaired = (row: RowFigures, candidates: readonly Candidate[]): Candidate[] => {
  for (let count = 1; count <= MOST_IN_DOUBT; count += 1) {
    const sets = setsOf(row, count)
    const found = candidates.flatMap(({ interpretation, checks }) =>
      sets.flatMap((set): Candidate[] => {
        const isHit = checks
          .filter(isBroken)
          .every(({ figures }) => figures.some((f) => set.has(f)))
        if (!isHit) return []
        const left = checkIdentities(without(row, set), interpretation)
        return left.some(isBroken) ? [] : [{ interpretation, checks: left, without: set }]
      }),
    )
    const most = Math.max(0, ...found.map(({ checks }) => equalities(checks)))
    if (found.length > 0) return found.filter(({ checks }) => equalities(checks) === most)
  }
  return []
}
