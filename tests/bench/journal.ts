import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserName, ExtensionPage } from '../e2e/driver.ts'
import { exists, openJournal, waitInJournal } from '../e2e/journal-page.ts'
import { openWorld } from '../e2e/world.ts'
import { fillExpression } from './sample-journal.ts'

/**
 * How long a journal of years takes to open, how smoothly its list scrolls, and what it looks like:
 * `node tests/run/script.ts tests/bench/journal.ts --browser firefox --episodes 10000`
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    browser: { type: 'string', default: 'chromium' },
    episodes: { type: 'string', default: '10000' },
  },
})
const browser: BrowserName = values.browser === 'firefox' ? 'firefox' : 'chromium'
const pictures = join(import.meta.dirname, '..', '..', '.output', 'pictures', browser)

/** Milliseconds until a fresh copy of the page, in a frame of this one, has drawn its list. */
const timeToList = (page: ExtensionPage): Promise<number> =>
  page.evaluate<number>(`new Promise((resolve) => {
    const frame = document.createElement('iframe')
    frame.style = 'position:fixed;inset:0;width:1280px;height:900px'
    const began = performance.now()
    const look = () => {
      const drawn = frame.contentDocument?.querySelector('[data-episode]') ?? null
      if (drawn === null) requestAnimationFrame(look)
      else {
        resolve(performance.now() - began)
        frame.remove()
      }
    }
    frame.src = location.href
    document.body.append(frame)
    requestAnimationFrame(look)
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

/** Shows the page in a frame that prefers this scheme, with an episode of two additions chosen. */
const inScheme = async (page: ExtensionPage, scheme: 'dark' | 'light'): Promise<void> => {
  await page.evaluate(`(() => {
    const frame = document.createElement('iframe')
    frame.style = 'border:0;width:100%;height:1500px;color-scheme:${scheme}'
    frame.src = location.href
    document.body.replaceChildren(frame)
  })()`)
  const inside = "document.querySelector('iframe').contentDocument"
  await waitInJournal(page, 'the list', `${inside}.querySelector('[data-additions="2"]')`)
  await page.evaluate(`${inside}.querySelector('[data-additions="2"]').click()`)
  await waitInJournal(
    page,
    'two',
    `${inside}.querySelectorAll('[data-event="margin-added"]').length === 2`,
  )
}

const driver = await openWorld({ browser })
try {
  mkdirSync(pictures, { recursive: true })
  const empty = await openJournal(driver)
  await empty.screenshot(join(pictures, 'journal-empty.png'))
  await empty.evaluate(fillExpression(Number(values.episodes)))
  await empty.close()

  const page = await openJournal(driver)
  await waitInJournal(page, 'an episode', exists('.detail'))
  const opened: number[] = []
  for (let run = 0; run < 5; run += 1) opened.push(Math.round(await timeToList(page)))
  const frames = await scroll(page)
  const at = (part: number) => (frames[Math.floor(frames.length * part)] ?? 0).toFixed(1)
  console.log(`${browser}, ${values.episodes} episodes`)
  console.log(`  open to list, ms: ${opened.join(', ')}`)
  console.log(
    `  frames while scrolling, ms: median ${at(0.5)}, 95 % ${at(0.95)}, worst ${at(0.999)}`,
  )

  for (const scheme of ['dark', 'light'] as const) {
    await inScheme(page, scheme)
    await page.screenshot(join(pictures, `journal-${scheme}.png`))
  }
} finally {
  await driver.close()
}
