// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { AlertsForm } from '@/components/settings/AlertsForm'
import { searchSettings } from '@/components/settings/search-settings'
import { en, translation } from '@/lib/i18n'

type Settings = Parameters<typeof AlertsForm>[0]['settings']
const off: Settings = { notifications: false, sound: false, snoozedUntil: 0 }
const NOW = 1_000_000
let root: HTMLElement
let chosen: Settings[]

beforeEach(() => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
  chosen = []
})
const show = (settings: Settings, refused = false) =>
  act(() => {
    render(
      <AlertsForm
        settings={settings}
        now={NOW}
        shown={searchSettings('', translation('en', en))}
        refused={refused}
        onChange={(changed) => chosen.push(changed)}
      />,
      root,
    )
  })
const box = (name: string) => root.querySelector<HTMLInputElement>(`[data-alert="${name}"] input`)!
const snooze = () => root.querySelector<HTMLButtonElement>('[data-action="snooze"]')

test('both are off, and there is nothing to snooze', async () => {
  await show(off)
  expect([box('notifications').checked, box('sound').checked, snooze()]).toEqual([
    false,
    false,
    null,
  ])
})

test('each switch is told with the other as it was', async () => {
  await show({ ...off, sound: true })
  box('notifications').click()
  expect(chosen).toEqual([{ ...off, sound: true, notifications: true }])
})

test('a snooze is an hour long, says how long it goes on, and can be ended', async () => {
  await show({ ...off, sound: true })
  expect(snooze()?.textContent).toBe('Snooze for an hour')
  snooze()?.click()
  await show({ ...off, sound: true, snoozedUntil: NOW + 1_800_000 })
  expect(root.textContent).toContain('Snoozed for another 30 min')
  expect(snooze()?.textContent).toBe('Turn alerts back on')
  snooze()?.click()
  expect(chosen.map(({ snoozedUntil }) => snoozedUntil)).toEqual([NOW + 3_600_000, 0])
})

test('a refusal is said', async () => {
  await show(off, true)
  expect(root.querySelector('[role="alert"]')?.textContent).toBe(
    'Your browser doesn’t allow notifications.',
  )
})
