import { expect, test } from 'vitest'
import { runFuzz, tableOf } from './run-fuzz'

/** PAGES=20000 for the long run. */
const pages = Number(process.env['PAGES'] ?? '1000')
const firstSeed = Number(process.env['SEED'] ?? '1')

test(
  'a reading is never wrong, whatever was done to the page',
  { timeout: 60_000 + pages * 50 },
  () => {
    const tallies = runFuzz(pages, firstSeed)
    process.stdout.write(`${tableOf(tallies)}\n`)
    expect([...tallies].flatMap(([kind, { wrong }]) => wrong.map((w) => `${kind}, ${w}`))).toEqual(
      [],
    )
    const untouched = tallies.get('as it is')
    expect([untouched?.partly, untouched?.notAtAll]).toEqual([0, 0])
  },
)
