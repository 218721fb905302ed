import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { isCommand, runCommand } from '@/lib/commands'
import { appearanceItem } from '@/lib/storage'

const sent = vi.fn(() => Promise.resolve())

beforeEach(() => {
  fakeBrowser.reset()
  sent.mockClear()
  fakeBrowser.tabs.sendMessage = sent
})

const stored = async () => (await appearanceItem.read()).value

test('a key folds the panel in every tab, and opens it again', async () => {
  await runCommand('toggle-panel', 7)
  expect((await stored()).size).toBe('pill')
  await runCommand('toggle-panel', 7)
  expect((await stored()).size).toBe('normal')
  expect(sent).not.toHaveBeenCalled()
})

test('a key hides amounts, and shows them again', async () => {
  await runCommand('hide-amounts', null)
  expect((await stored()).hideAmounts).toBe(true)
  await runCommand('hide-amounts', null)
  expect((await stored()).hideAmounts).toBe(false)
})

test('the self-check is asked for in the tab in front, and nowhere without one', async () => {
  await runCommand('self-check', null)
  expect(sent).not.toHaveBeenCalled()
  await runCommand('self-check', 7)
  expect(sent).toHaveBeenCalledExactlyOnceWith(7, { type: 'self-check' })
})

test('other names are no commands of ours', () => {
  expect(['toggle-panel', 'self-check', '_execute_action', ''].map(isCommand)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
