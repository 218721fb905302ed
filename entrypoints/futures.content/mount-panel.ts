import { keepAttached } from './keep-attached'

/** The one element that the host page can see of us. */
const HOST = 'margin-brake-panel'

/**
 * What is typed into our fields is nobody's hotkey, a click on us is no click outside the page's dialog,
 * and its focus trap does not pull the trader out of a field of ours.
 */
const OURS_ALONE = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'select'],
  ...['compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste'],
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick'],
  ...['touchstart', 'touchend', 'contextmenu', 'wheel', 'focusin', 'focusout'],
] as const

type Dress = { theme: 'dark' | 'light'; palette: string; language: string }

/** See alive.css. */
const WHILE_ALIVE = '.place { display: var(--margin-brake-shown, none) }'

/** Left behind by a script that was ended when the extension was updated: nobody keeps its figures up. */
const removeForerunners = (body: Element): void => {
  for (const child of Array.from(body.children)) if (child.localName === HOST) child.remove()
}

/** A closed shadow root on `body`: the page cannot look inside, and no style leaks either way. */
export const mountPanel = (document: Document, styles: string) => {
  const host = document.createElement(HOST)
  const shadow = host.attachShadow({ mode: 'closed' })
  const sheet = document.createElement('style')
  sheet.textContent = WHILE_ALIVE + styles
  const place = document.createElement('div')
  const companions = document.createElement('div')
  for (const part of [place, companions]) part.className = 'place'
  const dressed = document.createElement('div')
  dressed.append(place, companions)
  shadow.append(sheet, dressed)
  for (const type of OURS_ALONE) {
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true })
  }
  removeForerunners(document.body)
  document.body.append(host)
  const mounted = new AbortController()
  keepAttached(host, mounted.signal)
  return {
    root: place,
    /** For what stands next to a dialog of the page. */
    companions,
    /** Inside the closed root, where the page cannot see it. */
    dress: ({ theme, palette, language }: Dress) => {
      const attributes = { 'data-theme': theme, 'data-palette': palette, lang: language }
      for (const [name, value] of Object.entries(attributes)) {
        // Written again, the same language makes the browser compute every style again.
        if (dressed.getAttribute(name) !== value) dressed.setAttribute(name, value)
      }
    },
    unmount: () => {
      mounted.abort()
      host.remove()
    },
  }
}

export type Mount = ReturnType<typeof mountPanel>
