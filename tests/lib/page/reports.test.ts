import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { selfCheck } from '@/lib/page'
import { replayPage } from '../../practice-exchange/page-fixture/replay-page'
import { parseReport } from '../../replay/report'
import { withoutAmounts } from '../../replay/same-reading'

const folder = join(import.meta.dirname, 'reports')

/** How a report comes to be one of these: CONTRIBUTING, "From a report to a fix". */
test.each(readdirSync(folder))('%s is read as its `places` say', (name) => {
  const report = parseReport(readFileSync(join(folder, name), 'utf8'))
  const document = replayPage(report.html, report.url)
  const found = withoutAmounts(selfCheck(document, { now: 1_000 }))
  expect(report.places?.rows.length).toBeGreaterThan(0)
  expect(found).toEqual(withoutAmounts(report))
})
