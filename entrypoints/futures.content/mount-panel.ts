/** The one element that the host page can see of us. */
const HOST = 'margin-brake-panel'

export type Mount = {
  root: Element
  /** For what stands beside a dialog of the page. */
  beside: Element
  host: HTMLElement
  unmount: () => void
}

/** See alive.css. */
const WHILE_ALIVE = '.place { display: var(--margin-brake-shown, none) }'

/** Left behind by a script that was ended when the extension was updated: nobody keeps its figures up. */
const removeForerunners = (body: Element): void => {
  for (const child of Array.from(body.children)) if (child.localName === HOST) child.remove()
}

/** A closed shadow root on `body`: the page cannot look inside, and no style leaks either way. */
export const mountPanel = (document: Document, styles: readonly string[]): Mount => {
  const host = document.createElement(HOST)
  const shadow = host.attachShadow({ mode: 'closed' })
  const style = document.createElement('style')
  style.textContent = [WHILE_ALIVE, ...styles].join('\n')
  const place = document.createElement('div')
  const beside = document.createElement('div')
  for (const part of [place, beside]) part.className = 'place'
  shadow.append(style, place, beside)
  // What is typed into our own fields is nobody's hotkey.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    host.addEventListener(type, (event) => {
      event.stopPropagation()
    })
  }
  removeForerunners(document.body)
  document.body.append(host)
  return {
    root: place,
    beside,
    host,
    unmount: () => {
      host.remove()
    },
  }
}
