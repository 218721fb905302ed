type Box = { left: number; top: number; width: number; height: number }

const boxFrom = (text: string | null | undefined): Box | null => {
  if (text === null || text === undefined || text === '') return null
  const [left = 0, top = 0, width = 0, height = 0] = text.split(',').map(Number)
  return { left, top, width, height }
}

const ownBox = (element: Element): Box | null => boxFrom(element.getAttribute('data-box'))

const scrollOf = (element: Element): { left: number; top: number } => {
  const [left = 0, top = 0] = (element.getAttribute('data-scroll') ?? '').split(',').map(Number)
  return { left, top }
}

/** The element that a box is placed in: what has none itself (`display: contents`) holds nothing. */
const frameOf = (element: Element): Element | null => {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (ownBox(at) !== null) return at
  }
  return null
}

const place = (element: HTMLElement): void => {
  const box = ownBox(element)
  if (box === null) return
  const frame = frameOf(element)
  const around = frame === null ? null : ownBox(frame)
  const scroll = frame === null ? { left: 0, top: 0 } : scrollOf(frame)
  Object.assign(element.style, {
    position: 'absolute',
    boxSizing: 'border-box',
    margin: '0',
    padding: '0',
    borderTopWidth: '0',
    borderLeftWidth: '0',
    borderRightWidth: '0',
    ...(element.style.borderBottomWidth === '' && { borderBottomWidth: '0' }),
    // What a report doesn't say is as in the element around it, whatever a browser thinks of a button.
    ...(element.style.backgroundColor === '' && { background: 'none' }),
    ...(element.style.color === '' && { color: 'inherit' }),
    ...(element.style.fontWeight === '' && { fontWeight: 'inherit' }),
    minWidth: '0',
    minHeight: '0',
    maxWidth: 'none',
    left: `${String(box.left - (around?.left ?? 0) + scroll.left)}px`,
    top: `${String(box.top - (around?.top ?? 0) + scroll.top)}px`,
    width: `${String(box.width)}px`,
    height: `${String(box.height)}px`,
  })
}

type PlacedText = { element: HTMLElement; first: Node; last: Node; box: Box }

/** The texts of an element itself, as the report counts them: those that stand side by side are one. */
const textsOf = (element: HTMLElement): PlacedText[] => {
  const boxes = (element.getAttribute('data-texts') ?? '').split(';').map(boxFrom)
  const texts: [Node, Node][] = []
  let isOpen = false
  for (const node of element.childNodes) {
    const isText = node.nodeType === Node.TEXT_NODE
    const last = texts.at(-1)
    if (isText && isOpen && last !== undefined) last[1] = node
    else if (isText) texts.push([node, node])
    isOpen = isText
  }
  return texts.flatMap(([first, last], at) => {
    const box = boxes[at] ?? null
    return box === null ? [] : [{ element, first, last, box }]
  })
}

const measured = ({ first, last }: PlacedText): DOMRect => {
  const range = document.createRange()
  range.setStartBefore(first)
  range.setEndAfter(last)
  return range.getBoundingClientRect()
}

const letters = ({ first, last }: PlacedText): number => {
  let count = 0
  for (let node: Node | null = first; node !== null; node = node.nextSibling) {
    count += (node.nodeValue ?? '').trim().length
    if (node === last) break
  }
  return Math.max(1, count)
}

const FIRST_SIZE_PX = 10

/** One line where the text was, whatever its lines were, in letters as high. */
const sizeText = (text: PlacedText): void => {
  const { element, box } = text
  const own = ownBox(element) ?? box
  const { style } = element
  const offset = box.top - own.top
  const above = Math.max(0, offset)
  // Buttons centre what is in them: with the rest below it there is nothing to centre in.
  const below = own.height - above - box.height - (parseFloat(style.borderBottomWidth) || 0)
  Object.assign(style, {
    whiteSpace: 'nowrap',
    textAlign: 'left',
    // Letters stand in the middle of their line: one that is less high lets them out at its top.
    lineHeight: `${String(Math.max(0, box.height + 2 * Math.min(0, offset)))}px`,
    paddingTop: `${String(above)}px`,
    paddingBottom: `${String(Math.max(0, below))}px`,
    textIndent: `${String(box.left - own.left)}px`,
    fontSize: `${String(FIRST_SIZE_PX)}px`,
    // Asked of what scrolls only; elsewhere it would put the line at the other end.
    ...(!/auto|scroll/.test(style.overflow) && { direction: 'ltr' }),
  })
}

/** In letters as wide as they have to be. All are measured before any is changed: one layout, not one for each. */
const stretchTexts = (texts: readonly PlacedText[]): void => {
  const found = texts.map((text) => ({ text, now: measured(text) }))
  for (const { text, now } of found) {
    const { style } = text.element
    const before = parseFloat(style.letterSpacing) || 0
    style.letterSpacing = `${String(before + (text.box.width - now.width) / letters(text))}px`
  }
}

const growTexts = (texts: readonly PlacedText[]): void => {
  const found = texts.map((text) => ({ text, now: measured(text) }))
  for (const { text, now } of found) {
    if (now.height === 0) continue
    const { style } = text.element
    style.fontSize = `${String((parseFloat(style.fontSize) * text.box.height) / now.height)}px`
  }
}

/** Between two texts of one element: the second stands as far behind, or below, the first as it did. */
const keepApart = (texts: readonly PlacedText[]): void => {
  for (const [at, text] of texts.entries()) {
    const before = texts[at - 1]
    if (before?.element !== text.element) continue
    const isBelow = text.box.top >= before.box.top + before.box.height / 2
    const gap = document.createElement('span')
    gap.style.display = 'inline-block'
    const start = isBelow ? (ownBox(text.element)?.left ?? 0) : before.box.left + before.box.width
    gap.style.marginLeft = `${String(text.box.left - start)}px`
    if (isBelow) text.element.insertBefore(document.createElement('br'), text.first)
    text.element.insertBefore(gap, text.first)
  }
}

/**
 * Puts every element and every text of a report where it was, in a browser that lays pages out itself: boxes by their
 * places, texts stretched to their boxes, scrollers scrolled as far.
 */
export const layOut = (): void => {
  const elements = [...document.querySelectorAll<HTMLElement>('body, body *')]
  for (const element of elements) place(element)
  const texts = elements.flatMap(textsOf)
  keepApart(texts)
  const first = texts.filter(({ element }, at) => texts[at - 1]?.element !== element)
  for (const text of first) sizeText(text)
  // Twice: a browser rounds the height of a line of letters, and the space between them.
  for (const way of [growTexts, growTexts, stretchTexts, stretchTexts]) way(first)
  for (const element of elements) {
    const { left, top } = scrollOf(element)
    if (left !== 0 || top !== 0) element.scrollTo({ left, top })
  }
}
