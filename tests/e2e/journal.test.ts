import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import type { BrowserPage, Driver, ExtensionPage } from './driver.ts'
import {
  absent,
  chooseFile,
  exists,
  exported,
  fillJournal,
  openJournal,
  rowsDrawn,
  waitInJournal,
} from './journal-page.ts'
import { panelState, waitForPanel } from './panel.ts'
import { sharedWorld } from './shared-world.ts'
import { positionOn, practice, QUIET } from './world.ts'

const KEY = 'BTCUSDT:long:isolated'

describe('the journal', () => {
  let driver: Driver
  let page: BrowserPage
  let journal: ExtensionPage
  let printed: { before: string; after: string }
  let file = ''

  const additionsAre = (count: number) =>
    waitForPanel(page, `${String(count)} additions`, ({ positions }) =>
      positions.some(
        ({ key, fields }) => key === KEY && fields['margin-additions']?.value === String(count),
      ),
    )

  beforeAll(async () => {
    driver = await sharedWorld(inject('browser'))
    page = await driver.openPage(QUIET)
  })
  afterAll(() => driver.close())

  test('before the first position it says what will be here', async () => {
    journal = await openJournal(driver)
    assert.match(await journal.text('.empty'), /No positions yet/)
    assert.equal(
      await journal.evaluate(`document.querySelector('[data-action="export-csv"]').disabled`),
      true,
    )
    await page.bringToFront()
  })

  test('an open position appears by itself, with its addition and the stop-loss', async () => {
    await waitForPanel(page, 'flat', ({ status }) => status === 'flat')
    await practice(page, 'open', {
      symbol: 'BTCUSDT',
      side: 'buy',
      quantity: 0.02,
      leverage: 20,
      marginMode: 'isolated',
    })
    await additionsAre(0)
    await practice(page, 'movePrice', 'BTCUSDT', -0.02)
    const before = (await positionOn(page)).printed.liquidationPrice
    await practice(page, 'addMargin', 'BTCUSDT', 20)
    await additionsAre(1)
    printed = { before, after: (await positionOn(page)).printed.liquidationPrice }
    await practice(page, 'setStops', 'BTCUSDT', { stopLoss: 57_800 })
    await waitInJournal(journal, 'the stop-loss', exists('[data-event="stop-changed"]'))
    assert.match(await journal.text('.detail .end'), /Open/)
    assert.match(
      await journal.text('[data-event="margin-added"]'),
      /Margin addition 1: 20\.00 USDT/,
    )
    const told = await journal.text('[data-event="margin-added"]')
    assert(told.includes(`${printed.before} → ${printed.after}`), told)
    assert.match(await journal.text('[data-event="stop-changed"]'), /set at 57,800/)
  })

  test('it is closed: how it ended, and what it cost', async () => {
    const [position] = panelState(await page.panel()).positions
    const pnl = position?.fields['unrealized-pnl']?.text
    await practice(page, 'close', 'BTCUSDT')
    await waitInJournal(journal, 'the end', exists('[data-event="closed"]'))
    assert.match(await journal.text('.detail .end'), /Loss/)
    assert.equal(await journal.text('[data-fact="result"]'), pnl)
    assert.equal(await journal.text('[data-fact="additions"]'), '1×')
    assert.equal(await journal.text('[data-fact="added-margin"]'), '20.00 USDT')
    assert.equal(await journal.text('[data-group="1"] [data-cell="losses"]'), '1 (100.00%)')
    await waitInJournal(journal, 'the chart', exists('.chart canvas'))
    // Only a page in front can be clicked.
    await journal.close()
    journal = await openJournal(driver)
  })

  test('export as CSV: a line of it, with the page’s own figures', async () => {
    const { name, text } = await exported(journal, 'export-csv')
    assert.match(name, /^margin-brake-journal-\d{4}-\d\d-\d\d\.csv$/)
    const [head = '', line = '', ...rest] = text.split('\r\n')
    const cell = (column: string) =>
      line.split(',')[head.replace('\uFEFF', '').split(',').indexOf(column)]
    assert.deepEqual(rest, [''])
    assert.equal(cell('symbol'), 'BTCUSDT')
    assert.equal(cell('additions'), '1')
    assert.equal(cell('outcome'), 'loss')
    assert.equal(cell('last_liquidation_price'), printed.after.replaceAll(',', ''))
  })

  test('export as JSON, erase, import: it is back as it was', async () => {
    file = (await exported(journal, 'export-json')).text
    const before = await journal.text('.detail')
    await journal.click('[data-action="erase-one"]')
    await journal.click('dialog [data-action="cancel"]')
    assert.equal((await rowsDrawn(journal)).length, 1)
    await journal.click('[data-action="erase-one"]')
    await journal.click('dialog [data-action="confirm"]')
    await waitInJournal(journal, 'empty', exists('.empty'))
    await chooseFile(journal, file)
    await waitInJournal(journal, 'it is back', exists('.detail .u-legend'))
    assert.match(await journal.text('.notice'), /1 position imported/)
    assert.equal(await journal.text('.detail'), before)
    const episodesIn = (text: string) => (JSON.parse(text) as { episodes: unknown[] }).episodes
    assert.deepEqual(episodesIn((await exported(journal, 'export-json')).text), episodesIn(file))
  })

  test('a damaged file is refused with a reason, and changes nothing', async () => {
    await chooseFile(journal, file.slice(0, -30))
    await waitInJournal(
      journal,
      'the reason',
      `document.querySelector('.notice').textContent.includes('incomplete')`,
    )
    await chooseFile(journal, file.replace('"symbol":"BTCUSDT"', '"symbol":"<b>"'))
    await waitInJournal(
      journal,
      'the record',
      `document.querySelector('.notice').textContent.includes('number 1 (<b>), at “symbol”')`,
    )
    assert.equal((await rowsDrawn(journal)).length, 1)
  })

  test('10,000 episodes: a window of them is in the document, from the first to the last', async () => {
    await fillJournal(journal, 9_999)
    await journal.close()
    journal = await openJournal(driver)
    assert.match(await journal.text('.filters .count'), /10,000 positions/)
    const drawn = await rowsDrawn(journal)
    assert(drawn.length > 5 && drawn.length < 60, `${String(drawn.length)} rows are drawn`)
    await journal.click(`[data-episode="${drawn[0]!}"]`)
    await journal.press('End')
    await waitInJournal(
      journal,
      'the last one is shown',
      `document.querySelector('.detail')?.dataset.shown.endsWith('#9999')`,
    )
    assert.equal(
      await journal.evaluate(
        `document.getElementById(document.querySelector('.episodes').getAttribute('aria-activedescendant')).ariaPosInSet`,
      ),
      '10000',
    )
    assert((await rowsDrawn(journal)).length < 60)
    await journal.press('Home')
    await waitInJournal(
      journal,
      'the first one',
      `document.querySelector('.episodes').scrollTop === 0`,
    )
  })

  test('erase all: asked first, then gone', async () => {
    await journal.click('[data-action="erase-all"]')
    assert.match(await journal.text('dialog'), /10,000 closed positions/)
    await journal.click('dialog [data-action="confirm"]')
    await waitInJournal(journal, 'empty', exists('.empty'))
    await waitInJournal(journal, 'the dialog is gone', absent('dialog'))
    await journal.close()
    journal = await openJournal(driver)
    assert.match(await journal.text('.empty'), /No positions yet/)
  })

  test('a database of a later version is left alone, with a message', async () => {
    await journal.evaluate(`new Promise((resolve, reject) => {
      const request = indexedDB.open('journal', 99)
      request.onsuccess = () => { request.result.close(); resolve() }
      request.onerror = () => reject(request.error)
    })`)
    await journal.close()
    journal = await driver.openExtensionPage('journal.html')
    await waitInJournal(journal, 'the message', exists('main[data-state="newer"] [role="alert"]'))
  })

  test('nothing was asked of the network, and no console complained', () => {
    assert.deepEqual(driver.strayRequests, [])
    assert.deepEqual(driver.complaints, [])
  })
})
