import type { Decimal } from '@/lib/margin'
import { type Band, bands } from '../position/band'
import { known } from '../facts/figure'
import type { PanelModel } from './panel-model'
import type { PositionModel } from '../position/position-model'
import { toneOf } from '../position/tone'

/** What is to watch and what is calm goes by its distance: it is to be watched for many reasons. */
const rankOf = (band: Band) => bands.indexOf(band === 'calm' ? 'caution' : band)

/** The nearest first; what has no distance comes after everything that has one. */
const byDistance = (a: Decimal | null, b: Decimal | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a.cmp(b)
}

const by =
  (bandOf: (evaluation: PositionModel['evaluation']) => Band) =>
  (a: PositionModel, b: PositionModel): number =>
    Number(a.sight !== 'in-sight') - Number(b.sight !== 'in-sight') ||
    rankOf(bandOf(a.evaluation)) - rankOf(bandOf(b.evaluation)) ||
    byDistance(known(a.evaluation.distance), known(b.evaluation.distance)) ||
    (a.facts.key < b.facts.key ? -1 : 1)

const byNearness = by(({ band }) => band)
const byDanger = by(toneOf)

/**
 * What pill, popup and badge have room for: the position that is nearest to liquidation, whatever else it warns of,
 * and the worst tone of all. `null`: there is no position.
 */
export const nearestOf = ({
  positions,
}: Pick<PanelModel, 'positions'>): { nearest: PositionModel; tone: Band } | null => {
  const [nearest] = positions.toSorted(byNearness)
  if (nearest === undefined) return null
  const tones = new Set(positions.map(({ evaluation }) => toneOf(evaluation)))
  return { nearest, tone: bands.find((each) => tones.has(each)) ?? nearest.evaluation.band }
}

/** Cards that change places with every tick can neither be read nor clicked. */
const KEEPS_PLACE_MS = 2_000

/**
 * Those of `previous` in its order, as they are now; `null`: a band has changed, or one came or went. Bands keep to
 * themselves at their edge. A tone does not: it turns with every tick around the entry price.
 */
const inPlace = (
  positions: readonly PositionModel[],
  previous: readonly PositionModel[],
): PositionModel[] | null => {
  const byKey = new Map(positions.map((model) => [model.facts.key, model]))
  const kept = previous.flatMap(({ facts, sight, evaluation }) => {
    const model = byKey.get(facts.key)
    return model?.sight === sight && model.evaluation.band === evaluation.band ? [model] : []
  })
  return kept.length === positions.length && kept.length === previous.length ? kept : null
}

/** Most endangered first; while bands stand, and nothing came or went, places are kept for a while. */
export const cardOrder = ({
  positions,
  previous,
  now,
}: {
  positions: readonly PositionModel[]
  previous: Pick<PanelModel, 'positions' | 'sortedAt'> | null
  now: number
}): { positions: readonly PositionModel[]; sortedAt: number } => {
  const kept =
    previous !== null && Math.abs(now - previous.sortedAt) < KEEPS_PLACE_MS
      ? inPlace(positions, previous.positions)
      : null
  return kept !== null && previous !== null
    ? { positions: kept, sortedAt: previous.sortedAt }
    : { positions: [...positions].sort(byDanger), sortedAt: now }
}
