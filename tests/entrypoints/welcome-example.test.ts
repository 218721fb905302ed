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
