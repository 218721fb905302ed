import type { PageReading } from '@/lib/page'
import { accountFields, type PageTruth, type Printed } from '../truth.ts'
import { isRight, type Shown } from './is-right.ts'
import type { Judged, Judgement } from './judgement.ts'
import type { Plain } from './plain.ts'

type Full = Extract<Plain<PageReading>, { status: 'positions' | 'flat' }>

/** What is shown, whether it is right, and whether it is printed on the page at all. */
type Asked = { field: string; answer: boolean | null; isPrinted: boolean; shown: unknown }

const figure = (field: string, shown: Shown | undefined, printed: Printed | undefined): Asked => ({
  field,
  answer: shown === undefined ? null : isRight(shown, printed),
  isPrinted: printed?.is === 'figure',
  shown,
})

const count = (field: string, shown: number | null | undefined, printed: number | null): Asked => ({
  field,
  answer: shown === undefined || shown === null ? null : shown === printed,
  isPrinted: printed !== null,
  shown,
})

const assetMode = (page: PageTruth, reading: Full | null): Asked => {
  const shown = reading?.account.assetMode
  return {
    field: 'account assetMode',
    answer: shown === undefined || 'missing' in shown ? null : shown.value === page.assetMode,
    isPrinted: page.account.assetMode !== undefined,
    shown,
  }
}

const accountOf = (page: PageTruth, reading: Full | null): Asked[] =>
  accountFields.map((field) =>
    field === 'assetMode'
      ? assetMode(page, reading)
      : figure(`account ${field}`, reading?.account[field], page.account[field]),
  )

/**
 * Account card, the line over the chart, and what the tabs count. All of it is told by words alone:
 * where none is known, nobody can tell.
 */
export const judgeSurroundings = (page: PageTruth, reading: Plain<PageReading>): Judgement => {
  // With another tab in front a reading carries none of it.
  if (page.tabInFront === 'another') return { figures: [], wrong: [] }
  const full = reading.status === 'positions' || reading.status === 'flat' ? reading : null
  const declared = full?.status === 'positions' ? full.declared : undefined
  const asked = [
    ...accountOf(page, full),
    figure('ticker markPrice', full?.ticker.markPrice, page.ticker.markPrice),
    count('open orders', full?.openOrders.count, page.openOrders),
    ...(page.open > 0 ? [count('declared', declared, page.declared)] : []),
    ...(page.open === 0
      ? [{ field: 'flat', answer: full?.status === 'flat' || null, isPrinted: true, shown: null }]
      : []),
  ]
  const verdict = (answer: boolean | null): Judged['verdict'] =>
    answer === true ? 'shown' : page.knowsWords ? 'missing' : 'untellable'
  const last = full === null ? null : isRight(full.ticker.lastPrice, page.ticker.lastPrice)
  return {
    figures: asked.flatMap(({ field, answer, isPrinted }) =>
      isPrinted ? [{ field, verdict: verdict(answer) }] : [],
    ),
    wrong: [
      ...asked.flatMap(({ field, answer, shown }) =>
        answer === false ? [`${field} ${JSON.stringify(shown)}`] : [],
      ),
      // It stands there without a word; what is said of it has to be right all the same.
      ...(last === false ? [`ticker lastPrice ${JSON.stringify(full?.ticker.lastPrice)}`] : []),
    ],
  }
}
