import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { defaultAppearance, defaultLimits, type Limits } from '@/lib/rules'
import {
  appearanceItem,
  ledgerItem,
  limitsItem,
  shareSettings,
  sharingItem,
  waitingLimitsItem,
} from '@/lib/storage'
import { openEpisode } from '../journal/episodes.ts'

const NOW = Date.UTC(2026, 2, 3)
const faults: unknown[] = []

type Shared = { limits: Limits; appearance: typeof defaultAppearance }
const there = async (): Promise<Shared | undefined> => {
  const { settings } = await fakeBrowser.storage.sync.get('settings')
  return (settings as { value: Shared } | undefined)?.value
}
const fromElsewhere = (value: Shared) =>
  fakeBrowser.storage.sync.set({ settings: { version: 1, value } })
const settle = () => new Promise((resolve) => setTimeout(resolve, 20))
const on = { on: true, there: null, here: null }
const shared: Shared = { limits: defaultLimits, appearance: defaultAppearance }

const start = () => {
  shareSettings(
    () => NOW,
    (fault) => faults.push(fault),
  )
}

beforeEach(() => {
  fakeBrowser.reset()
  faults.length = 0
})

const openPosition = async () => {
  const { value } = await ledgerItem.read()
  await ledgerItem.write({ ...value, open: { 'usdm:BTCUSDT:long': openEpisode() } })
}

describe('settings in the trader’s other browsers', () => {
  test('while it is off nothing goes out and nothing comes in', async () => {
    start()
    await limitsItem.write({ ...defaultLimits, maxLeverage: 3 })
    await settle()
    expect(await there()).toBeUndefined()
    await fromElsewhere({ ...shared, limits: { ...defaultLimits, maxLeverage: 4 } })
    await settle()
    expect((await limitsItem.read()).value.maxLeverage).toBe(3)
  })

  test('the first one gives its own; never the capital, the size of the panel or what is hidden', async () => {
    await limitsItem.write({
      ...defaultLimits,
      maxLeverage: 3,
      capital: { amount: '12345', asset: 'USDT' },
    })
    await appearanceItem.write({ ...defaultAppearance, size: 'pill', hideAmounts: true })
    await sharingItem.write(on)
    start()
    await vi.waitFor(async () => expect((await there())?.limits.maxLeverage).toBe(3))
    expect(JSON.stringify(await fakeBrowser.storage.sync.get())).not.toContain('12345')
    expect((await there())?.appearance).toMatchObject({ size: 'normal', hideAmounts: false })
  })

  test('the second one takes what is there, keeps its capital, and says nothing back', async () => {
    await limitsItem.write({ ...defaultLimits, capital: { amount: '777', asset: 'USDT' } })
    await fromElsewhere({ ...shared, limits: { ...defaultLimits, maxLeverage: 4 } })
    start()
    await sharingItem.write(on)
    await vi.waitFor(async () => expect((await limitsItem.read()).value.maxLeverage).toBe(4))
    expect((await limitsItem.read()).value.capital?.amount).toBe('777')
    await settle()
    expect(await there()).toEqual({ ...shared, limits: { ...defaultLimits, maxLeverage: 4 } })
  })

  test('later changes go both ways', async () => {
    await sharingItem.write(on)
    start()
    await settle()
    await appearanceItem.write({ ...defaultAppearance, language: 'ko' })
    await vi.waitFor(async () => expect((await there())?.appearance.language).toBe('ko'))
    await fromElsewhere({ ...shared, appearance: { ...defaultAppearance, language: 'tr' } })
    await vi.waitFor(async () => expect((await appearanceItem.read()).value.language).toBe('tr'))
    expect(faults).toEqual([])
  })

  test('limits that are held here wait; the others keep theirs', async () => {
    await limitsItem.write({ ...defaultLimits, holdLimits: true })
    await openPosition()
    const looser = { ...defaultLimits, maxMarginAdditions: 5 }
    await fromElsewhere({ ...shared, limits: looser })
    await sharingItem.write(on)
    start()
    await vi.waitFor(async () =>
      expect((await waitingLimitsItem.read()).value.waiting).toContainEqual(
        expect.objectContaining({ limit: 'maxMarginAdditions', value: 5 }),
      ),
    )
    expect((await limitsItem.read()).value.maxMarginAdditions).toBe(1)
    await settle()
    expect((await there())?.limits.maxMarginAdditions).toBe(5)
  })

  test('held in both browsers, loosened where no position was open: it waits here all the same', async () => {
    await limitsItem.write({ ...defaultLimits, holdLimits: true })
    await openPosition()
    const limits = { ...defaultLimits, holdLimits: true, maxLeverage: 50 }
    await fromElsewhere({ ...shared, limits })
    await sharingItem.write(on)
    start()
    await vi.waitFor(async () =>
      expect((await waitingLimitsItem.read()).value.waiting).toMatchObject([
        { limit: 'maxLeverage', value: 50 },
      ]),
    )
    expect((await limitsItem.read()).value.maxLeverage).toBe(10)
  })

  test('what is damaged there, or of a later version, changes nothing here', async () => {
    await sharingItem.write(on)
    await fakeBrowser.storage.sync.set({ settings: { version: 9, value: { limits: 1 } } })
    start()
    await settle()
    expect((await limitsItem.read()).state).toBe('empty')
    expect(await fakeBrowser.storage.sync.get('settings')).toEqual({
      settings: { version: 9, value: { limits: 1 } },
    })
  })

  test('a browser that refuses is said, and costs nothing here', async () => {
    await sharingItem.write(on)
    const refused = vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValue(new Error('quota'))
    start()
    await vi.waitFor(() => expect(faults).toHaveLength(1))
    refused.mockRestore()
    expect((await sharingItem.read()).value).toEqual(on)
  })
})
