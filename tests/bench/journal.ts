import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserName, ExtensionPage } from '../e2e/driver.ts'
import { exists, openJournal, waitInJournal } from '../e2e/journal-page.ts'
import { choose } from '../e2e/appearance.ts'
import { openWorld } from '../e2e/world.ts'
import { whole } from './page/print-table.ts'
import { printSpread, spreadOf } from './page/spread.ts'
import { fillExpression } from './sample-journal.ts'

/**
 * How long a journal of years takes to open, how smoothly its list scrolls, and what it looks like:
 * `node tests/run/script.ts tests/bench/journal.ts --browser firefox --episodes 10000`
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    browser: { type: 'string', default: 'chromium' },
    episodes: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
})
const episodes = Number(values.episodes ?? (values.short ? 200 : 10_000))
const rounds = Number(process.env['ROUNDS'] ?? (values.short ? 1 : 3))
const browser: BrowserName = values.browser === 'firefox' ? 'firefox' : 'chromium'
const pictures = join(import.meta.dirname, '..', '..', '.output', 'pictures', browser)

/**
 * Milliseconds from the beginning of the navigation until the list is drawn, by the page's own clock. The
 * question comes when the page has loaded, so a list that was drawn before is found a little late, never early.
 */
const timeToList = (page: ExtensionPage): Promise<number> =>
  page.evaluate<number>(`new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[data-episode]') === null) requestAnimationFrame(look)
      else resolve(performance.now())
    }
    look()
  })`)

/** Scrolls from top to bottom in 120 frames; the frames' lengths in milliseconds, sorted. */
const scroll = (page: ExtensionPage): Promise<number[]> =>
  page.evaluate<number[]>(`new Promise((resolve) => {
    const list = document.querySelector('.episodes')
    const step = (list.scrollHeight - list.clientHeight) / 120
    const frames = []
    let last = performance.now()
    const frame = (now) => {
      frames.push(now - last)
      last = now
      list.scrollTop += step
      if (frames.length < 120) requestAnimationFrame(frame)
      else resolve(frames.slice(1).sort((a, b) => a - b))
    }
    requestAnimationFrame(frame)
  })`)

/** The page in a theme, with an episode of two additions chosen. */
const inTheme = async (theme: 'dark' | 'light'): Promise<void> => {
  await choose(driver, { theme })
  const page = await openJournal(driver)
  await waitInJournal(page, 'one of two additions', exists('[data-additions="2"]'))
  await page.click('[data-additions="2"]')
  await waitInJournal(
    page,
    'both of them',
    `document.querySelectorAll('[data-event="margin-added"]').length === 2`,
  )
  await page.screenshot(join(pictures, `journal-${theme}.png`))
  await page.close()
}

const driver = await openWorld({ browser })
try {
  mkdirSync(pictures, { recursive: true })
  const empty = await openJournal(driver)
  await empty.screenshot(join(pictures, 'journal-empty.png'))
  await empty.evaluate(fillExpression(episodes))
  await empty.close()

  const opened: number[] = []
  const frames: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const page = await driver.openExtensionPage('journal.html')
    opened.push(await timeToList(page))
    await waitInJournal(page, 'an episode', exists('.detail'))
    frames.push(...(await scroll(page)))
    await page.close()
  }
  frames.sort((a, b) => a - b)
  const at = (part: number) => (frames[Math.floor(frames.length * part)] ?? 0).toFixed(1)
  console.log(`${browser}, ${String(episodes)} episodes, ${String(rounds)} rounds`)
  console.log(`  open to list: ${printSpread(spreadOf(opened), whole, ' ms')}`)
  console.log(
    `  frames while scrolling, ms: median ${at(0.5)}, 95 % ${at(0.95)}, worst ${at(0.999)}`,
  )
  for (const theme of ['dark', 'light'] as const) await inTheme(theme)
} finally {
  await driver.close()
}
