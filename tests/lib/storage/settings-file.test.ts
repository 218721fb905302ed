import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import { defaultAppearance } from '@/lib/rules/settings'
import {
  alertsItem,
  appearanceItem,
  ledgerItem,
  limitsItem,
  waitingLimitsItem,
} from '@/lib/storage'
import {
  applySettings,
  eraseSettings,
  readSettingsFile,
  settingsFile,
} from '@/lib/storage/settings'
import { openEpisode } from '../journal/episodes.ts'

const NOW = Date.UTC(2026, 2, 3)
const own: Limits = {
  ...defaultLimits,
  maxMarginAdditions: 0,
  capital: { amount: '5000', asset: 'BTC' },
  maxLeverage: 7,
}
const appearance = { ...defaultAppearance, language: 'ru', theme: 'light' } as const

beforeEach(() => {
  fakeBrowser.reset()
})

const write = async () => {
  await limitsItem.write(own)
  await appearanceItem.write(appearance)
  await alertsItem.write({ notifications: true, sound: true, snoozedUntil: 0 })
}
const apply = (text: string, { mayNotify = true } = {}) => {
  const reading = readSettingsFile(text)
  if (reading.state !== 'read') throw new Error(reading.state)
  return applySettings(reading.settings, { now: NOW, mayNotify })
}

test('what was exported is what is there after an import elsewhere', async () => {
  await write()
  const text = await settingsFile(NOW)
  fakeBrowser.reset()
  expect(await apply(`\uFEFF${text}`)).toEqual({ waits: false })
  expect((await limitsItem.read()).value).toEqual(own)
  expect((await appearanceItem.read()).value).toEqual(appearance)
  expect((await alertsItem.read()).value.notifications).toBe(true)
  expect(await settingsFile(NOW)).toBe(text)
})

test('a switch for notifications that the browser does not allow is not switched on', async () => {
  await write()
  const text = await settingsFile(NOW)
  await apply(text, { mayNotify: false })
  expect((await alertsItem.read()).value.notifications).toBe(false)
})

test('limits that are held are not loosened by a file, nor by erasing', async () => {
  await limitsItem.write({ ...own, maxMarginAdditions: 3 })
  const looser = await settingsFile(NOW)
  await limitsItem.write({ ...own, holdLimits: true })
  const episode = openEpisode()
  const { value } = await ledgerItem.read()
  await ledgerItem.write({ ...value, open: { 'usdm:BTCUSDT:long': episode } })
  expect(await apply(looser)).toEqual({ waits: true })
  expect((await limitsItem.read()).value.maxMarginAdditions).toBe(0)
  expect((await waitingLimitsItem.read()).value.waiting).toContainEqual({
    limit: 'maxMarginAdditions',
    value: 3,
    due: NOW + own.loosenDelay,
  })

  expect(await eraseSettings(NOW)).toEqual({ waits: true })
  expect((await limitsItem.read()).value.maxMarginAdditions).toBe(0)
  expect((await appearanceItem.read()).state).toBe('empty')
})

test('erased is as after installing', async () => {
  await write()
  expect(await eraseSettings(NOW)).toEqual({ waits: false })
  for (const item of [limitsItem, appearanceItem, alertsItem]) {
    expect((await item.read()).state).toBe('empty')
  }
})

test.each([
  ['', 'not-json'],
  ['{', 'not-json'],
  ['null', 'not-settings'],
  ['[]', 'not-settings'],
  ['{"format":"margin-brake-journal","version":1,"settings":{}}', 'not-settings'],
  ['{"format":"margin-brake-settings","version":2,"settings":{}}', 'newer'],
  [
    '{"format":"margin-brake-settings","version":1,"settings":{"limits":{"version":9,"value":{}}}}',
    'newer',
  ],
  ['{"format":"margin-brake-settings","version":1,"settings":{"limits":null}}', 'damaged'],
  [
    '{"format":"margin-brake-settings","version":1,"settings":{"appearance":{"version":1,"value":{"theme":"pink"}}}}',
    'damaged',
  ],
])('%s: %s', (text, state) => {
  expect(readSettingsFile(text).state).toBe(state)
})

test('any damage is refused whole, or reads as settings that may stand', async () => {
  await write()
  const text = await settingsFile(NOW)
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
      const reading = readSettingsFile(text.slice(0, at) + put + text.slice(at + 1))
      expect(['read', 'not-json', 'not-settings', 'newer', 'damaged']).toContain(reading.state)
      if (reading.state === 'read' && reading.settings.limits !== undefined) {
        expect(reading.settings.limits.maxMarginAdditions).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 300 },
  )
})
