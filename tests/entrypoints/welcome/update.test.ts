import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { effectRunner } from '@/entrypoints/welcome/effect-runner'
import { type Happening, type State, update } from '@/entrypoints/welcome/loop/update'
import { defaultLimits } from '@/lib/rules/limits'
import { limitsItem } from '@/lib/storage'

const state: State = {
  page: null,
  limits: defaultLimits,
  revision: 0,
  isUnsaved: false,
  site: 'missing',
}
const stricter = { ...defaultLimits, maxMarginAdditions: 0 }

beforeEach(() => {
  fakeBrowser.reset()
})

test('limits that were typed are stored, and the fields left alone', () => {
  expect(update(state, { type: 'limits-wanted', limits: stricter })).toEqual({
    state,
    effects: [{ type: 'save-limits', limits: stricter }],
  })
  const saved = { type: 'limits-saved', limits: stricter, outcome: { waits: false } } as const
  expect(update(state, saved).state).toEqual({ ...state, limits: stricter })
})

test('what has to wait is not shown as if it held', () => {
  const saved = { type: 'limits-saved', limits: defaultLimits, outcome: { waits: true } } as const
  expect(update(state, saved).state).toEqual({ ...state, revision: 1 })
})

test('what could not be stored is said, and not shown; until it can', () => {
  const failed = { type: 'limits-saved', limits: defaultLimits, outcome: null } as const
  const after = update(state, failed).state
  expect(after).toEqual({ ...state, revision: 1, isUnsaved: true })
  const saved = { type: 'limits-saved', limits: stricter, outcome: { waits: false } } as const
  expect(update(after, saved).state.isUnsaved).toBe(false)
})

test('the browser is asked for the site within the click', () => {
  expect(update(state, { type: 'site-wanted' }).effects).toEqual([{ type: 'ask-for-site' }])
  expect(update(state, { type: 'site-given' }).state.site).toBe('given')
})

test('storing tells what holds now', async () => {
  const happened: Happening[] = []
  effectRunner((happening) => {
    happened.push(happening)
  })({ type: 'save-limits', limits: stricter })
  await vi.waitFor(() => {
    expect(happened).toEqual([
      { type: 'limits-saved', limits: stricter, outcome: { waits: false } },
    ])
  })
  expect((await limitsItem.read()).value).toEqual(stricter)
})
