type Box = { left: number; top: number; width: number; height: number }

const boxOf = (element: Element): Box | null => {
  const place = element.getAttribute('data-box')
  if (place === null) return element.parentElement === null ? null : boxOf(element.parentElement)
  const [left = 0, top = 0, width = 0, height = 0] = place.split(' ').map(Number)
  return { left, top, width, height }
}

/** As in browsers the sides are accessors of the class: a copy by spreading has none of them. */
class Rectangle {
  readonly #box: Box
  constructor(box: Box) {
    this.#box = box
  }
  get left() {
    return this.#box.left
  }
  get top() {
    return this.#box.top
  }
  get width() {
    return this.#box.width
  }
  get height() {
    return this.#box.height
  }
  get right() {
    return this.left + this.width
  }
  get bottom() {
    return this.top + this.height
  }
}

/**
 * Gives a document the layout that its `data-box="left top width height"` attributes say; what has
 * none lies where its parent lies, and nothing where an ancestor is not displayed.
 */
export const layOut = (document: Document): Document => {
  const rectangle = (element: Element): DOMRect =>
    new Rectangle(
      boxOf(element) ?? { left: 0, top: 0, width: 1600, height: 900 },
    ) as unknown as DOMRect
  const isDisplayed = (element: Element): boolean =>
    (element as HTMLElement).style.display !== 'none' &&
    (element.parentElement === null || isDisplayed(element.parentElement))
  for (const element of document.querySelectorAll('*')) {
    element.getBoundingClientRect = () => rectangle(element)
    element.getClientRects = () =>
      (isDisplayed(element) ? [rectangle(element)] : []) as unknown as DOMRectList
  }
  return document
}
