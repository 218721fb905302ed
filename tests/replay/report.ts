import type { SelfCheck } from '../../lib/page'

/** A report of the self-check, as far as a replay uses it. */
export type Report = Pick<
  SelfCheck,
  'status' | 'failure' | 'market' | 'language' | 'words' | 'columns' | 'places' | 'account'
> & {
  report: 3
  /** Of the extension. */
  version: string
  url: string
  /** Reasons, one for each row that is not read. */
  unread: readonly string[]
  /** "liquidationPrice: none", one for each figure that is not shown. */
  missing: readonly string[]
  html: string
}

export const parseReport = (text: string): Report => {
  const report = JSON.parse(text) as Partial<Report>
  if (report.report !== 3) {
    throw new Error(`This report is of kind ${String(report.report)}; this version replays kind 3.`)
  }
  return report as Report
}

/** The window that the page stood in. */
export const windowOf = ({ html }: Pick<Report, 'html'>): { width: number; height: number } => {
  const [, width = '1440', height = '900'] = /data-window="(\d+),(\d+)"/.exec(html) ?? []
  return { width: Number(width), height: Number(height) }
}
