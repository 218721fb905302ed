import type { Judged, Judgement } from './judgement.ts'

/** Value by dimension. */
export type Tags = Readonly<Record<string, string>>

export type Count = {
  pages: number
  shown: number
  missing: number
  untellable: number
  wrong: number
}

export type Wrong = { seed: number; what: string; tags: Tags }

export type Tally = {
  all: Count
  /** By dimension and value. */
  byValue: Map<string, Map<string, Count>>
  byField: Map<string, Count>
  wrong: Wrong[]
  /** Pages on which most is missing, for whoever looks for the reason. */
  poorest: { seed: number; missing: number; of: number }[]
  /** How long each page was read, its first layout included. */
  times: { seed: number; milliseconds: number }[]
}

const nothing = (): Count => ({ pages: 0, shown: 0, missing: 0, untellable: 0, wrong: 0 })

const at = (counts: Map<string, Count>, name: string): Count => {
  const known = counts.get(name) ?? nothing()
  counts.set(name, known)
  return known
}

const add = (count: Count, { figures, wrong }: Judgement): void => {
  count.pages += 1
  count.wrong += wrong.length
  for (const { verdict } of figures) count[verdict] += 1
}

export const emptyTally = (): Tally => ({
  all: nothing(),
  byValue: new Map(),
  byField: new Map(),
  wrong: [],
  poorest: [],
  times: [],
})

const fieldsOf = (figures: readonly Judged[]) => Map.groupBy(figures, ({ field }) => field)

type Page = { seed: number; tags: Tags }

export const addToTally = (tally: Tally, { seed, tags }: Page, judgement: Judgement): void => {
  add(tally.all, judgement)
  for (const [name, value] of Object.entries(tags)) {
    const values = tally.byValue.get(name) ?? new Map<string, Count>()
    tally.byValue.set(name, values)
    add(at(values, value), judgement)
  }
  for (const [field, figures] of fieldsOf(judgement.figures)) {
    add(at(tally.byField, field), { figures, wrong: [] })
  }
  tally.wrong.push(...judgement.wrong.map((what) => ({ seed, what, tags })))
  const missing = judgement.figures.filter(({ verdict }) => verdict === 'missing').length
  if (missing > 0) tally.poorest.push({ seed, missing, of: judgement.figures.length })
}

/** Of the figures that a person can tell. */
export const shareOf = ({ shown, missing }: Count): number =>
  shown + missing === 0 ? 1 : shown / (shown + missing)
