import { mkdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserName } from '../e2e/driver.ts'
import { hasDisplay } from './has-display.ts'
import { parseReport } from '../replay/report.ts'
import { replayReport } from '../replay/replay-report.ts'

/**
 * `npm run replay report.json`: the page of a report, in a browser with the extension, and what is read there. With a
 * display the browser stays open; `--headless` leaves a picture.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
  },
})
const [file] = positionals
if (file === undefined) {
  console.error('Which report? npm run replay report.json')
  process.exit(1)
}

const root = join(import.meta.dirname, '..', '..')
const browser: BrowserName = values.browser === 'firefox' ? 'firefox' : 'chromium'
const headless = values.headless || !hasDisplay
const folder = join(root, '.output', 'pictures', browser)
mkdirSync(folder, { recursive: true })
const picture = join(folder, 'replay.png')

const { lines, isSame, driver } = await replayReport(parseReport(readFileSync(file, 'utf8')), {
  browser,
  headless,
  picture,
})
for (const line of lines) console.log(line)
if (headless) console.log(`\nThe picture to open: ${relative(root, picture)}`)
else {
  console.log('\nThe page stays open; close the browser to end.')
  await driver.closed()
}
await driver.close()
process.exitCode = isSame ? 0 : 1
