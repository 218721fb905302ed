import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { emptyLedger } from '@/lib/ledger'
import { defaultLimits, type Limits } from '@/lib/rules/limits'
import { limitsAt } from '@/lib/rules/settings'
import { ledgerItem, limitsItem, privateLedgerItem, waitingLimitsItem } from '@/lib/storage'

const everything = async () => ({
  local: await fakeBrowser.storage.local.get(null),
  session: await fakeBrowser.storage.session.get(null),
})

let lines: unknown[][]

beforeEach(() => {
  fakeBrowser.reset()
  lines = []
  const hear = (...line: unknown[]) => void lines.push(line)
  vi.spyOn(console, 'warn').mockImplementation(hear)
  vi.spyOn(console, 'error').mockImplementation(hear)
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('nothing stored: the advice, no position, and nothing is written', async () => {
  expect(await limitsItem.load()).toEqual({ state: 'empty', value: defaultLimits })
  expect(await ledgerItem.load()).toEqual({ state: 'empty', value: emptyLedger })
  expect(await privateLedgerItem().load()).toEqual({ state: 'empty', value: emptyLedger })
  expect(await everything()).toEqual({ local: {}, session: {} })
  expect(lines).toEqual([])
})

test('each has its place; a private window’s ledger never comes to the disk', async () => {
  await limitsItem.write(defaultLimits)
  await ledgerItem.write(emptyLedger)
  await privateLedgerItem().write(emptyLedger)
  expect(await everything()).toEqual({
    local: {
      limits: { version: 2, value: defaultLimits },
      ledger: { version: 2, value: emptyLedger },
    },
    session: { 'private-ledger': { version: 2, value: emptyLedger } },
  })
})

describe('limits', () => {
  const strict: Limits = {
    ...defaultLimits,
    maxMarginAdditions: 0,
    capital: { amount: '2500', asset: 'USDT' },
  }
  const putLimits = (value: unknown) =>
    fakeBrowser.storage.local.set({ limits: { version: 2, value } })

  test('what the trader set comes back', async () => {
    await limitsItem.write(strict)
    expect(await limitsItem.load()).toEqual({ state: 'ok', value: strict })
  })

  test('a limit that came with a later version takes its default', async () => {
    const { loosenDelay, ...older } = strict
    await putLimits(older)
    expect(loosenDelay).toBe(86_400_000)
    expect(await limitsItem.load()).toEqual({ state: 'ok', value: strict })
  })

  test.each([
    ['one limit out of range', { ...strict, maxLeverage: 1_000 }],
    ['one limit that is no number', { ...strict, maxAdditionShare: 'much' }],
    ['a fraction stored as a number', { ...strict, distanceDanger: 0.03 }],
    ['danger before caution', { ...strict, distanceDanger: '0.5' }],
    ['a list', [strict]],
    ['nothing', null],
  ])('%s: all of them are the defaults, since half a set is not the trader’s', async (_, value) => {
    await putLimits(value)
    expect(await limitsItem.load()).toMatchObject({ state: 'damaged', value: defaultLimits })
    const { local } = await everything()
    const aside = Object.entries(local).filter(([key]) => key.startsWith('set-aside:limits@'))
    expect(aside.map(([, kept]) => kept)).toMatchObject([{ stored: { version: 2, value } }])
    expect(local).not.toHaveProperty('limits')
    expect(lines).toEqual([['Margin Brake: stored limits was damaged; it was set aside.']])
  })

  test('looking without owning leaves damage where it is, and is silent', async () => {
    await putLimits('rubbish')
    const before = await everything()
    expect((await limitsItem.read()).value).toEqual(defaultLimits)
    expect(await everything()).toEqual(before)
    expect(lines).toEqual([])
  })

  test('an open panel hears a change at once', async () => {
    const seen: Limits[] = []
    const stop = limitsItem.watch((limits) => seen.push(limits))
    await limitsItem.write(strict)
    stop()
    await limitsItem.write(defaultLimits)
    expect(seen).toEqual([strict])
  })
})

describe('limits of the version before', () => {
  /** As version 0.1.0 stored them: a capital without its asset. */
  const older = { ...defaultLimits, maxMarginAdditions: 0, capital: '2500' }

  test('a capital without its asset was meant in dollars', async () => {
    await fakeBrowser.storage.local.set({ limits: { version: 1, value: older } })
    expect(await limitsItem.load()).toEqual({
      state: 'ok',
      value: { ...older, capital: { amount: '2500', asset: 'USDT' } },
    })
    await fakeBrowser.storage.local.set({ limits: { version: 1, value: defaultLimits } })
    expect(await limitsItem.load()).toEqual({ state: 'ok', value: defaultLimits })
  })

  test('a capital that was damaged is damaged still', async () => {
    const value = { ...older, capital: 'much' }
    await fakeBrowser.storage.local.set({ limits: { version: 1, value } })
    expect(await limitsItem.load()).toMatchObject({ state: 'damaged' })
  })

  test('a whole set that waited for one hour comes true at that hour', async () => {
    const looser = { ...older, maxMarginAdditions: 3 }
    const waiting = { limits: looser, due: 5_000 }
    await fakeBrowser.storage.local.set({ 'waiting-limits': { version: 1, value: { waiting } } })
    const found = await waitingLimitsItem.load()
    expect(found.state).toBe('ok')
    const current = { ...defaultLimits, maxMarginAdditions: 0 }
    expect(limitsAt(current, found.value.waiting, 4_999)).toEqual(current)
    expect(limitsAt(current, found.value.waiting, 5_000)).toEqual({
      ...looser,
      capital: { amount: '2500', asset: 'USDT' },
    })
  })

  test('nothing waited', async () => {
    const value = { waiting: null }
    await fakeBrowser.storage.local.set({ 'waiting-limits': { version: 1, value } })
    expect(await waitingLimitsItem.load()).toEqual({ state: 'ok', value: { waiting: [] } })
  })

  test('what waits comes back, and a wish that may not stand makes it damaged', async () => {
    const waiting = [{ limit: 'maxLeverage', value: 25, due: 1 }] as const
    await waitingLimitsItem.write({ waiting })
    expect(await waitingLimitsItem.load()).toEqual({ state: 'ok', value: { waiting } })
    const value = { waiting: [{ limit: 'maxLeverage', value: 1_000, due: 1 }] }
    await fakeBrowser.storage.local.set({ 'waiting-limits': { version: 2, value } })
    expect(await waitingLimitsItem.load()).toMatchObject({ state: 'damaged' })
  })
})

test('a damaged private ledger stays in memory too', async () => {
  await fakeBrowser.storage.session.set({ 'private-ledger': { version: 1, value: { open: [] } } })
  expect(await privateLedgerItem().load()).toMatchObject({ state: 'damaged', value: emptyLedger })
  expect((await everything()).local).toEqual({})
  expect(lines).toHaveLength(1)
})
