import { type Box, boxOfText } from '../dom/box'
import { hasLayout } from '../dom/visible'

/** Browsers count in 64ths or 60ths of a pixel, and a title that touches another does so exactly. */
const exact = (length: number): number => Math.round(length * 1e6) / 1e6

const printed = ({ left, top, right, bottom }: Box): string =>
  [left, top, right - left, bottom - top].map(exact).join(',')

const boxOf = (element: Element): string =>
  element.getClientRects().length === 0 ? '' : printed(element.getBoundingClientRect())

/** The texts of an element itself; those that stand side by side are one. `null`: one that prints nothing. */
const ownTexts = (element: Element): [Node, Node][] => {
  const texts: [Node, Node][] = []
  let isOpen = false
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    const isText = node.nodeType === 3 /* text */
    const last = texts.at(-1)
    if (isText && isOpen && last !== undefined) last[1] = node
    else if (isText) texts.push([node, node])
    if (isText || node.nodeType === 1 /* element */) isOpen = isText
  }
  return texts
}

const textBoxesOf = (element: Element): string => {
  const boxes = ownTexts(element).map(([first, last]) => {
    const box = boxOfText(first, last)
    return box === null ? '' : printed(box)
  })
  return boxes.every((box) => box === '') ? '' : boxes.join(';')
}

const scrollOf = ({ scrollLeft, scrollTop }: Element): string =>
  scrollLeft === 0 && scrollTop === 0 ? '' : `${String(scrollLeft)},${String(scrollTop)}`

/**
 * Where an element lies, where its texts do ("left,top,width,height" each, in CSS pixels of the window), and how far it
 * is scrolled; '' where there is nothing to say.
 */
export const placeOf = (element: Element): [name: string, value: string][] =>
  hasLayout(element.ownerDocument)
    ? [
        ['data-box', boxOf(element)],
        ['data-texts', textBoxesOf(element)],
        ['data-scroll', scrollOf(element)],
      ]
    : []
