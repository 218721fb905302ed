// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Popup } from '@/components/popup/Popup'
import type { TabView } from '@/components/popup/TabGlance'
import { en, translation } from '@/lib/i18n'
import { Decimal } from '@/lib/margin'
import { shownSettings, unread } from '@/lib/rules/settings'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const tabAt = (distance: string): TabView => ({
  status: 'positions',
  rows: 1,
  unread: 0,
  columns: [],
  nearest: {
    symbol: 'BTCUSDT',
    side: 'long',
    band: 'caution',
    tone: 'caution',
    distance: { value: new Decimal(distance) },
    additions: 0,
    additionsKnown: true,
    allowed: 1,
  },
})

/** And what it asks then is answered. */
const passes = async (time: number) => {
  for (const each of [time, 0]) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(each)
    })
  }
}

test('its figures are those of now for as long as it is open', async () => {
  const root = document.body.appendChild(document.createElement('div'))
  const tab = vi.fn().mockResolvedValueOnce(tabAt('0.0651')).mockResolvedValue(tabAt('0.0214'))
  const distance = () => root.querySelector('[data-tab-field="distance"]')?.textContent
  await act(() => {
    render(
      <Popup
        view={{
          ...shownSettings(unread),
          speech: translation('en', en),
          now: 0,
        }}
        ask={{ tab, judgement: () => Promise.resolve(null) }}
        hrefs={{}}
        on={{
          limits: () => undefined,
          cancel: () => undefined,
          alerts: () => undefined,
          allowSite: () => Promise.resolve(true),
        }}
      />,
      root,
    )
  })
  await passes(0)
  expect(distance()).toBe('6.51%')
  await passes(2_000)
  expect(distance()).toBe('2.14%')
  await act(() => {
    render(null, root)
  })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(tab).toHaveBeenCalledTimes(2)
})
