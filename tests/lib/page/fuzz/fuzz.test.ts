import { expect, test } from 'vitest'
import { readPage } from '@/lib/page'
import { isFull, kinds, readMutated, runFuzz, tableOf } from './run-fuzz'

/** `npm run fuzz` is the long run. */
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
  },
)

test('in every language that is known, whatever the units, a page as it is is read whole', () => {
  const seeds = Array.from({ length: 120 }, (_, at) => at * kinds.length)
  const pages = seeds
    .map((seed) => ({ seed, ...readMutated(seed) }))
    .filter(({ world }) => world.language !== 'nonsense')
  expect(new Set(pages.map(({ kind }) => kind))).toEqual(new Set(['as it is']))
  expect(new Set(pages.map(({ world }) => world.language)).size).toBe(9)
  const partly = pages.filter(
    ({ positions, rows, world }) =>
      positions.filter((position) => isFull(position, world)).length < rows,
  )
  expect(partly.map(({ seed }) => seed)).toEqual([])
})

test('no page, however spoilt, is changed by reading it', () => {
  for (let seed = 1; seed <= 4 * kinds.length; seed += 1) {
    const { page } = readMutated(seed)
    const before = page.documentElement.outerHTML
    readPage(page, 1)
    expect(page.documentElement.outerHTML === before, `page ${seed}`).toBe(true)
  }
})
