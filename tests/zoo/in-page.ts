import { readMarginDialog, readOrderForm, readPage } from '@/lib/page'

/** What a page of the zoo is for the browser: an address and what stands there. */
export type Given = { pathname: string; html: string }

/** A fault of the reader is a reading too: the worst one. */
export type Answer = { reading: unknown; milliseconds: number } | { fault: string }

const parts = /<html([^>]*)>[\s\S]*?<head>([\s\S]*?)<\/head>\s*<body>([\s\S]*)<\/body>/

const attribute = /([\w-]+)="([^"]*)"/g

/** Puts another page in the place of this one, as a navigation would, without one. */
const put = ({ pathname, html }: Given): void => {
  history.replaceState(null, '', pathname)
  const [, attributes = '', head = '', body = ''] = parts.exec(html) ?? []
  const root = document.documentElement
  for (const name of root.getAttributeNames()) root.removeAttribute(name)
  for (const [, name = '', value = ''] of attributes.matchAll(attribute)) {
    root.setAttribute(name, value)
  }
  document.head.innerHTML = head
  document.body.innerHTML = body
  for (const scrolled of document.querySelectorAll('[data-scroll-top]')) {
    const top = Number(scrolled.getAttribute('data-scroll-top'))
    scrolled.removeAttribute('data-scroll-top')
    scrolled.scrollTop = top
  }
}

/** Puts each page there and asks; decimals travel as their texts. */
const answersTo =
  (ask: () => unknown) =>
  (pages: readonly Given[]): string =>
    JSON.stringify(
      pages.map((given): Answer => {
        put(given)
        try {
          const start = performance.now()
          const reading = ask()
          return { reading, milliseconds: performance.now() - start }
        } catch (fault) {
          return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
        }
      }),
    )

const readActions = () => {
  const page = readPage(document, Date.now())
  const positions = page.status === 'positions' ? page.positions : []
  return { dialog: readMarginDialog(document, positions), order: readOrderForm(document) }
}

const zoo = {
  put,
  pages: answersTo(() => readPage(document, Date.now())),
  actions: answersTo(readActions),
}

declare global {
  // `var` alone reaches the page's own window.
  var zoo: {
    put: (given: Given) => void
    pages: (pages: readonly Given[]) => string
    actions: (pages: readonly Given[]) => string
  }
}

globalThis.zoo = zoo
