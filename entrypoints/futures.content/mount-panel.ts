/** The one element that the host page can see of us. */
const HOST = 'margin-brake-panel'

export type Mount = { root: Element; host: HTMLElement; unmount: () => void }

/** A closed shadow root on `body`: the page cannot look inside, and no style leaks either way. */
export const mountPanel = (document: Document, styles: readonly string[]): Mount => {
  const host = document.createElement(HOST)
  const shadow = host.attachShadow({ mode: 'closed' })
  const style = document.createElement('style')
  style.textContent = styles.join('\n')
  const place = document.createElement('div')
  shadow.append(style, place)
  document.body.append(host)
  return {
    root: place,
    host,
    unmount: () => {
      host.remove()
    },
  }
}
