// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SelfCheckApi } from '@/components/menu/self-check-view'
import { SelfCheck } from '@/components/menu/SelfCheck'
import { makeReport, selfCheck } from '@/lib/page'
import { futuresPage, goodRow, HEADERS } from '../../lib/page/futures-page'

let root: HTMLElement

/** A page with a word that nobody knows over the liquidation price. */
const page = () => {
  const headers = HEADERS.map((header) => (header === 'Liq.Price' ? 'Zvak' : header))
  const row = {
    ...Object.fromEntries(headers.map((header, at) => [header, goodRow[HEADERS[at]!] ?? ''])),
    Margin: '<div>59.00 USDT</div><div>(Cross)</div>',
  }
  return futuresPage({ headers, rows: [row] })
}

const apiOf = (document: Document): SelfCheckApi => {
  const check = () => selfCheck(document, { now: 1_000 })
  return {
    check,
    report: () => makeReport(document, { check: check(), version: '1', random: () => 0.5 }),
  }
}

const find = (selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}
const press = (selector: string) => act(() => find(selector).click())
const open = async () => {
  await act(() => {
    render(<SelfCheck api={apiOf(page())} />, root)
  })
  await act(() => {
    const details = find('.self-check') as HTMLDetailsElement
    details.open = true
    details.dispatchEvent(new Event('toggle'))
  })
}

beforeEach(() => {
  document.body.replaceChildren()
  root = document.body.appendChild(document.createElement('div'))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('it does not look before it is opened', async () => {
  await act(() => {
    render(<SelfCheck api={apiOf(page())} />, root)
  })
  expect(root.querySelector('[data-column]')).toBeNull()
})

test('every column is shown with the rule that found it, every field with its text or its reason', async () => {
  await open()
  const rule = (column: string) => find(`[data-column="${column}"]`).getAttribute('data-found-by')
  expect([rule('markPrice'), rule('liquidationPrice')]).toEqual(['word', 'nothing'])
  expect(find('[data-field-check="markPrice"]').textContent).toBe('Mark price: 59,000.0 (word)')
  expect(find('[data-field-check="liquidationPrice"]').textContent).toBe(
    'Liquidation price: Hidden on the page, or not found.',
  )
})

test('the report is copied at the click, and not before', async () => {
  const copied: string[] = []
  vi.stubGlobal('navigator', {
    clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  })
  await open()
  expect(copied).toEqual([])
  await press('[data-action="copy-report"]')
  await vi.waitFor(() => find('.report [role="status"]'))
  expect(JSON.parse(copied[0] ?? '')).toMatchObject({ report: 3, status: 'positions' })
  expect(find('.report [role="status"]').textContent).toBe('Copied.')
})

test('where the browser does not copy, the report is there to select', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('no')) } })
  await open()
  await press('[data-action="copy-report"]')
  await vi.waitFor(() => find('textarea'))
  expect((find('textarea') as HTMLTextAreaElement).value).toContain('"report": 3')
})
