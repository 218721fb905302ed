import { Window } from 'happy-dom'

type Box = { x: number; y: number; width: number; height: number }

const boxOf = (element: Element): Box | null => {
  const text = element.getAttribute('data-box')
  if (text === null) return null
  const [x = 0, y = 0, width = 0, height = 0] = text.split(',').map(Number)
  return { x, y, width, height }
}

const rect = ({ x, y, width, height }: Box): DOMRect => {
  const edges = { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height }
  return { ...edges, toJSON: () => edges }
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 }

/**
 * A captured page as a document whose elements know where they stood: `getBoundingClientRect` and
 * `getClientRects` answer from `data-box`, so a test can take an element away, move it with its box,
 * or give it another.
 */
export const replayPage = (html: string, url: string): Document => {
  const window = new Window({ url, width: 1440, height: 900 })
  const document = window.document as unknown as Document
  window.document.write(html)
  const visibilityOf = (element: Element) =>
    document.defaultView?.getComputedStyle(element).visibility
  const layout: Pick<Element, 'getBoundingClientRect' | 'getClientRects' | 'checkVisibility'> &
    ThisType<Element> = {
    getBoundingClientRect() {
      return rect(boxOf(this) ?? NOWHERE)
    },
    getClientRects() {
      const box = boxOf(this)
      return (box === null ? [] : [rect(box)]) as unknown as DOMRectList
    },
    checkVisibility() {
      return boxOf(this) !== null && visibilityOf(this) !== 'hidden'
    },
  }
  Object.assign(window.Element.prototype, layout)
  return document
}
