import type { Notice } from '../own-page/use-attempts'
import type { PageTranslation } from '../own-page/page-translation'
import type { ImportReport } from './journal-source'

/** Damaged records that are named one by one; more would bury the message. */
const NAMED = 5

/** What became of a file: a sentence, and whether it is bad news. */
export const describeImport = (report: ImportReport, { t }: PageTranslation): Notice => {
  if (report.state !== 'imported') return { text: t(`journal.import.${report.state}`), bad: true }
  const { count, damaged } = report
  const done = t('journal.import.done', { count })
  if (damaged.length === 0) return { text: done, bad: false }
  const records = damaged
    .slice(0, NAMED)
    .map(({ place, symbol, path }) =>
      t('journal.import.record', { place, symbol: symbol ?? t('unknown'), path }),
    )
  if (damaged.length > NAMED) records.push('…')
  const left = t('journal.import.damaged', { count: damaged.length, records: records.join('; ') })
  return { text: `${done} ${left}`, bad: true }
}
