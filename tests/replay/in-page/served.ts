import { makeReport, selfCheck } from '@/lib/page'
import { seededRandom } from '../../seeded-random.ts'
import { layOut } from './lay-out.ts'

/** The first script of a report's page as it is served; on any other page it only answers. */
if (document.documentElement.hasAttribute('data-window')) layOut()

const check = () => selfCheck(document, { now: Date.now() })

declare global {
  // `var` alone reaches the page's own window.
  var readHere: () => string
  var reportHere: (seed: number) => string
}

globalThis.readHere = () => JSON.stringify(check())
globalThis.reportHere = (seed) =>
  makeReport(document, { check: check(), version: '0', random: seededRandom(seed) })
