import type { PageReading } from '@/lib/page'
import { expect, test } from 'vitest'
import type { ToldStep } from '../in-page/index.ts'
import { changeNames } from '../stories/changes.ts'
import { drawStory } from '../stories/draw-story.ts'
import type { PageTruth } from '../truth.ts'
import { idealReading } from './ideal-reading.ts'
import { judgeStep } from './judge-story.ts'

const seeds = Array.from({ length: 60 }, (_, at) => at + 1)
const stories = seeds.map((seed) => drawStory(seed))
const steps = stories.flatMap(({ start, steps: all }) =>
  all.map((step, at) => ({ ...step, before: at === 0 ? start : all[at - 1]!.page })),
)

const reading = (truth: PageTruth) => idealReading(truth) as unknown as PageReading

const toldBy = (during: PageTruth[], after: PageTruth[], fresh: PageTruth): ToldStep => ({
  during: during.map(reading),
  after: after.map(reading),
  last: reading((after.at(-1) ?? during.at(-1))!),
  fresh: reading(fresh),
})

test('every kind of change happens', () => {
  const many = Array.from({ length: 250 }, (_, at) => drawStory(at + 1))
  const happened = new Set(many.flatMap((story) => story.steps.map(({ change }) => change)))
  expect([...happened].sort()).toEqual([...changeNames].sort())
})

test('the old page, then the new one: nothing wrong, nothing missing', () => {
  for (const { before, page } of steps) {
    const told = toldBy([before.truth, page.truth], [page.truth, page.truth], page.truth)
    const { figures, wrong } = judgeStep(before.truth, page.truth, told)
    expect(wrong).toEqual([])
    expect(figures.filter(({ verdict }) => verdict === 'missing')).toEqual([])
  }
})

const moved = steps.find(
  ({ change, page, before }) =>
    change === 'prices move' &&
    before.truth.positions.some(
      ({ printed }, at) =>
        printed.markPrice?.is === 'figure' &&
        JSON.stringify(printed.markPrice) !==
          JSON.stringify(page.truth.positions[at]?.printed.markPrice),
    ),
)!

test('who still shows the old prices after two readings is wrong', () => {
  const { before, page } = moved
  const told = toldBy([before.truth], [before.truth], page.truth)
  expect(judgeStep(before.truth, page.truth, told).wrong).not.toEqual([])
})

test('a price that was never there is wrong in between', () => {
  const { before, page } = moved
  const invented = {
    ...page.truth,
    positions: page.truth.positions.map((truth) => ({
      ...truth,
      printed: {
        ...truth.printed,
        markPrice: { is: 'figure', value: 1.5, digits: '1.5' } as const,
      },
    })),
  }
  const told = toldBy([invented], [page.truth], page.truth)
  expect(judgeStep(before.truth, page.truth, told).wrong).not.toEqual([])
})

test('rows that a fresh reader shows and this one does not are missing', () => {
  const { before, page } = moved
  const fewer = { ...page.truth, positions: page.truth.positions.slice(1) }
  const { figures } = judgeStep(before.truth, page.truth, toldBy([fewer], [fewer], page.truth))
  expect(figures.some(({ verdict }) => verdict === 'missing')).toBe(true)
})
