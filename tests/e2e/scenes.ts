import { choose, openOwnPage } from './appearance.ts'
import { passTime } from './away-from-the-hour.ts'
import type { Box, BrowserPage, Driver, PanelNode } from './driver.ts'
import { findNode, textOf, waitForPanel } from './panel.ts'
import { clickOnPage, practice, QUIET, typeOnPage } from './world.ts'
import { pause, until } from './until.ts'

/** What a picture is taken of. */
type Subject = { page: BrowserPage; /** `null`: all of it. */ box: Box | null } | { own: string }
type Theme = 'dark' | 'light'

export type Scene = {
  name: string
  /** Takes the picture into a file, and says which part of it counts. */
  take: (stage: SceneStage, theme: Theme, file: string) => Promise<Box | null>
}

export type SceneStage = { driver: Driver; page: BrowserPage }

const order = {
  symbol: 'BTCUSDT',
  side: 'buy',
  quantity: 0.02,
  leverage: 20,
  marginMode: 'isolated',
} as const

const framed = (wanted: (panel: PanelNode) => boolean) => async (page: BrowserPage) => {
  const frame = await until('what the picture is of', async () => {
    const panel = await page.panel()
    return panel && findNode(panel, wanted)
  })
  return page.box(frame)
}
const panelBox = framed(({ attributes }) => 'data-size' in attributes)
const companionBox = framed(
  (node) => 'data-companion' in node.attributes && textOf(node).includes('At stake'),
)

const shoot = async (subject: Subject, driver: Driver, file: string): Promise<Box | null> => {
  if ('page' in subject) {
    // Where a pointer rests, something may be lit.
    await subject.page.mouse.move(720, 20)
    await pause(250)
    await subject.page.screenshot(file)
    return subject.box
  }
  const own = await openOwnPage(driver, subject.own as 'popup')
  await pause(250)
  await own.screenshot(file)
  await own.close()
  return null
}

const withOnePosition = async ({ page }: SceneStage): Promise<void> => {
  await page.bringToFront()
  if ((await practice(page, 'positions')).length > 0) return
  // Otherwise nobody has seen it opened, and the count begins with "at least".
  await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
  await practice(page, 'open', order)
  await practice(page, 'setStops', 'BTCUSDT', { stopLoss: 58_800 })
  await practice(page, 'setPrice', 'BTCUSDT', 59_700)
  await waitForPanel(page, 'a position', ({ positions }) => positions.length === 1)
}

const withTwoAdditions = async (stage: SceneStage): Promise<void> => {
  const { page } = stage
  await withOnePosition(stage)
  const counted = (count: string) => (state: { text: string }) => state.text.includes(count)
  const says = await page.panel()
  if (says !== null && textOf(says).includes('2 of 1')) return
  await practice(page, 'setPrice', 'BTCUSDT', 59_100)
  for (const count of ['1 of 1', '2 of 1']) {
    await practice(page, 'addMargin', 'BTCUSDT', 20)
    await waitForPanel(page, count, counted(count), 20_000)
    // Rises within five seconds are one.
    await passTime(page, 5_500)
  }
}

const panelScene = (
  name: string,
  chosen: Parameters<typeof choose>[1],
  prepare: (stage: SceneStage) => Promise<void>,
): Scene => ({
  name,
  take: async (stage, theme, file) => {
    await choose(stage.driver, {
      language: 'en',
      size: 'normal',
      hideAmounts: false,
      palette: 'usual',
    })
    await stage.page.bringToFront()
    await prepare(stage)
    await choose(stage.driver, { theme, ...chosen })
    await stage.page.bringToFront()
    await pause(400)
    return shoot({ page: stage.page, box: await panelBox(stage.page) }, stage.driver, file)
  },
})

const ownScene = (name: string, own: string, chosen: Parameters<typeof choose>[1] = {}): Scene => ({
  name,
  take: async ({ driver }, theme, file) => {
    await choose(driver, { language: 'en', ...chosen, theme })
    return shoot({ own }, driver, file)
  },
})

const flat = () => Promise.resolve()

/** Every state that is worth a look, in an order in which each leaves the page as the next one wants it. */
export const scenes: readonly Scene[] = [
  panelScene('flat', {}, flat),
  panelScene('calm', {}, withOnePosition),
  panelScene('calm-pill', { size: 'pill' }, withOnePosition),
  panelScene('second-addition', {}, withTwoAdditions),
  panelScene('second-addition-detailed', { size: 'detailed' }, withTwoAdditions),
  panelScene('second-addition-pill', { size: 'pill' }, withTwoAdditions),
  panelScene('amounts-hidden', { hideAmounts: true }, withTwoAdditions),
  panelScene('colour-vision', { palette: 'colour-vision' }, withTwoAdditions),
  panelScene('longest-language', { language: 'fr', size: 'detailed' }, withTwoAdditions),
  {
    name: 'companion',
    take: async (stage, theme, file) => {
      await choose(stage.driver, { language: 'en', size: 'normal', theme })
      await withTwoAdditions(stage)
      const { page } = stage
      if (!(await page.evaluate(() => document.querySelector('[role="dialog"]') !== null))) {
        await clickOnPage(page, 'svg[aria-label="Adjust Margin"]')
        await typeOnPage(page, '[role="dialog"] input, .modal input', '20')
      }
      await companionBox(page)
      // The pause before one addition too many takes its time.
      await pause(6_000)
      return shoot({ page, box: await companionBox(page) }, stage.driver, file)
    },
  },
  {
    name: 'thirty-positions',
    take: async ({ driver }, theme, file) => {
      await choose(driver, { language: 'en', size: 'normal', theme })
      const page = await driver.openPage(`${QUIET}&fill=30&reset=on`)
      await waitForPanel(
        page,
        'many, each seen twice',
        ({ positions, text }) => positions.length > 3 && !text.includes('second reading'),
      )
      await pause(600)
      const taken = await shoot({ page, box: await panelBox(page) }, driver, file)
      await page.close()
      return taken
    },
  },
  ownScene('popup', 'popup'),
  ownScene('popup-longest-language', 'popup', { language: 'ru' }),
  ownScene('welcome', 'welcome'),
  ownScene('settings', 'options'),
]
