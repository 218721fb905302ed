import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { BrowserName } from '../e2e/driver.ts'
import { type PanelState, panelState, waitForPanel } from '../e2e/panel.ts'
import { story } from '../e2e/story/story.ts'
import { pause } from '../e2e/until.ts'
import { openWorld, QUIET } from '../e2e/world.ts'
import { namedScenes, pageNames, sceneNamed } from '../practice-exchange/demo-scenes.ts'
import { fiveSentences } from './five-sentences.ts'
import { hasDisplay } from './has-display.ts'
import { openScene, playOn } from './play-scene.ts'

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
    scene: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const help = `npm start                       the extension on the practice exchange, with a position that falls
npm start -- --scene hedge      another scene
npm start -- --browser firefox  in Firefox
npm start -- --headless         without a window: the story is played, told and pictured

Scenes:
${namedScenes.map(({ name, title }) => `  ${name.padEnd(16)}${title}`).join('\n')}

and every page that the reader is tested on, by its name:
  ${pageNames.join(', ')}`

const browser: BrowserName = values.browser === 'firefox' ? 'firefox' : 'chromium'

const root = join(import.meta.dirname, '..', '..')
const pictures = join(root, '.output', 'pictures', browser)

const figuresSaid: readonly (readonly [field: string, say: (text: string) => string])[] = [
  ['liquidation-distance', (text) => `${text} to liquidation`],
  ['liquidation-price', (text) => `liquidation at ${text}`],
  ['at-stake', (text) => `at stake ${text}`],
  ['margin-additions', (text) => `additions ${text}`],
]

/** What a reader of the panel would say aloud. */
const say = ({ statusText, positions }: PanelState): void => {
  if (positions.length === 0) console.log(`   ${statusText}`)
  for (const { key, fields, warnings } of positions) {
    // A position that is folded to one line shows only some of them.
    const figures = figuresSaid.flatMap(([name, say]) => {
      const text = fields[name]?.text
      return text === undefined ? [] : [say(text)]
    })
    console.log(`   ${key}: ${figures.join('; ')}`)
    for (const { severity, title, text } of warnings) {
      const detail = text.slice(title.length).trim()
      console.log(`     ${severity.padEnd(8)}${[title, detail].filter(Boolean).join('. ')}`)
    }
  }
}

/** Where a picture is, as a terminal makes a link of it. */
const invite = (file: string): void => {
  console.log(`\nThe picture to open: ${relative(root, file)}\n${pathToFileURL(file).href}`)
}

const playStory = async (): Promise<void> => {
  console.log(`The story is played in ${browser}, without a window.\n`)
  const driver = await openWorld({ browser })
  const told = new Map<string, PanelState>()
  let best = ''
  try {
    const scene = { driver, page: await driver.openPage(QUIET) }
    for (const [index, step] of story.entries()) {
      console.log(`${String(index + 1).padStart(2)} ${step.title}`)
      const state = await step.run(scene)
      say(state)
      if (step.picture !== undefined) {
        told.set(step.picture, state)
        const file = join(pictures, `${String(index + 1).padStart(2, '0')}-${step.picture}.png`)
        await scene.page.screenshot(file)
        console.log(`   picture: ${relative(root, file)}`)
        if (step.picture === 'second-addition') best = file
      }
      await step.after?.(scene)
    }
  } finally {
    await driver.close()
  }
  console.log('\nWhat happened, in five sentences:')
  for (const [at, sentence] of fiveSentences(told).entries()) {
    console.log(` ${String(at + 1)}. ${sentence}`)
  }
  invite(best)
}

const picked = (name: string) => {
  const scene = sceneNamed(name)
  if (scene !== null) return scene
  console.error(`There is no scene named ${name}.\n\n${help}`)
  process.exit(1)
}

/** One scene to its end, without a window. */
const playScene = async (name: string): Promise<void> => {
  const scene = picked(name)
  const driver = await openWorld({ browser })
  try {
    const page = await openScene(driver, scene)
    console.log(scene.title)
    await playOn(page, scene.then, (sentence) => {
      console.log(`   ${sentence}`)
    })
    await waitForPanel(page, 'the panel', ({ status }) => status !== null && status !== 'loading')
    // Counts wait for a second look.
    await pause(1_500)
    say(panelState(await page.panel()))
    const file = join(pictures, `scene-${name}.png`)
    await page.screenshot(file)
    invite(file)
  } finally {
    await driver.close()
  }
}

const playground = async (name: string): Promise<void> => {
  const scene = picked(name)
  const driver = await openWorld({ browser, headless: false })
  process.on('SIGINT', () => void driver.close().then(() => process.exit(0)))
  const page = await openScene(driver, scene)
  console.log(
    `The practice exchange is open, with Margin Brake on it: ${scene.title}.
Whatever you do there costs nothing: add margin by the pencil, set a stop-loss, close, open another.
Close the browser (or press Ctrl-C) to end; npm start -- --help names other scenes.\n`,
  )
  void playOn(page, scene.then, (sentence) => {
    console.log(sentence)
  })
  await driver.closed()
  await driver.close()
}

mkdirSync(pictures, { recursive: true })
const { scene } = values
if (values.help) console.log(help)
else if (hasDisplay && !values.headless) await playground(scene ?? 'falling')
else if (scene !== undefined) await playScene(scene)
else await playStory()
