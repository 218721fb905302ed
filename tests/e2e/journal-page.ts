import type { Driver, ExtensionPage } from './driver.ts'
import { PATIENCE, until } from './until.ts'

/** Waits until an expression is true in the journal page; says what the page showed, if it never is. */
export const waitInJournal = async (
  page: ExtensionPage,
  title: string,
  expression: string,
  timeout = PATIENCE,
): Promise<void> => {
  await until(`${title}, in the journal`, () => page.evaluate<boolean>(`Boolean(${expression})`), {
    patience: timeout,
    instead: () => page.text('main'),
  })
}

export const openJournal = async (driver: Driver): Promise<ExtensionPage> => {
  const page = await driver.openExtensionPage('journal.html')
  await waitInJournal(page, 'ready', `document.querySelector('main[data-state="ready"]')`)
  return page
}

const one = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`

export const exists = (selector: string): string => `${one(selector)} !== null`
export const absent = (selector: string): string => `${one(selector)} === null`

/** Rows of the list that are in the document. */
export const rowsDrawn = (page: ExtensionPage): Promise<string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('[data-episode]')].map((row) => row.dataset.episode)`,
  )

export type Saved = { name: string; text: string }

/** Presses an export button, and takes what the browser would have saved. */
export const exported = async (page: ExtensionPage, button: string): Promise<Saved> => {
  await page.evaluate(`(() => {
    window.saved = undefined
    const made = new Map()
    const createObjectURL = URL.createObjectURL
    URL.createObjectURL = (blob) => {
      const url = createObjectURL(blob)
      made.set(url, blob)
      return url
    }
    HTMLAnchorElement.prototype.click = function () {
      const name = this.download
      made.get(this.href).text().then((text) => { window.saved = { name, text } })
    }
  })()`)
  await page.click(`[data-action="${button}"]`)
  await waitInJournal(page, `the file of ${button}`, 'window.saved')
  return page.evaluate<Saved>('window.saved')
}

/** Gives the page a file as if it had been chosen. */
export const chooseFile = (page: ExtensionPage, text: string): Promise<unknown> =>
  page.evaluate(`(() => {
    const input = document.querySelector('input[type="file"]')
    const given = new DataTransfer()
    given.items.add(new File([${JSON.stringify(text)}], 'journal.json', { type: 'application/json' }))
    input.files = given.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })()`)

/** Fills the database with copies of its one episode, a minute apart, written as the journal writes. */
export const fillJournal = (page: ExtensionPage, count: number): Promise<unknown> =>
  page.evaluate(`(async () => {
    const asked = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const database = await asked(indexedDB.open('journal'))
    const transaction = database.transaction(['episodes', 'summaries'], 'readwrite')
    for (const name of ['episodes', 'summaries']) {
      const store = transaction.objectStore(name)
      const [first] = await asked(store.getAll())
      for (let n = 1; n <= ${String(count)}; n += 1) {
        store.put({ ...first, id: first.id + '#' + n, openedAt: first.openedAt - n * 60000 })
      }
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error)
    })
    database.close()
  })()`)
