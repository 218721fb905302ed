import { isDeepStrictEqual } from 'node:util'
import type { SelfCheck } from '../../lib/page'
import type { PanelState } from '../e2e/panel.ts'
import type { Report } from './report.ts'
import { withoutAmounts } from './same-reading.ts'

export type ReplayedReport = {
  /** What the reader finds on the page of the report. */
  now: SelfCheck
  panel: PanelState
}

const counted = (list: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1)
  const texts = [...counts].map(([each, count]) =>
    count === 1 ? each : `${each} (${String(count)} times)`,
  )
  return texts.length === 0 ? 'none' : texts.join('; ')
}

const columnsOf = ({ columns }: SelfCheck): string[] =>
  columns.map(
    ({ column, foundBy, header }) =>
      `  ${column.padEnd(18)}${(foundBy ?? 'not found').padEnd(12)}${header ?? ''}`,
  )

const rowsOf = ({ places }: SelfCheck): string[] =>
  (places?.rows ?? []).map(({ symbol, cells, untitled }, at) => {
    const found = Object.entries(cells).map(([column, text]) => `${column} “${text}”`)
    const strange = Object.values(untitled).map((text) => `“${text}”`)
    const rest =
      strange.length === 0 ? '' : `; under titles that nobody knows: ${strange.join(', ')}`
    return `  ${String(at + 1)} ${symbol}: ${found.join(', ')}${rest}`
  })

const differences = (then: Report, now: SelfCheck): string[] => {
  const [before, after] = [withoutAmounts(then), withoutAmounts(now)]
  return (Object.keys(before) as (keyof typeof before)[]).flatMap((part) => {
    const [old, current] = [before[part], after[part]]
    if (isDeepStrictEqual(old, current)) return []
    return [
      `  ${part}: the report says ${JSON.stringify(old)}, here it is ${JSON.stringify(current)}`,
    ]
  })
}

/** What is read on a report's page, what isn't and why, and whether it is what its sender's browser read. */
export const describeReplay = (
  report: Report,
  { now, panel }: ReplayedReport,
): { lines: string[]; isSame: boolean } => {
  const others = differences(report, now)
  const why = now.failure === null ? '' : `, because of ${now.failure}`
  return {
    isSame: others.length === 0,
    lines: [
      `${report.url}, read by version ${report.version}`,
      `The page: ${now.status}${why}; ${now.layout ?? 'no rows'}; words of ${now.words ?? 'no known language'}`,
      `The panel: ${panel.status ?? 'not there'}, ${panel.statusText}`,
      'Columns',
      ...columnsOf(now),
      `Titles that nobody knows: ${counted(now.unnamed)}`,
      `Rows: ${String(now.places?.rows.length ?? 0)}`,
      ...rowsOf(now),
      `Rows that its sender's browser could not read: ${counted(report.unread)}`,
      `Figures that it did not show: ${counted(report.missing)}`,
      ...(others.length === 0
        ? [
            'Read here as it was there. Amounts are others, so what arithmetic adds is not compared.',
          ]
        : ['Read here otherwise than there:', ...others]),
    ],
  }
}
