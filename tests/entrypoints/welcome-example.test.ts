import { expect, test } from 'vitest'
import { after, start } from '@/entrypoints/welcome/example-exchange'
import { modelOf, tell, untold } from '@/entrypoints/welcome/example-model'
import { defaultLimits } from '@/lib/rules/limits'

test('the example is seen to open: its count is known, and counts what is added', () => {
  const opened = tell(untold(1_000_000), start)
  const countOf = (told: typeof opened) => modelOf(start, told, defaultLimits).positions[0]?.episode
  expect(countOf(opened)).toMatchObject({ marginAdditions: 0, additionsKnown: true })
  expect(countOf(tell(opened, after(start, 'add')))).toMatchObject({ marginAdditions: 1 })
})

test('a stop closes at its price on the way down; one that is set above the price closes at once, at that price', () => {
  const down = (times: number) =>
    Array.from({ length: times }).reduce<typeof start>((one) => after(one, 'down'), start)
  const onTheWay = ['down', 'down'] as const
  const stopped = onTheWay.reduce(after, after(down(1), 'stop'))
  expect(stopped.end).toMatchObject({ kind: 'stopped' })
  expect(stopped.mark.toFixed()).toBe('47500')
  const below = down(3)
  const late = after(below, 'stop')
  expect(late.mark.toFixed()).toBe(below.mark.toFixed())
  expect(late.end?.lost.toFixed()).toBe(below.mark.minus(50_000).times('-0.02').toFixed())
})
