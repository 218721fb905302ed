import { isDrawn } from './is-visible'
import { normalise } from './parse-number'

/** A piece of text as the page holds it, with the element it stands in. */
export type Token = { text: string; element: Element }

/** A drawing may carry a name ("Edit"), never a figure. */
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG'])

/** Texts that stand side by side in one element, and are read as one. */
type Run = { nodes: readonly Node[]; element: Element }

/**
 * The texts below an element in document order, one per text node. `textContent` glues them
 * ("BTCUSDTPerp20x"); a figure that React splits over two text nodes of one element is put together.
 */
const runsBelow = (element: Element, enter: (element: Element) => boolean): Run[] => {
  const runs: Run[] = []
  const walk = (parent: Element): void => {
    let nodes: Node[] = []
    const flush = () => {
      if (nodes.length > 0) runs.push({ nodes, element: parent })
      nodes = []
    }
    for (const child of parent.childNodes) {
      if (child.nodeType === 3 /* text */) nodes.push(child)
      else if (child.nodeType === 1 /* element */) {
        flush()
        if (!SILENT.has(child.nodeName.toUpperCase()) && enter(child as Element)) {
          walk(child as Element)
        }
      }
    }
    flush()
  }
  walk(element)
  return runs
}

const textIn = ({ nodes }: Run): string =>
  normalise(nodes.reduce((text, { nodeValue }) => text + (nodeValue ?? ''), ''))

export const textTokens = (element: Element): Token[] =>
  runsBelow(element, () => true).flatMap((run) => {
    const text = textIn(run)
    return text === '' ? [] : [{ text, element: run.element }]
  })

/** What of a cell is drawn, and what it said when it was last asked. */
type Drawn = { runs: readonly Run[]; texts: readonly string[] | null }

let drawn = new WeakMap<Element, Drawn>()

/** Whether an element was drawn, by what it said of itself then: red and green take turns all the time. */
let looks = new WeakMap<Element, Map<string, boolean>>()

const isDrawnAsBefore = (element: Element): boolean => {
  const look = ['class', 'style', 'hidden'].map((name) => element.getAttribute(name)).join('\n')
  const known = looks.get(element) ?? new Map<string, boolean>()
  const drawnThen = known.get(look) ?? isDrawn(element)
  looks.set(element, known.set(look, drawnThen))
  return drawnThen
}

/** A reading asks many times for the same cell. What may have changed must be forgotten before. */
export const forgetTexts = (elements: Iterable<Element> | 'all'): void => {
  if (elements === 'all') {
    drawn = new WeakMap()
    looks = new WeakMap()
  } else for (const element of elements) drawn.delete(element)
}

/** The same nodes say something else: what of the cell is drawn, which costs a style, stands. */
export const forgetWords = (elements: Iterable<Element>): void => {
  for (const element of elements) {
    const known = drawn.get(element)
    if (known !== undefined) known.texts = null
  }
}

/** Those that are drawn: a figure that the page keeps hidden is not what it says. */
export const drawnTexts = (element: Element): readonly string[] => {
  const known = drawn.get(element) ?? { runs: runsBelow(element, isDrawnAsBefore), texts: null }
  known.texts ??= known.runs.map(textIn).filter((text) => text !== '')
  drawn.set(element, known)
  return known.texts
}

/** All texts below an element, one space between them: what `text` of a field carries. */
export const textOf = (element: Element): string =>
  textTokens(element)
    .map(({ text }) => text)
    .join(' ')
