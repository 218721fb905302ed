import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openReader, type Question, type Reader } from '../zoo/harness/browser.ts'
import { shareOf, type Tally } from '../zoo/judge/tally.ts'
import { poorestSeeds, tableOf, wrongOnes } from '../zoo/judge/table.ts'
import { runZoo } from '../zoo/run-zoo.ts'

/** The same in every run, so that a failure is a change of the reader. */
const amounts: Record<Question, number> = { pages: 150, actions: 60, stories: 3 }

/** As many that nobody has seen: the first seed is printed, and what is wrong with it. */
const FRESH = 150

const complain = (tally: Tally): void => {
  console.log(`${tableOf(tally)}\n\n${wrongOnes(tally)}\nmost missing: ${poorestSeeds(tally)}`)
}

// The reader is the same in every browser; one of them lays the pages out.
describe.skipIf(inject('browser') !== 'chromium')('the zoo', { timeout: 600_000 }, () => {
  let reader: Reader

  beforeAll(async () => {
    reader = await openReader()
  })
  afterAll(() => reader.close())

  const run = async (kind: Question, least: number): Promise<void> => {
    const seeds = Array.from({ length: amounts[kind] }, (_, at) => 1 + at)
    const tally = await runZoo(reader, { kind, seeds })
    if (tally.wrong.length > 0 || shareOf(tally.all) < least) complain(tally)
    expect(tally.wrong.map(({ seed, what }) => `seed ${seed}: ${what}`)).toEqual([])
    expect(shareOf(tally.all)).toBeGreaterThanOrEqual(least)
  }

  test('what a person can read of positions and account is shown, and nothing wrong', () =>
    run('pages', 0.985))

  test('of pages that are new it is printed what is shown and what is wrong', async () => {
    const first = 1_000_000 + Math.floor(Math.random() * 1e8)
    const seeds = Array.from({ length: FRESH }, (_, at) => first + at)
    const tally = await runZoo(reader, { kind: 'pages', seeds })
    const share = (shareOf(tally.all) * 100).toFixed(1)
    console.log(`fresh pages from seed ${first}: ${share} % shown\n${wrongOnes(tally)}`)
    expect(tally.all.pages).toBe(FRESH)
    expect(tally.all.shown).toBeGreaterThan(0)
  })

  test('dialogs and order forms are understood, and nothing is said beside another dialog', () =>
    run('actions', 0.97))

  test('a page that changes is right within two readings, and never wrong in between', () =>
    run('stories', 0.99))
})
