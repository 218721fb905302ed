import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawPage } from '../zoo/draw-page.ts'
import { openReader } from '../zoo/harness/browser.ts'
import { judgePage } from '../zoo/judge/judge-page.ts'
import { poorestSeeds, tableOf, wrongOnes } from '../zoo/judge/table.ts'
import { runZoo } from '../zoo/run-zoo.ts'

/**
 * `npm run zoo`: PAGES (20,000) random pages from SEED (1) on, and what of them is read. SEEDS=3,17
 * writes single pages with their truth, their reading and a picture to .output/zoo instead.
 */
const { PAGES = '20000', SEED = '1', SEEDS } = process.env
const folder = join(import.meta.dirname, '..', '..', '.output', 'zoo')

const reader = await openReader()
try {
  if (SEEDS === undefined) {
    const start = performance.now()
    const seeds = Array.from({ length: Number(PAGES) }, (_, at) => Number(SEED) + at)
    const tally = await runZoo(reader, seeds, (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${done} pages`)
    })
    const minutes = (performance.now() - start) / 60_000
    console.log(`\n${tableOf(tally)}\n`)
    if (tally.wrong.length > 0) console.log(wrongOnes(tally))
    console.log(`most missing: ${poorestSeeds(tally)}`)
    console.log(`${Math.round(seeds.length / minutes)} pages a minute`)
    process.exitCode = tally.wrong.length > 0 ? 1 : 0
  } else {
    mkdirSync(folder, { recursive: true })
    for (const seed of SEEDS.split(',').map(Number)) {
      const page = drawPage(seed)
      const [answer] = await reader.readAll([page], page.width)
      const at = (name: string) => join(folder, `${seed}${name}`)
      const json = (value: unknown) => JSON.stringify(value, null, 2)
      writeFileSync(at('.html'), `<!doctype html>\n${page.html}`)
      writeFileSync(at('.truth.json'), json({ ...page, html: undefined }))
      writeFileSync(at('.reading.json'), json(answer))
      if (answer !== undefined && 'reading' in answer) {
        writeFileSync(at('.judgement.json'), json(judgePage(page.truth, answer.reading as never)))
      }
      await reader.screenshot(page, page.width, at('.png'))
      console.log(at('.html'))
    }
  }
} finally {
  await reader.close()
}
