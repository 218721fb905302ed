import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import { defaultAppearance } from '@/lib/rules/settings'
import {
  appearanceItem,
  isFlat,
  ledgerItem,
  limitsItem,
  privateLedgerItem,
  waitingLimitsItem,
} from '@/lib/storage'
import { shareSettings, sharingItem } from '@/lib/storage/settings'
import { setLimits } from '@/lib/storage/settings/set-limits'
import { openEpisode } from '../journal/episodes.ts'

const NOW = Date.UTC(2026, 2, 3)
const faults: unknown[] = []

type Shared = { limits: Limits; appearance: typeof defaultAppearance }
const there = async (): Promise<Shared | undefined> => {
  const { settings } = await fakeBrowser.storage.sync.get('settings')
  if (settings === undefined) return undefined
  const { value } = settings as { value: { [N in keyof Shared]: { value: Shared[N] } } }
  return { limits: value.limits.value, appearance: value.appearance.value }
}
const fromElsewhere = ({ limits, appearance }: Shared, versions = { limits: 1, appearance: 1 }) =>
  fakeBrowser.storage.sync.set({
    settings: {
      version: 2,
      value: {
        limits: { version: versions.limits, value: limits },
        appearance: { version: versions.appearance, value: appearance },
      },
    },
  })
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

  const openHere = async (item = ledgerItem) => {
    const { value } = await item.read()
    await item.write({ ...value, open: { 'BTCUSDT:long:isolated': openEpisode() } })
  }
  const looser = { ...defaultLimits, holdLimits: true, maxMarginAdditions: 5 }

  test('held in both browsers, loosened in the one that was flat: here they wait', async () => {
    await limitsItem.write({ ...defaultLimits, holdLimits: true })
    await openHere()
    await fromElsewhere({ ...shared, limits: looser })
    await sharingItem.write(on)
    start()
    await vi.waitFor(async () =>
      expect((await waitingLimitsItem.read()).value.waiting).toMatchObject([
        { limit: 'maxMarginAdditions', value: 5 },
      ]),
    )
    expect((await limitsItem.read()).value.maxMarginAdditions).toBe(1)
  })

  test('a position that is open in a private window holds them just so', async () => {
    await limitsItem.write({ ...defaultLimits, holdLimits: true })
    await openHere(privateLedgerItem())
    expect(await isFlat()).toBe(false)
    expect(await setLimits(looser, NOW)).toEqual({ waits: true })
    expect((await limitsItem.read()).value.maxMarginAdditions).toBe(1)
  })

  test('what the first version shared is taken', async () => {
    await sharingItem.write(on)
    const value = { ...shared, limits: { ...defaultLimits, maxLeverage: 4 } }
    await fakeBrowser.storage.sync.set({ settings: { version: 1, value } })
    start()
    await vi.waitFor(async () => expect((await limitsItem.read()).value.maxLeverage).toBe(4))
  })

  test.each(['limits', 'appearance'] as const)(
    'a browser with later %s shares them: nothing is taken here, and nothing written over',
    async (name) => {
      await sharingItem.write(on)
      await limitsItem.write({ ...defaultLimits, maxLeverage: 3 })
      await fromElsewhere({ ...shared }, { limits: 1, appearance: 1, [name]: 9 })
      const before = await fakeBrowser.storage.sync.get('settings')
      start()
      await settle()
      expect((await limitsItem.read()).value.maxLeverage).toBe(3)
      expect(await fakeBrowser.storage.sync.get('settings')).toEqual(before)
    },
  )

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
