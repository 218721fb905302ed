import type { Choices } from '../dimensions.ts'
import { dimensionNames } from '../draw-choices.ts'
import type { Judged, Judgement } from './judge-page.ts'

export type Count = {
  pages: number
  shown: number
  missing: number
  untellable: number
  wrong: number
}

export type Wrong = { seed: number; what: string; choices: Choices }

export type Tally = {
  all: Count
  /** By dimension and value. */
  byValue: Map<string, Map<string, Count>>
  byField: Map<string, Count>
  wrong: Wrong[]
  /** Pages on which most is missing, for whoever looks for the reason. */
  poorest: { seed: number; missing: number; of: number }[]
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
  byValue: new Map(dimensionNames.map((name) => [name, new Map<string, Count>()])),
  byField: new Map(),
  wrong: [],
  poorest: [],
})

const fieldsOf = (figures: readonly Judged[]) => Map.groupBy(figures, ({ field }) => field)

type Page = { seed: number; choices: Choices }

export const addToTally = (tally: Tally, { seed, choices }: Page, judgement: Judgement): void => {
  add(tally.all, judgement)
  for (const name of dimensionNames) add(at(tally.byValue.get(name)!, choices[name]), judgement)
  for (const [field, figures] of fieldsOf(judgement.figures)) {
    add(at(tally.byField, field), { figures, wrong: [] })
  }
  tally.wrong.push(...judgement.wrong.map((what) => ({ seed, what, choices })))
  const missing = judgement.figures.filter(({ verdict }) => verdict === 'missing').length
  if (missing > 0) tally.poorest.push({ seed, missing, of: judgement.figures.length })
}

/** Of the figures that a person can tell. */
export const shareOf = ({ shown, missing }: Count): number =>
  shown + missing === 0 ? 1 : shown / (shown + missing)
