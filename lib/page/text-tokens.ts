import { isDrawn } from './is-visible'
import { normalise } from './parse-number'

/** A piece of text as the page holds it, with the element it stands in. */
export type Token = { text: string; element: Element }

/** A drawing may carry a name ("Edit"), never a figure. */
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG'])

/**
 * The texts below an element in document order, one per text node. `textContent` glues them
 * ("BTCUSDTPerp20x"); a figure that React splits over two text nodes of one element is put together.
 */
const tokensBelow = (element: Element, enter: (element: Element) => boolean): Token[] => {
  const tokens: Token[] = []
  const walk = (parent: Element): void => {
    let run = ''
    const flush = () => {
      const text = normalise(run)
      if (text !== '') tokens.push({ text, element: parent })
      run = ''
    }
    for (const child of parent.childNodes) {
      if (child.nodeType === 3 /* text */) run += child.nodeValue ?? ''
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
  return tokens
}

export const textTokens = (element: Element): Token[] => tokensBelow(element, () => true)

let drawn = new WeakMap<Element, readonly string[]>()

/** A reading asks many times for the same cell. What may have changed must be forgotten before. */
export const forgetTexts = (elements: Iterable<Element> | 'all'): void => {
  if (elements === 'all') drawn = new WeakMap()
  else for (const element of elements) drawn.delete(element)
}

/** Those that are drawn: a figure that the page keeps hidden is not what it says. */
export const drawnTexts = (element: Element): readonly string[] => {
  const known = drawn.get(element)
  if (known !== undefined) return known
  const texts = tokensBelow(element, isDrawn).map(({ text }) => text)
  drawn.set(element, texts)
  return texts
}

/** All texts below an element, one space between them: what `text` of a field carries. */
export const textOf = (element: Element): string =>
  textTokens(element)
    .map(({ text }) => text)
    .join(' ')
