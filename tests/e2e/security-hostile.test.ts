import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { compareWithTruth } from './compare-with-truth.ts'
import type { BrowserPage, Driver } from './driver.ts'
import { hostileAnswers } from './hostile-page.ts'
import { panelState, type PanelState, waitForPanel } from './panel.ts'
import { openWorld, practice, QUIET } from './world.ts'
import { until } from './until.ts'

/** Names that a document, or a form, gives up to the first element that bears them. */
const forms = (names: readonly string[]) =>
  names.map((name) => `<form name="${name}" hidden></form>`).join('')
const form =
  '<form hidden><input name="children"><input name="textContent"><input name="parentElement"></form>'
/** Taken later: the page needs these to start. (Without `createElement` it could not go on at all.) */
const later = ['documentElement', 'defaultView', 'visibilityState']

const one = {
  symbol: 'BTCUSDT',
  side: 'buy',
  quantity: 0.02,
  leverage: 20,
  marginMode: 'isolated',
} as const

/** Comes to agree with the exchange in all that it shows; it may show little. */
const comesToTruth = async (page: BrowserPage): Promise<PanelState> => {
  let last: unknown
  return until(
    'the truth',
    async () => {
      const state = panelState(await page.panel())
      const { wrong } = compareWithTruth(state, await practice(page, 'positions'))
      last = { wrong, state }
      return wrong.length === 0 && state.status !== 'loading' && state
    },
    { instead: () => last },
  )
}
const hasPosition = ({ positions }: PanelState) => positions.length === 1

const openOne = async (page: BrowserPage): Promise<void> => {
  await practice(page, 'reset')
  await practice(page, 'open', one)
}

/** A few more than the reader looks at. Ten times as many would keep the page busy with itself. */
const TOO_MANY_ELEMENTS = 110_000

const copyRow = (page: BrowserPage): Promise<void> =>
  page.evaluate((elements: number) => {
    const [row] = [...document.querySelectorAll<HTMLElement>('div')]
      .filter(
        ({ innerText, children }) => /BTCUSDT[^]*Perp/.test(innerText) && children.length >= 8,
      )
      .sort((a, b) => a.innerText.length - b.innerText.length)
    if (row === undefined) throw new Error('no row to copy')
    const copies = Math.ceil(elements / (1 + row.getElementsByTagName('*').length))
    row.parentElement?.append(...Array.from({ length: copies }, () => row.cloneNode(true)))
  }, TOO_MANY_ELEMENTS)

// Practice accounts have an address of their own: security-prototypes.test.ts plays the whole story there.
describe('a hostile page', () => {
  let driver: Driver
  beforeAll(async () => {
    driver = await openWorld({
      browser: inject('browser'),
      rebuild: false,
      answerFirst: await hostileAnswers(forms(['body', 'location', 'querySelectorAll']) + form),
    })
  })
  afterAll(() => driver.close())

  test('its own world turned into a lie changes no figure of ours, and it hears nothing of us', async () => {
    const page = await driver.openPage(`${QUIET}&hostile=spy`)
    await openOne(page)
    await waitForPanel(page, 'the position', hasPosition)
    await practice(page, 'movePrice', 'BTCUSDT', -0.01)
    // Our observer is not the page's: what moves is seen.
    const moved = await comesToTruth(page)
    expect(moved.positions[0]?.fields['mark-price']?.value).toBe('59400')
    const { heard, closedRoots } = await page.evaluate(() => window.spy)
    expect(heard).toEqual([])
    expect(closedRoots).toBe(0)
    const seen = await page.evaluate(() => {
      const selectAll = () => {
        getSelection()?.selectAllChildren(document.documentElement)
        return String(getSelection())
      }
      const [host] = document.getElementsByTagName('margin-brake-panel')
      return {
        html: host?.outerHTML,
        root: host?.shadowRoot ?? null,
        text: (host as HTMLElement).innerText,
        keys: Object.keys(host ?? {}),
        selected: selectAll().includes('Margin Brake'),
        stored: JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)]),
        globals: Object.keys(window).filter((name) =>
          /brake|wxt|browser$|chrome\.runtime/i.test(name),
        ),
      }
    })
    expect(seen).toMatchObject({
      html: '<margin-brake-panel></margin-brake-panel>',
      root: null,
      text: '',
      keys: [],
      selected: false,
      globals: [],
    })
    expect(seen.stored).not.toMatch(/brake|ledger|limits|journal/i)
    await page.close()
  })

  test('names of the document taken by elements of the page: no figure is wrong, no storm of errors', async () => {
    const before = driver.complaints.length
    const page = await driver.openPage(`${QUIET}&hostile=markup`)
    await openOne(page)
    await waitForPanel(page, 'the position', hasPosition)
    await page.evaluate(
      (markup: string) => {
        document.getElementsByTagName('body')[0]?.insertAdjacentHTML('afterbegin', markup)
      },
      forms(later) + form,
    )
    await practice(page, 'movePrice', 'BTCUSDT', -0.01)
    expect((await comesToTruth(page)).positions).toHaveLength(1)
    expect(driver.complaints.slice(before)).toEqual([])
    await page.close()
  })

  test('a panel that the page forges before ours goes; one that it sets beside ours changes nothing', async () => {
    const page = await driver.openPage(QUIET)
    await openOne(page)
    await waitForPanel(page, 'the position', hasPosition)
    await page.evaluate(() => {
      const forged = document.createElement('margin-brake-panel')
      forged.attachShadow({ mode: 'open' }).append('99 % to liquidation')
      document.body.append(forged)
    })
    await practice(page, 'movePrice', 'BTCUSDT', -0.01)
    expect((await comesToTruth(page)).positions).toHaveLength(1)
    await page.close()
  })

  test('a symbol with unseen letters in it is another name for nothing: it is not read as the plain one', async () => {
    const page = await driver.openPage(QUIET)
    await openOne(page)
    await waitForPanel(page, 'the position', hasPosition)
    for (const letter of ['\u200B', '\u202E', '\u2066', '\u00AD', '\uFEFF', '\u0130']) {
      await practice(page, 'override', 'BTCUSDT', 'symbol', `${letter}ETH${letter}USDT Perp 20x`)
      const state = await waitForPanel(
        page,
        `no position under the old name (${letter.codePointAt(0)?.toString(16) ?? ''})`,
        ({ positions }) =>
          positions.every(
            ({ key, text }) => !key.startsWith('BTCUSDT') || text.includes('Last figures seen'),
          ),
      )
      // The last one is seen by everybody: the row may be named by it, as one that is not read.
      if (letter !== '\u0130') expect(state.text).not.toContain(letter)
    }
    await practice(page, 'override', 'BTCUSDT', 'symbol', null)
    await waitForPanel(page, 'the position again', ({ positions }) =>
      positions.some(
        ({ key, text }) => key.startsWith('BTCUSDT') && !text.includes('Last figures seen'),
      ),
    )
    await page.close()
  })

  test('a megabyte in a cell: that figure is unknown', async () => {
    const page = await driver.openPage(QUIET)
    await openOne(page)
    await waitForPanel(page, 'the position', hasPosition)
    for (const text of ['9'.repeat(1_000_000), '1,'.repeat(500_000), '-'.repeat(1_000_000)]) {
      await practice(page, 'override', 'BTCUSDT', 'liquidationPrice', text)
      const state = await waitForPanel(
        page,
        'no liquidation price',
        ({ positions }) => (positions[0]?.fields['liquidation-price']?.value ?? null) === null,
        15_000,
      )
      expect(state.text.length).toBeLessThan(10_000)
    }
    await practice(page, 'override', 'BTCUSDT', 'liquidationPrice', null)
    await waitForPanel(
      page,
      'the price again',
      ({ positions }) => typeof positions[0]?.fields['liquidation-price']?.value === 'string',
    )
    await comesToTruth(page)
    await page.close()
  })

  test('thousands of rows: refused, with the reason', async () => {
    const page = await driver.openPage(QUIET)
    await openOne(page)
    await waitForPanel(page, 'the position', hasPosition)
    await copyRow(page)
    const state = await waitForPanel(
      page,
      'refused',
      ({ status }) => status === 'unreadable',
      20_000,
    )
    expect(state.text).toContain('too large')
    await page.close()
  })
})
