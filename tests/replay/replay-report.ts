import { join } from 'node:path'
import type { SelfCheck } from '../../lib/page'
import type { BrowserName } from '../e2e/driver.ts'
import { panelState } from '../e2e/panel.ts'
import { pause, within } from '../e2e/until.ts'
import { openWorld } from '../e2e/world.ts'
import { bundle } from '../zoo/harness/bundle.ts'
import { describeReplay } from './describe-replay.ts'
import { type Report, windowOf } from './report.ts'

type ReplayOptions = {
  browser: BrowserName
  headless: boolean
  rebuild?: boolean
  /** Where a picture goes. */
  picture?: string
}

const SCRIPT = '/replay.js'
/** A panel that isn't there by then doesn't come. */
const PANEL_MS = 10_000
/** It reads twice before it says anything of a position. */
const SECOND_LOOK_MS = 1_500

export const servedScript = (): Promise<string> =>
  bundle(join(import.meta.dirname, 'in-page', 'served.ts'))

const pageOf = ({ html }: Report): string =>
  html.replace('</body>', `<script src="${SCRIPT}"></script></body>`)

const answer = (type: string, body: string) => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body,
})

/** Opens the page of a report at its address, in a browser with the extension, and reads it there. */
export const replayReport = async (report: Report, options: ReplayOptions) => {
  const { browser, headless, picture, rebuild = true } = options
  const script = await servedScript()
  const address = new URL(report.url)
  const driver = await openWorld({
    browser,
    headless,
    rebuild,
    ...windowOf(report),
    answerFirst: ({ pathname }) =>
      pathname === SCRIPT
        ? answer('text/javascript', script)
        : pathname === address.pathname
          ? answer('text/html', pageOf(report))
          : null,
  })
  try {
    const page = await driver.openPage(report.url)
    await within(PANEL_MS, async () => panelState(await page.panel()).status !== null)
    await pause(SECOND_LOOK_MS)
    const panel = panelState(await page.panel())
    const now = JSON.parse(String(await page.run('readHere()'))) as SelfCheck
    if (picture !== undefined) await page.screenshot(picture)
    return { ...describeReplay(report, { now, panel }), now, panel, driver }
  } catch (fault) {
    await driver.close()
    throw fault
  }
}
