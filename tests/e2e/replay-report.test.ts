import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { parseReport } from '../replay/report.ts'
import { replayReport } from '../replay/replay-report.ts'
import type { Driver } from './driver.ts'

const folder = join(import.meta.dirname, '..', 'lib', 'page', 'reports')

describe('npm run replay', () => {
  let driver: Driver | null = null

  afterEach(() => driver?.close())

  test.each(readdirSync(folder))(
    '%s: the extension stands on its page and reads it',
    async (name) => {
      const report = parseReport(readFileSync(join(folder, name), 'utf8'))
      const browser = inject('browser')
      const replayed = await replayReport(report, { browser, headless: true, rebuild: false })
      driver = replayed.driver
      const rows = report.places?.rows.length ?? 0
      expect(replayed.lines.filter((line) => line.includes('the report says'))).toEqual([])
      expect(replayed.isSame).toBe(true)
      expect(replayed.lines).toContain(`Rows: ${String(rows)}`)
      expect(replayed.panel.status).toMatch(/^(ready|partial)$/)
      expect(replayed.panel.text).toContain(String(rows))
    },
  )
})
