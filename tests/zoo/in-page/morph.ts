/** One change of the document; in a list they are done in order. */
export type Edit = () => void

/** What the page writes at once: the texts of one cell, whose figure may stand in two of them. */
export type CellEdit = { cell: Element | null; edit: Edit }

/** What stands within a figure, and is no cell. */
const WITHIN_A_CELL = 'span, bdi, font, small'

const cellOf = (text: Text): Element | null =>
  text.parentElement?.closest(`:not(${WITHIN_A_CELL})`) ?? null

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE

const attributeEdits = (from: Element, to: Element): Edit[] => [
  ...from
    .getAttributeNames()
    .filter((name) => !to.hasAttribute(name))
    .map((name) => () => {
      from.removeAttribute(name)
    }),
  ...to
    .getAttributeNames()
    .filter((name) => from.getAttribute(name) !== to.getAttribute(name))
    .map((name) => () => {
      from.setAttribute(name, to.getAttribute(name) ?? '')
    }),
]

type Edits = { texts: CellEdit[]; structure: Edit[] }

const childEdits = (from: Node, to: Node): Edits => {
  const [old, wanted] = [[...from.childNodes], [...to.childNodes]]
  const parts = wanted.map((node, at) => {
    const known = old[at]
    if (known === undefined) {
      return {
        texts: [],
        structure: [
          () => {
            from.appendChild(document.importNode(node, true))
          },
        ],
      }
    }
    return edits(known, node)
  })
  const surplus = old.slice(wanted.length).map((node) => () => {
    node.parentNode?.removeChild(node)
  })
  return {
    texts: parts.flatMap(({ texts }) => texts),
    structure: [...parts.flatMap(({ structure }) => structure), ...surplus],
  }
}

/**
 * What makes one tree of the other, as a framework without keys does it: texts and attributes are changed
 * where they stand, and only what has another name is replaced.
 */
export const edits = (from: Node, to: Node): Edits => {
  if (isText(from) && isText(to)) {
    return {
      texts:
        from.data === to.data
          ? []
          : [{ cell: cellOf(from), edit: () => void (from.data = to.data) }],
      structure: [],
    }
  }
  if (isElement(from) && isElement(to) && from.nodeName === to.nodeName) {
    const { texts, structure } = childEdits(from, to)
    return { texts, structure: [...attributeEdits(from, to), ...structure] }
  }
  const fresh = document.importNode(to, true)
  return { texts: [], structure: [() => void from.parentNode?.replaceChild(fresh, from)] }
}
