import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { emptyLedger } from '@/lib/ledger'
import { defaultLimits } from '@/lib/rules/limits'
import { limitsItem, privateLedgerItem, waitingLimitsItem } from '@/lib/storage'
import { setLimits } from '@/lib/storage/settings/set-limits'
import { openEpisode } from '../journal/episodes.ts'

const held = { ...defaultLimits, holdLimits: true }

beforeEach(async () => {
  fakeBrowser.reset()
  await limitsItem.write(held)
})

test('without a position the limits are loosened at once', async () => {
  expect(await setLimits({ ...held, maxLeverage: 50 }, 0)).toEqual({ waits: false })
  expect((await limitsItem.read()).value.maxLeverage).toBe(50)
})

test('a position in a private window is a position', async () => {
  await privateLedgerItem().write({ ...emptyLedger, open: { key: openEpisode() } })
  expect(await setLimits({ ...held, maxLeverage: 50 }, 0)).toEqual({ waits: true })
  expect((await limitsItem.read()).value).toEqual(held)
  expect((await waitingLimitsItem.read()).value.waiting).toMatchObject([{ limit: 'maxLeverage' }])
})
