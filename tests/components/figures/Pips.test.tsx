// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { Pips } from '@/components/figures/Pips'

let root: HTMLElement
beforeEach(() => {
  root = document.createElement('div')
})
const show = (count: number, allowed: number) =>
  act(() => {
    render(<Pips count={count} allowed={allowed} />, root)
  })
const kinds = () => [...root.querySelectorAll('i')].map((pip) => pip.className)
const fresh = () => [...root.querySelectorAll('[data-fresh]')].map((pip) => pip.className)

test.each([
  [0, 1, ['free']],
  [1, 1, ['used']],
  [2, 1, ['used', 'limit', 'over']],
  [1, 3, ['used', 'free', 'free']],
  [2, 0, ['limit', 'over', 'over']],
  [0, 0, []],
])('%i of %i', async (count, allowed, pips) => {
  await show(count, allowed)
  expect(kinds()).toEqual(pips)
})

test('too many to be seen at a glance: the figure next to them says it, or they are one', async () => {
  await show(8, 1)
  expect(root.childElementCount).toBe(0)
  await act(() => {
    render(<Pips count={8} allowed={1} isKnown={false} />, root)
  })
  expect(root.textContent).toBe('≥ 8')
})

test('one that comes is seen to come; what was there when one began to look is not', async () => {
  await show(1, 1)
  expect(fresh()).toEqual([])
  await show(2, 1)
  expect(fresh()).toEqual(['over'])
})
