import { layOut } from './lay-out.ts'

/** Puts the page of a report in the place of this one, without a navigation. */
export const putReport = ({ url, html }: { url: string; html: string }): void => {
  history.replaceState(null, '', new URL(url).pathname)
  const page = new DOMParser().parseFromString(html, 'text/html')
  const root = document.documentElement
  for (const name of root.getAttributeNames()) root.removeAttribute(name)
  for (const { name, value } of page.documentElement.attributes) root.setAttribute(name, value)
  document.head.replaceChildren()
  document.body.replaceWith(document.importNode(page.body, true))
  layOut()
}
