/** The one element that the host page can see of us. */
const HOST = 'margin-brake-panel'

export type Mount = {
  root: Element
  /** For what stands beside a dialog of the page. */
  beside: Element
  host: HTMLElement
  unmount: () => void
}

/** A closed shadow root on `body`: the page cannot look inside, and no style leaks either way. */
export const mountPanel = (document: Document, styles: readonly string[]): Mount => {
  const host = document.createElement(HOST)
  const shadow = host.attachShadow({ mode: 'closed' })
  const style = document.createElement('style')
  style.textContent = styles.join('\n')
  const place = document.createElement('div')
  const beside = document.createElement('div')
  shadow.append(style, place, beside)
  // What is typed into our own fields is nobody's hotkey.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    host.addEventListener(type, (event) => {
      event.stopPropagation()
    })
  }
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
