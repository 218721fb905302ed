import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { defaultLimits } from '@/lib/rules/limits'
import { limitsItem, waitingLimitsItem } from '@/lib/storage'
import { NewerStorage } from '@/lib/storage/versioned-item'
import { keepSettings, writeSettings } from '@/lib/storage/settings'

const limits = { ...defaultLimits, maxLeverage: 5 }

beforeEach(() => {
  fakeBrowser.reset()
})

test('what the page has written already is not written again', async () => {
  await writeSettings({ limits })
  const written = vi.spyOn(fakeBrowser.storage.local, 'set')
  await keepSettings({ limits })
  expect(written).not.toHaveBeenCalled()
  written.mockRestore()
})

test('of two choices the later one stands, and one that fails does not keep it out', async () => {
  const refused = vi
    .spyOn(fakeBrowser.storage.local, 'set')
    .mockRejectedValueOnce(new Error('no room'))
  await expect(keepSettings({ limits: defaultLimits })).rejects.toThrow('no room')
  await keepSettings({ limits, waiting: { waiting: [] } })
  refused.mockRestore()
  expect((await limitsItem.read()).value).toEqual(limits)
  expect(await waitingLimitsItem.read()).toMatchObject({ state: 'ok' })
})

test('what a later choice replaces is not written over it', async () => {
  await writeSettings({ limits })
  const written = vi.spyOn(fakeBrowser.storage.local, 'set')
  await Promise.all([keepSettings({ limits: defaultLimits }), keepSettings({ limits })])
  expect(written).not.toHaveBeenCalled()
  written.mockRestore()
})

test('a later version’s limits are left alone', async () => {
  const later = { version: 9, value: { many: 1 } }
  await fakeBrowser.storage.local.set({ limits: later })
  await expect(keepSettings({ limits })).rejects.toThrow(NewerStorage)
  expect(await fakeBrowser.storage.local.get('limits')).toEqual({ limits: later })
})
