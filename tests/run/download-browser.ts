import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { Browser, install } from '@puppeteer/browsers'
import { PUPPETEER_REVISIONS } from 'puppeteer-core/internal/revisions.js'
import { browserCache, type BrowserName, cachedPathFile } from './find-browser.mjs'

/**
 * Downloads the browser that our version of puppeteer is made for, into the project's cache:
 * `node tests/run/download-browser.ts firefox`. A mirror is named by the variables that puppeteer itself knows.
 */
const { env } = process
const name: BrowserName = process.argv[2] === 'firefox' ? 'firefox' : 'chromium'
const wanted = {
  chromium: {
    browser: Browser.CHROME,
    buildId: PUPPETEER_REVISIONS.chrome,
    baseUrl: env['PUPPETEER_CHROME_DOWNLOAD_BASE_URL'],
  },
  firefox: {
    browser: Browser.FIREFOX,
    buildId: PUPPETEER_REVISIONS.firefox,
    baseUrl: env['PUPPETEER_FIREFOX_DOWNLOAD_BASE_URL'],
  },
}[name]

/** A line that is dead sends nothing, and says nothing. */
const STALLED_MS = 60_000
let stalled: ReturnType<typeof setTimeout> | undefined
const watchLine = (): void => {
  clearTimeout(stalled)
  stalled = setTimeout(() => {
    console.error('  nothing came for a minute')
    process.exit(1)
  }, STALLED_MS)
}

let said = -1
const tell = (done: number, all: number): void => {
  watchLine()
  const tenth = Math.floor((done / all) * 10)
  if (tenth === said) return
  said = tenth
  console.log(`  ${String(tenth * 10)} % of ${(all / 1_048_576).toFixed(0)} MB`)
}

try {
  watchLine()
  const { baseUrl, ...options } = wanted
  const { executablePath } = await install({
    ...options,
    ...(baseUrl !== undefined && { baseUrl }),
    cacheDir: browserCache,
    downloadProgressCallback: tell,
  })
  // A bare system may lack libraries that it needs; better found here than in the middle of a test.
  execFileSync(executablePath, ['--version'], { stdio: ['ignore', 'ignore', 'pipe'] })
  mkdirSync(browserCache, { recursive: true })
  writeFileSync(cachedPathFile(name), executablePath)
  process.exit(0)
} catch (fault) {
  const said = (fault instanceof Error ? fault.message : String(fault)).split('\n')
  const lines = said.map((line) => line.trim()).filter((line) => line !== '')
  console.error(`  That did not work: ${lines.slice(0, 2).join(' ')}`)
  process.exit(1)
}
