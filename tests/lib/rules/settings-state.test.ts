import { expect, test } from 'vitest'
import { defaultLimits } from '@/lib/rules/limits'
import {
  type SettingsEvent,
  type SettingsState,
  shownSettings,
  unread,
  updateSettings,
  type WaitingLimits,
} from '@/lib/rules/settings'

const NOW = 1_000_000
const DAY = 86_400_000
const state: SettingsState = { ...unread, isSiteMissing: true }
const { alerts } = state
const held: SettingsState = { ...state, limits: { ...defaultLimits, holdLimits: true } }
const happens = (before: SettingsState, event: SettingsEvent, at = NOW) =>
  updateSettings(before, { ...event, at })

test('limits that were typed count at once, and are stored', () => {
  const limits = { ...defaultLimits, maxLeverage: 5 }
  expect(happens(state, { type: 'limits-wanted', limits })).toEqual({
    state: { ...state, limits, underway: 1 },
    effects: [{ type: 'keep-limits', limits, waiting: null }],
  })
})

test('under the promise to hold them what is looser waits, and is not shown as if it held', () => {
  const limits = { ...held.limits, maxMarginAdditions: 4 }
  const after = happens(held, { type: 'limits-wanted', limits })
  const wish: WaitingLimits[number] = { limit: 'maxMarginAdditions', value: 4, due: NOW + DAY }
  expect(after.state).toEqual({ ...held, waiting: [wish], underway: 1 })
  expect(after.effects).toEqual([{ type: 'keep-limits', limits: held.limits, waiting: [wish] }])
  const cancelled = happens(after.state, { type: 'waiting-cancelled' })
  expect(cancelled.state.waiting).toEqual([])
  expect(cancelled.effects).toEqual([{ type: 'keep-limits', limits: held.limits, waiting: [] }])
})

test('a position that is opened while the page stands open holds them, too', () => {
  const flat = { ...held, isFlat: true }
  const limits = { ...held.limits, maxMarginAdditions: 4 }
  const wanted = { type: 'limits-wanted', limits } as const
  expect(happens(flat, wanted).state.limits).toEqual(limits)
  const opened = happens(flat, { type: 'flat', isFlat: false }).state
  expect(happens(opened, wanted).state.limits).toEqual(held.limits)
})

test('a wish whose hour comes while the page stands open is not undone by the next change', () => {
  const waiting: WaitingLimits = [{ limit: 'maxMarginAdditions', value: 4, due: NOW - 1 }]
  const before = { ...held, waiting }
  // The fields still show 1.
  const limits = { ...held.limits, maxLeverage: 5 }
  const after = happens(before, { type: 'limits-wanted', limits })
  expect(after.state.limits).toEqual({ ...held.limits, maxMarginAdditions: 4, maxLeverage: 5 })
  expect(after.effects).toEqual([{ type: 'keep-limits', limits: after.state.limits, waiting: [] }])
})

test('opened after their hour, the limits are what waited; opened before it, nothing is written', () => {
  const wish: WaitingLimits[number] = { limit: 'maxMarginAdditions', value: 4, due: NOW }
  const before = { ...held, waiting: [wish] }
  const opened = { type: 'opened', stored: before } as const
  expect(happens(unread, opened, NOW - 1)).toEqual({ state: before, effects: [] })
  const after = happens(unread, opened)
  expect(after.state).toMatchObject({ limits: { maxMarginAdditions: 4 }, waiting: [] })
  expect(after.effects).toHaveLength(1)
})

test('a later version’s limits are left alone, and no change is shown as if it held', () => {
  const newer: SettingsState = { ...state, found: 'newer' }
  const limits = { ...defaultLimits, maxLeverage: 5 }
  expect(happens(newer, { type: 'limits-wanted', limits })).toEqual({
    state: newer,
    effects: [],
  })
})

test('what could not be written is said, and the old limit stands again until one can', () => {
  const limits = { ...defaultLimits, maxLeverage: 5 }
  const before = happens(state, { type: 'limits-wanted', limits }).state
  const stored = { type: 'stored', limits: defaultLimits, waiting: [], alerts } as const
  const lost = happens(before, { ...stored, isKept: false }).state
  expect(lost).toEqual({ ...state, isUnsaved: true })
  const again = happens(lost, { type: 'limits-wanted', limits }).state
  expect(happens(again, { ...stored, isKept: true, limits }).state).toMatchObject({
    limits,
    isUnsaved: false,
  })
})

test('an earlier choice that comes back from storage is not taken for the latest', () => {
  const [five, six] = [5, 6].map((maxLeverage) => ({ ...defaultLimits, maxLeverage }))
  const others = { ...alerts, sound: true }
  const stored = { type: 'stored', isKept: true, waiting: [], alerts: others } as const
  const after = [
    { type: 'limits-wanted', limits: five! },
    { type: 'limits-wanted', limits: six! },
    { type: 'alerts-wanted', alerts: others },
    { type: 'news', of: { limits: five! } },
    { type: 'news', of: { waiting: [{ limit: 'maxLeverage', value: 9, due: NOW }] } },
    { type: 'news', of: { alerts } },
    { ...stored, limits: five!, alerts },
  ] as const satisfies SettingsEvent[]
  const shown = after.reduce<SettingsState>((before, event) => happens(before, event).state, state)
  expect(shown).toEqual({ ...state, limits: six, alerts: others, underway: 2 })
  const last = { ...stored, limits: six! }
  const settled = happens(happens(shown, last).state, last).state
  expect(settled).toEqual({ ...state, limits: six, alerts: others })
  expect(happens(settled, { type: 'news', of: { limits: five! } }).state.limits).toEqual(five)
})

test('notifications are on when the browser has allowed them, and not before', () => {
  const wanted = { ...alerts, notifications: true }
  const asked = happens(state, { type: 'alerts-wanted', alerts: wanted })
  expect(asked).toEqual({ state, effects: [{ type: 'ask-for-notifications' }] })
  const answer = (isAllowed: boolean) =>
    happens(state, { type: 'notifications-answered', isAllowed })
  expect(answer(true)).toEqual({
    state: { ...state, alerts: wanted, underway: 1 },
    effects: [{ type: 'keep-alerts', alerts: wanted }],
  })
  expect(answer(false)).toEqual({
    state: { ...state, isRefused: true, underway: 1 },
    effects: [{ type: 'keep-alerts', alerts }],
  })
  // Sound was switched on while the browser asked.
  const meanwhile = { ...state, alerts: { ...alerts, sound: true } }
  const late = { type: 'notifications-answered', isAllowed: true } as const
  expect(happens(meanwhile, late).state.alerts).toEqual({ ...wanted, sound: true })
})

test('what another page of ours has stored is shown here', () => {
  const limits = { ...defaultLimits, maxLeverage: 5 }
  expect(happens(state, { type: 'news', of: { limits } })).toEqual({
    state: { ...state, limits },
    effects: [],
  })
  const waiting: WaitingLimits = [{ limit: 'maxMarginAdditions', value: 4, due: NOW }]
  expect(happens(state, { type: 'news', of: { waiting } }).state).toEqual({ ...state, waiting })
  const others = { ...alerts, sound: true }
  expect(happens(state, { type: 'news', of: { alerts: others } }).state).toEqual({
    ...state,
    alerts: others,
  })
})

test('sound, or notifications that are on already, need no permission', () => {
  const refused = { ...state, isRefused: true }
  const sound = { ...alerts, sound: true }
  expect(happens(refused, { type: 'alerts-wanted', alerts: sound })).toEqual({
    state: { ...state, alerts: sound, underway: 1 },
    effects: [{ type: 'keep-alerts', alerts: sound }],
  })
  const on = { ...sound, notifications: true }
  const again = happens({ ...state, alerts: on }, { type: 'alerts-wanted', alerts: on })
  expect(again.effects).toEqual([{ type: 'keep-alerts', alerts: on }])
})

test.each([
  [null, false, null],
  [null, true, 'unsaved'],
  ['damaged', false, 'damaged'],
  ['damaged', true, 'unsaved'],
  ['newer', false, 'newer'],
  ['newer', true, 'newer'],
] as const)('found %s, unsaved %s: the notice is %s', (found, isUnsaved, notice) => {
  expect(shownSettings({ ...state, found, isUnsaved }).notice).toBe(notice)
})
