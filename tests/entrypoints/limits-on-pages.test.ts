// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { defaultLimits, type LimitName, type Limits } from '@/lib/rules/limits'
import { ledgerItem, limitsItem, waitingLimitsItem } from '@/lib/storage'
import { type Choice, keepSettings } from '@/lib/storage/settings'
import { emptyLedger, type Observation, reduceLedger } from '@/lib/ledger'
import { observation, observedPosition } from '../lib/ledger/observed'

/** One look at an open position. */
const look = (sequence: number): Observation =>
  observation({
    at: Date.UTC(2026, 2, 3, 10, 20, sequence),
    sequence,
    positions: [observedPosition()],
  })

const envelope = (limits: Limits) => ({ version: 2, value: limits })
const stored = async () => (await fakeBrowser.storage.local.get('limits'))['limits']

const pages = {
  popup: () => import('@/entrypoints/popup/main'),
  options: () => import('@/entrypoints/options/main'),
  welcome: () => import('@/entrypoints/welcome/main'),
}
type Page = keyof typeof pages

/** Opens a page of ours as a browser does: its script runs once the page is there. */
const opens = (page: Page) => async () => {
  document.body.innerHTML = `<main id="${page}"></main>`
  vi.resetModules()
  await pages[page]()
}

const input = (limit: LimitName) => {
  const found = document.querySelector<HTMLInputElement>(`[data-limit="${limit}"] input`)
  if (found === null) throw new Error(`no field for ${limit}`)
  return found
}
const type = (limit: LimitName, text: string) => {
  input(limit).value = text
  input(limit).dispatchEvent(new Event('change', { bubbles: true }))
}
const alerts = () => [...document.querySelectorAll('[role="alert"]')].map((e) => e.textContent)

/** To the background, which stores what it is sent. */
const sent: unknown[] = []

beforeEach(() => {
  fakeBrowser.reset()
  // Not part of the fake browser.
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: '', version: '1' })
  fakeBrowser.permissions.contains = () => Promise.resolve(true)
  fakeBrowser.commands.getAll = () => Promise.resolve([])
  sent.length = 0
  fakeBrowser.runtime.sendMessage = async (message: unknown) => {
    sent.push(message)
    const { choice } = message as { choice: Choice }
    await keepSettings(choice)
    return { done: true }
  }
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** One position is open. */
const busy = reduceLedger(reduceLedger(emptyLedger, look(1)), look(2))

describe.each(['popup', 'options', 'welcome'] as const)('%s', (page) => {
  const open = opens(page)

  test('what is stored stands in the fields', async () => {
    await limitsItem.write({ ...defaultLimits, maxMarginAdditions: 3, requireStopLoss: false })
    await open()
    expect(input('maxMarginAdditions').value).toBe('3')
    expect(input('requireStopLoss').checked).toBe(false)
    expect(alerts()).toEqual([])
  })

  test('opening it writes nothing', async () => {
    await open()
    expect(input('maxMarginAdditions').value).toBe('1')
    expect(await fakeBrowser.storage.local.get(null)).toEqual({})
  })

  test('a change is saved, and saved again when it is changed again', async () => {
    await open()
    type('maxMarginAdditions', '3')
    await vi.waitFor(async () => {
      expect(await stored()).toEqual(envelope({ ...defaultLimits, maxMarginAdditions: 3 }))
    })
    type('capitalShareLimit', '8')
    await vi.waitFor(async () => {
      expect(await stored()).toEqual(
        envelope({ ...defaultLimits, maxMarginAdditions: 3, capitalShareLimit: '0.08' }),
      )
    })
  })

  test('a page that is closed with the click has written it, and told the background', async () => {
    await limitsItem.write({ ...defaultLimits, holdLimits: true })
    await ledgerItem.write(busy)
    await waitingLimitsItem.write({
      waiting: [{ limit: 'maxMarginAdditions', value: 4, due: Date.now() + 60_000 }],
    })
    await open()
    const written = vi.spyOn(fakeBrowser.storage.local, 'set')
    document.querySelector<HTMLButtonElement>('[data-action="cancel-loosening"]')?.click()
    // Within the click, and nothing that comes after it counts.
    const calls = written.mock.calls.length
    const told = [...sent]
    const choice = { limits: (await limitsItem.read()).value, waiting: { waiting: [] } }
    expect(calls).toBe(2)
    expect(told).toEqual([{ type: 'settings', choice }])
  })

  test('what is stored while the page opens is shown', async () => {
    fakeBrowser.permissions.contains = async () => {
      // The limits have been read by now, and the page waits for the browser's word.
      await new Promise((resolve) => setTimeout(resolve, 5))
      await limitsItem.write({ ...defaultLimits, maxMarginAdditions: 4 })
      return true
    }
    await open()
    await vi.waitFor(() => {
      expect(input('maxMarginAdditions').value).toBe('4')
    })
  })

  test('what is refused is not saved', async () => {
    await open()
    type('capitalShareLimit', 'ten')
    await vi.waitFor(() => {
      expect(alerts()).toEqual(['Enter a number without thousands separators. Still 10.'])
    })
    expect(await stored()).toBeUndefined()
    expect(input('capitalShareLimit').value).toBe('10')
  })

  test('a change from another window is shown', async () => {
    await open()
    await limitsItem.write({ ...defaultLimits, maxMarginAdditions: 4 })
    await vi.waitFor(() => {
      expect(input('maxMarginAdditions').value).toBe('4')
    })
  })

  test('damaged limits: the defaults, told, kept aside, and the next change is saved', async () => {
    await fakeBrowser.storage.local.set({ limits: 'rubbish' })
    await open()
    expect(alerts()).toEqual([
      'Your saved limits were damaged, so we set them aside. These are the defaults.',
    ])
    type('capitalShareLimit', '8')
    await vi.waitFor(async () => {
      expect(await stored()).toEqual(envelope({ ...defaultLimits, capitalShareLimit: '0.08' }))
    })
    const all = Object.entries(await fakeBrowser.storage.local.get(null))
    const aside = all.filter(([key]) => key.startsWith('set-aside:limits@'))
    expect(aside).toMatchObject([[expect.any(String), { stored: 'rubbish' }]])
    expect(console.warn).toHaveBeenCalledTimes(1)
  })

  test('a later version’s limits are left alone, and no change is shown as if it held', async () => {
    const later = { version: 3, value: { many: 1 } }
    await fakeBrowser.storage.local.set({ limits: later })
    await open()
    const told = [
      'A newer version of Margin Brake saved your limits. We left them untouched: these are the defaults, and changes won’t be saved.',
    ]
    expect(alerts()).toEqual(told)
    type('capitalShareLimit', '8')
    await vi.waitFor(() => {
      expect(input('capitalShareLimit').value).toBe('10')
    })
    expect(alerts()).toEqual(told)
    expect(await stored()).toEqual(later)
  })

  test('a full disk: said, and the old limit stands again; gone with the next change that is saved', async () => {
    await open()
    const full = vi.spyOn(fakeBrowser.storage.local, 'set')
    full.mockRejectedValue(new Error('QUOTA_BYTES'))
    type('capitalShareLimit', '8')
    await vi.waitFor(() => {
      expect(alerts()).toEqual(['Couldn’t save. These limits still apply.'])
    })
    expect(input('capitalShareLimit').value).toBe('10')
    full.mockRestore()
    type('capitalShareLimit', '7')
    await vi.waitFor(() => {
      expect(alerts()).toEqual([])
    })
    expect(await stored()).toEqual(envelope({ ...defaultLimits, capitalShareLimit: '0.07' }))
  })

  test('under the promise to hold them, looser limits wait and stricter ones count at once', async () => {
    await limitsItem.write({ ...defaultLimits, holdLimits: true })
    await ledgerItem.write(busy)
    await open()
    type('maxMarginAdditions', '4')
    await vi.waitFor(() => {
      expect(document.querySelector('[data-waiting]')?.textContent).toMatch(
        /Looser from .*, as you asked: Margin additions per position/,
      )
    })
    expect(input('maxMarginAdditions').value).toBe('1')
    type('capitalShareLimit', '8')
    await vi.waitFor(async () => {
      expect(await stored()).toEqual(
        envelope({ ...defaultLimits, holdLimits: true, capitalShareLimit: '0.08' }),
      )
    })
    const { waiting } = (await waitingLimitsItem.read()).value
    expect(waiting).toMatchObject([{ limit: 'maxMarginAdditions', value: 4 }])

    document.querySelector<HTMLButtonElement>('[data-action="cancel-loosening"]')?.click()
    await vi.waitFor(async () => {
      expect((await waitingLimitsItem.read()).value.waiting).toEqual([])
    })
    expect(document.querySelector('[data-waiting]')).toBeNull()
  })

  test('their hour has come: they are the limits, and nothing waits any more', async () => {
    await limitsItem.write({ ...defaultLimits, holdLimits: true })
    const looser = { ...defaultLimits, holdLimits: true, maxMarginAdditions: 4 }
    await waitingLimitsItem.write({
      waiting: [{ limit: 'maxMarginAdditions', value: 4, due: Date.now() - 1 }],
    })
    await open()
    expect(input('maxMarginAdditions').value).toBe('4')
    await vi.waitFor(async () => {
      expect(await stored()).toEqual(envelope(looser))
    })
    expect((await waitingLimitsItem.read()).value.waiting).toEqual([])
  })
})

test('the settings know a capital in its asset, too', async () => {
  await limitsItem.write({ ...defaultLimits, capital: { amount: '2500', asset: 'BTC' } })
  await opens('options')()
  expect(input('capital').value).toBe('2500')
  const asset = document.querySelector<HTMLSelectElement>('[data-limit="capital"] select')
  expect(asset?.value).toBe('BTC')
})

test('the appearance is changed by the background, in parts', async () => {
  fakeBrowser.runtime.sendMessage = (message: unknown) => {
    sent.push(message)
    return Promise.reject(new Error('QUOTA_BYTES'))
  }
  await opens('options')()
  const select = document.querySelector<HTMLSelectElement>('[data-appearance="theme"] select')
  if (select === null) throw new Error('no theme')
  select.value = 'light'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  expect(sent).toEqual([{ type: 'appearance', change: { theme: 'light' } }])
  // What could not be stored is said, and not shown as if it held.
  await vi.waitFor(() => {
    expect(document.querySelector('.notice[data-bad="true"]')?.textContent).toBe(
      'Couldn’t save. Browser message: Error: QUOTA_BYTES',
    )
  })
  expect(select.value).toBe('auto')
  expect(await fakeBrowser.storage.local.get('appearance')).toEqual({})
})

test('the browser is asked for the site within the click, and what it says is shown', async () => {
  fakeBrowser.permissions.contains = () => Promise.resolve(false)
  const request = vi.fn(() => Promise.resolve(true))
  fakeBrowser.permissions.request = request
  await opens('popup')()
  const access = () =>
    document.querySelector('[data-site-access]')?.getAttribute('data-site-access')
  expect(access()).toBe('missing')
  document.querySelector<HTMLButtonElement>('[data-action="allow-site"]')?.click()
  expect(request).toHaveBeenCalledOnce()
  await vi.waitFor(() => {
    expect(access()).toBe('given')
  })
})
