import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserName } from '../e2e/driver.ts'
import type { PanelState } from '../e2e/panel.ts'
import { story } from '../e2e/story/story.ts'
import { FUTURES, openWorld, QUIET } from '../e2e/world.ts'

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
  },
})
const browser: BrowserName = values.browser === 'firefox' ? 'firefox' : 'chromium'
const hasDisplay =
  process.platform !== 'linux' ||
  Boolean(process.env['DISPLAY']) ||
  Boolean(process.env['WAYLAND_DISPLAY'])

const root = join(import.meta.dirname, '..', '..')
const pictures = join(root, '.output', 'pictures', browser)

/** What a reader of the panel would say aloud. */
const say = ({ statusText, positions }: PanelState): void => {
  if (positions.length === 0) console.log(`   ${statusText}`)
  for (const { key, fields, warnings } of positions) {
    const figure = (name: string) => fields[name]?.text ?? '–'
    console.log(
      `   ${key}: ${figure('liquidation-distance')} to liquidation at ${figure('liquidation-price')}; at stake ${figure('at-stake')}; additions ${figure('margin-additions')}`,
    )
    for (const { severity, text } of warnings) console.log(`     ${severity.padEnd(8)}${text}`)
  }
}

const play = async (): Promise<void> => {
  mkdirSync(pictures, { recursive: true })
  console.log(`No display: the story is played headless in ${browser}.\n`)
  const driver = await openWorld({ browser })
  try {
    const scene = { driver, page: await driver.openPage(QUIET) }
    for (const [index, step] of story.entries()) {
      console.log(`${String(index + 1).padStart(2)} ${step.title}`)
      say(await step.run(scene))
      if (step.picture !== undefined) {
        const file = join(pictures, `${String(index + 1).padStart(2, '0')}-${step.picture}.png`)
        await scene.page.screenshot(file)
        console.log(`   picture: ${relative(root, file)}`)
      }
      await step.after?.(scene)
    }
    console.log('\nThe story is told.')
  } finally {
    await driver.close()
  }
}

const playground = async (): Promise<void> => {
  const driver = await openWorld({ browser, headless: false })
  process.on('SIGINT', () => void driver.close().then(() => process.exit(0)))
  await driver.openPage(FUTURES)
  console.log(
    'The practice exchange is open, with Margin Brake on it. Open a position, let the price fall,\nadd margin twice, and see what it says. Close the browser (or press Ctrl-C) to end.',
  )
  await driver.closed()
  await driver.close()
}

await (hasDisplay && !values.headless ? playground() : play())
