import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { addTallies, emptyTallies, tableOf, type Tally } from './run-fuzz'

/**
 * The long run: `npm run fuzz` reads 20,000 generated and mutated pages and prints, per kind of
 * mutation, which rows were read; `PAGES=2500 SEED=5001 npm run fuzz` others. In batches, each in a
 * process of its own, since documents of happy-dom are never given back to memory.
 */
const { PAGES = '20000', SEED = '1' } = process.env
const BATCH = 1_000
const AT_ONCE = 2
const run = promisify(execFile)

const script = join('tests', 'run', 'script.ts')
const batch = join('tests', 'lib', 'page', 'fuzz', 'batch.ts')

const [first, last] = [Number(SEED), Number(SEED) + Number(PAGES)]
const starts = Array.from(
  { length: Math.ceil((last - first) / BATCH) },
  (_, at) => first + at * BATCH,
)
const total = emptyTallies()

const work = async (): Promise<void> => {
  for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
    const env = {
      ...process.env,
      SEED: String(start),
      PAGES: String(Math.min(BATCH, last - start)),
    }
    const { stdout } = await run(process.execPath, [script, batch], { env, maxBuffer: 2 ** 26 })
    addTallies(total, new Map(JSON.parse(stdout) as [string, Tally][]))
    const wrong = [...total.values()].reduce((sum, tally) => sum + tally.wrong.length, 0)
    console.error(`pages from ${String(start)} on are read; wrong so far: ${String(wrong)}`)
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work))

console.log(tableOf(total))
const wrong = [...total].flatMap(([kind, tally]) => tally.wrong.map((what) => `${kind}, ${what}`))
console.log(wrong.length === 0 ? 'Nothing shown was wrong.' : wrong.join('\n'))
process.exit(wrong.length === 0 ? 0 : 1)
