import { makeReport, selfCheck } from '@/lib/page'
import { seededRandom } from '../../seeded-random.ts'
import { type Given, put } from '../../zoo/in-page/put.ts'
import { plantSecrets } from './plant-secrets.ts'
import { putReport } from './put-report.ts'

export type Replayed = {
  /** What the reader finds on the page, and what it finds on the page of its report. */
  before: unknown
  after: unknown
  report: string
}

const check = () => selfCheck(document, { now: Date.now() })

/** Puts a page there; of a report before it there are styles left on the body. */
const putFresh = (given: Given): void => {
  document.body.replaceWith(document.createElement('body'))
  put(given)
}

const reportOf = (before: ReturnType<typeof check>, seed: number): string =>
  makeReport(document, { check: before, version: '0', random: seededRandom(seed) })

/** A page, its report, and what is read on both. */
const replay = (given: Given, seed: number): Replayed => {
  putFresh(given)
  const before = check()
  const report = reportOf(before, seed)
  putReport(JSON.parse(report) as { url: string; html: string })
  return { before, after: check(), report }
}

declare global {
  // `var` alone reaches the page's own window.
  var replayDrawn: (given: Given, seed: number) => Replayed
  var reportOfPlanted: (given: Given, seed: number) => string
}

globalThis.replayDrawn = replay
globalThis.reportOfPlanted = (given, seed) => {
  putFresh(given)
  plantSecrets()
  return reportOf(check(), seed)
}
