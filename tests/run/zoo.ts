import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawActionPage } from '../zoo/actions/draw-action-page.ts'
import { drawStory } from '../zoo/stories/draw-story.ts'
import { drawPage } from '../zoo/draw-page.ts'
import { openReader, type Question } from '../zoo/harness/browser.ts'
import { poorestSeeds, tableOf, timesOf, wrongOnes } from '../zoo/judge/table.ts'
import { exhibits, runZoo } from '../zoo/run-zoo.ts'

/**
 * `npm run zoo`: PAGES (20,000) random pages from SEED (1) on, and what of them is read; then a quarter
 * as many with an order form and a dialog, and one in a hundred that changes while it is read. KIND=pages,
 * actions or stories is one of them alone. SEEDS=3,17 writes single ones with truth, reading, judgement and
 * a picture to .output/zoo instead.
 */
const { PAGES = '20000', SEED = '1', SEEDS, KIND } = process.env
const folder = join(import.meta.dirname, '..', '..', '.output', 'zoo')
const sizes: Record<Question, number> = { pages: 1, actions: 0.25, stories: 0.01 }
const kinds = (Object.keys(sizes) as Question[]).filter((kind) => (KIND ?? kind) === kind)
const titles: Record<Question, string> = {
  pages: 'positions and account',
  actions: 'dialogs and order forms',
  stories: 'pages that change',
}

const reader = await openReader()

const run = async (kind: Question): Promise<void> => {
  const start = performance.now()
  const count = Math.ceil(Number(PAGES) * (KIND === undefined ? sizes[kind] : 1))
  const seeds = Array.from({ length: count }, (_, at) => Number(SEED) + at)
  const tally = await runZoo(reader, {
    kind,
    seeds,
    progress: (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${done} pages`)
    },
  })
  const minutes = (performance.now() - start) / 60_000
  console.log(`\n— zoo: ${titles[kind]}\n${tableOf(tally)}\n`)
  if (tally.wrong.length > 0) console.log(wrongOnes(tally))
  console.log(`most missing: ${poorestSeeds(tally)}`)
  console.log(timesOf(tally))
  console.log(`${Math.round(seeds.length / minutes)} pages a minute`)
  if (tally.wrong.length > 0) process.exitCode = 1
}

const truthOf: Record<Question, (seed: number) => unknown> = {
  pages: (seed) => ({ ...drawPage(seed), html: undefined }),
  actions: (seed) => {
    const { action, truth } = drawActionPage(seed)
    return { action, truth }
  },
  stories: (seed) =>
    drawStory(seed).steps.map(({ change, how, page }) => ({ change, how, truth: page.truth })),
}

const write = async (kind: Question, seed: number): Promise<void> => {
  const { given, width, judge } = exhibits[kind](seed)
  const [answer] = await reader.readAll(kind, [given], width)
  const at = (name: string) => join(folder, `${kind}-${seed}${name}`)
  const json = (value: unknown) => JSON.stringify(value, null, 2)
  const pages = 'start' in given ? [given.start, ...given.steps] : [given]
  for (const [number, { html }] of pages.entries()) {
    writeFileSync(at(number === 0 ? '.html' : `.${number}.html`), `<!doctype html>\n${html}`)
  }
  writeFileSync(at('.truth.json'), json(truthOf[kind](seed)))
  writeFileSync(at('.reading.json'), json(answer))
  if (answer !== undefined && 'reading' in answer) {
    writeFileSync(at('.judgement.json'), json(judge(answer.reading)))
  }
  await reader.screenshot(pages[0]!, width, at('.png'))
  console.log(at('.html'))
}

try {
  if (SEEDS === undefined) {
    for (const kind of kinds) await run(kind)
  } else {
    mkdirSync(folder, { recursive: true })
    const [kind = 'pages'] = KIND === undefined ? [] : kinds
    for (const seed of SEEDS.split(',').map(Number)) await write(kind, seed)
  }
} finally {
  await reader.close()
}
