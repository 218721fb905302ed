import type { PageReading } from '@/lib/page'
import type { ToldStep } from '../in-page/index.ts'
import type { PageTruth } from '../truth.ts'
import { judgePage } from './judge-page.ts'
import type { Judged, Judgement } from './judgement.ts'
import type { Plain } from './plain.ts'

type Reading = Plain<PageReading>

/** What is wrong of a reading by both pages: while one becomes the other, each cell is of either. */
const wrongByBoth = (reading: Reading, before: PageTruth, now: PageTruth): string[] => {
  const old = new Set(judgePage(before, reading).wrong)
  return judgePage(now, reading).wrong.filter((what) => old.has(what))
}

const shownBy = ({ figures }: Judgement): Map<string, number> =>
  new Map(
    [...Map.groupBy(figures, ({ field }) => field)].map(([field, all]) => [
      field,
      all.filter(({ verdict }) => verdict === 'shown').length,
    ]),
  )

/** Of what a reader shows that sees the page for the first time, what this one shows as well. */
const comparedWith = (fresh: Judgement, settled: Judgement): Judged[] => {
  const shown = shownBy(settled)
  return [...shownBy(fresh)].flatMap(([field, count]) =>
    Array.from({ length: count }, (_, at) => ({
      field,
      verdict: at < (shown.get(field) ?? 0) ? ('shown' as const) : ('missing' as const),
    })),
  )
}

const numbered = (name: string, wrong: readonly string[]): string[] =>
  wrong.map((what) => `${name}: ${what}`)

/** Right within two readings of a change, and never wrong in between. */
export const judgeStep = (before: PageTruth, now: PageTruth, told: ToldStep): Judgement => {
  const during = told.during.flatMap((reading) =>
    wrongByBoth(reading as unknown as Reading, before, now),
  )
  const after = told.after.flatMap((reading) => judgePage(now, reading as unknown as Reading).wrong)
  const fresh = judgePage(now, told.fresh as unknown as Reading)
  const [second = told.last] = told.after
  const settled: Judgement =
    second === null ? { figures: [], wrong: [] } : judgePage(now, second as unknown as Reading)
  return {
    figures: comparedWith(fresh, settled),
    wrong: [
      ...numbered('in between', during),
      ...numbered('after two readings', [...new Set([...after, ...settled.wrong])]),
      // What is wrong at first sight is the affair of the still pages, and no less wrong here.
      ...numbered('at first sight', fresh.wrong),
    ],
  }
}
