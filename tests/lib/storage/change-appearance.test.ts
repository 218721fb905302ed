import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { defaultAppearance } from '@/lib/rules/settings'
import { appearanceItem, changeAppearance } from '@/lib/storage'
import { NewerStorage } from '@/lib/storage/versioned-item'

beforeEach(() => {
  fakeBrowser.reset()
})

const stored = async () => (await appearanceItem.read()).value

test('two changes in one moment, and neither undoes the other', async () => {
  await Promise.all([
    changeAppearance(() => ({ size: 'pill' })),
    changeAppearance(() => ({ language: 'ru' })),
    changeAppearance(({ hideAmounts }) => ({ hideAmounts: !hideAmounts })),
  ])
  expect(await stored()).toEqual({
    ...defaultAppearance,
    size: 'pill',
    language: 'ru',
    hideAmounts: true,
  })
})

test('a change that fails keeps no later one out', async () => {
  const refused = vi
    .spyOn(fakeBrowser.storage.local, 'set')
    .mockRejectedValueOnce(new Error('no room'))
  await expect(changeAppearance(() => ({ size: 'pill' }))).rejects.toThrow('no room')
  refused.mockRestore()
  await changeAppearance(() => ({ language: 'ko' }))
  expect(await stored()).toEqual({ ...defaultAppearance, language: 'ko' })
})

test('a later version’s appearance is left alone', async () => {
  await fakeBrowser.storage.local.set({ appearance: { version: 9, value: { mood: 'bright' } } })
  await expect(changeAppearance(() => ({ size: 'pill' }))).rejects.toThrow(NewerStorage)
  expect(await fakeBrowser.storage.local.get('appearance')).toEqual({
    appearance: { version: 9, value: { mood: 'bright' } },
  })
})
