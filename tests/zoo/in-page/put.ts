/** What a page of the zoo is for the browser: an address and what stands there. */
export type Given = { pathname: string; html: string }

const parts = /<html([^>]*)>[\s\S]*?<head>([\s\S]*?)<\/head>\s*<body>([\s\S]*)<\/body>/

const attribute = /([\w-]+)="([^"]*)"/g

export const partsOf = (html: string) => {
  const [, attributes = '', head = '', body = ''] = parts.exec(html) ?? []
  return { attributes, head, body }
}

/** Address, language, direction and styles, without what stands on the page. */
export const putFrame = ({ pathname, html }: Given): void => {
  history.replaceState(null, '', pathname)
  const { attributes, head } = partsOf(html)
  const root = document.documentElement
  const wanted = new Map(
    [...attributes.matchAll(attribute)].map(([, name, value]) => [name, value]),
  )
  for (const name of root.getAttributeNames()) if (!wanted.has(name)) root.removeAttribute(name)
  for (const [name = '', value = ''] of wanted) {
    if (root.getAttribute(name) !== value) root.setAttribute(name, value)
  }
  document.head.innerHTML = head
}

/** A list that is scrolled is scrolled by hand: markup cannot say it. */
export const scrollLists = (): void => {
  for (const list of document.querySelectorAll('[data-scroll-top]')) {
    const top = Number(list.getAttribute('data-scroll-top'))
    list.removeAttribute('data-scroll-top')
    list.scrollTop = top
  }
}

/** Puts another page in the place of this one, as a navigation would, without one. */
export const put = (given: Given): void => {
  putFrame(given)
  document.body.innerHTML = partsOf(given.html).body
  scrollLists()
}
