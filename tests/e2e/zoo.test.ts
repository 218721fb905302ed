import { expect, inject, test } from 'vitest'
import { openReader } from '../zoo/harness/browser.ts'
import { shareOf, type Tally } from '../zoo/judge/tally.ts'
import { poorestSeeds, tableOf, wrongOnes } from '../zoo/judge/table.ts'
import { runZoo } from '../zoo/run-zoo.ts'

/** Half of the pages are always the same; the others are new in every run. `npm run zoo` is the long one. */
const HALF = 250
const fresh = Math.floor(Math.random() * 1_000_000_000)

const say = (tally: Tally): void => {
  console.log(`${tableOf(tally)}\n\n${wrongOnes(tally)}\nmost missing: ${poorestSeeds(tally)}`)
}

/** The reader is the same in every browser; one lays the pages out. */
test.skipIf(inject('browser') !== 'chromium')(
  'on random plausible pages what a person can read is shown, and nothing wrong',
  { timeout: 600_000 },
  async () => {
    console.log(`zoo: seeds 1 to ${HALF}, and from ${fresh} on`)
    const reader = await openReader()
    try {
      const seeds = [1, fresh].flatMap((first) =>
        Array.from({ length: HALF }, (_, at) => first + at),
      )
      const tally = await runZoo(reader, { kind: 'pages', seeds })
      if (tally.wrong.length > 0 || shareOf(tally.all) < 0.99) say(tally)
      expect(tally.wrong.map(({ seed, what }) => `seed ${seed}: ${what}`)).toEqual([])
      expect(shareOf(tally.all)).toBeGreaterThanOrEqual(0.99)
    } finally {
      await reader.close()
    }
  },
)
