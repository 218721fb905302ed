import { Window } from 'happy-dom'

type Box = { x: number; y: number; width: number; height: number }

const boxFrom = (text: string | null | undefined): Box | null => {
  if (text === null || text === undefined || text === '') return null
  const [x = 0, y = 0, width = 0, height = 0] = text.split(',').map(Number)
  return { x, y, width, height }
}

const boxOf = (element: Element): Box | null => boxFrom(element.getAttribute('data-box'))

const rect = ({ x, y, width, height }: Box): DOMRect => {
  const edges = { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height }
  return { ...edges, toJSON: () => edges }
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 }

/** Where the texts among some children of an element stood; a report says it, one box for texts side by side. */
const textBoxes = (element: Element, from: number, to: number): Box[] => {
  const boxes = (element.getAttribute('data-texts') ?? '').split(';').map(boxFrom)
  let at = -1
  let isOpen = false
  return [...element.childNodes].flatMap((node, index) => {
    const isText = node.nodeType === 3
    const begins = isText && !isOpen
    if (begins) at += 1
    isOpen = isText
    const box = begins && from <= index && index < to ? boxes[at] : null
    return box === null || box === undefined ? [] : [box]
  })
}

const around = (boxes: readonly Box[]): Box => {
  if (boxes.length === 0) return NOWHERE
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - y
  return { x, y, width, height }
}

/** Of a range over children of one element: its texts, and the elements in it. */
const boxOfRange = ({ startContainer, startOffset, endOffset }: Range): Box => {
  if (startContainer.nodeType !== 1) return NOWHERE
  const element = startContainer as Element
  const inside = [...element.childNodes].slice(startOffset, endOffset)
  const boxes = inside.flatMap((node) =>
    node.nodeType === 1 ? (boxOf(node as Element) ?? []) : [],
  )
  return around([...textBoxes(element, startOffset, endOffset), ...boxes])
}

/** The window that the page stood in. */
const windowOf = (html: string): { width: number; height: number } => {
  const [, width = '1440', height = '900'] = /data-window="(\d+),(\d+)"/.exec(html) ?? []
  return { width: Number(width), height: Number(height) }
}

/**
 * A captured page, or that of a report, as a document whose elements and texts know where they stood:
 * `getBoundingClientRect` and `getClientRects` answer from `data-box` and `data-texts`, so a test can take an element away, move it with its box,
 * or give it another.
 */
export const replayPage = (html: string, url: string): Document => {
  const window = new Window({ url, ...windowOf(html) })
  const document = window.document as unknown as Document
  window.document.write(html)
  // A captured page says it where it changes; `getComputedStyle` takes half a second for a page.
  const visibilityOf = (element: Element) =>
    element.closest<HTMLElement>('[style*="visibility"]')?.style.visibility
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
  Object.assign(window.Range.prototype, {
    getBoundingClientRect(this: Range) {
      return rect(boxOfRange(this))
    },
  })
  return document
}
