import type { Run } from '../dom/runs'
import { normalise } from '../dom/normalise'
import { isDrawn } from '../dom/visible'
import { type Column } from '../words/dictionary'
import { hasLetter } from '../words/fold'
import { columnOf, type TabMeaning, tabOf } from '../words/lexicon'

export type Title = Run & { column: Column }
export type TabText = { text: string; element: Element } & TabMeaning

/** What one walk over the texts of the page finds. */
export type Found = {
  /** Elements in whose own text a leverage stands, or the "x" of one. */
  leverages: readonly Element[]
  titles: readonly Title[]
  tabs: readonly TabText[]
}

const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TEXTAREA'])

/** The longest spelling of a word that is sought; longer texts are sentences, data and scripts. */
const LONGEST_WORD = 48
const LONGEST_SYMBOL_TEXT = 120

const MAY_BE_LEVERAGE = /\d\p{Cf}*[x×]|\d\s[x×](?!\p{L})|[x×]\p{Cf}*\d|^\s*[x×]\s*$/iu

/** Texts of one element that stand side by side are one: "(" and "2" and ")". */
const ownText = (element: Element): string => {
  let text = ''
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3 /* text */) text += node.nodeValue ?? ''
  }
  return normalise(text)
}

/** A hidden tooltip that hangs below a title is no part of it. */
const lastText = (element: Element): Node | null => {
  let node = element.lastChild
  while (node !== null && node.nodeType !== 3 /* text */) node = node.previousSibling
  return node
}

/** One walk over all texts below `root`: cheap tests first, what is drawn is asked last. */
export const search = (root: Element): Found => {
  const leverages = new Set<Element>()
  const titles = new Map<Element, Title>()
  const tabs = new Map<Element, TabText>()
  const walker = root.ownerDocument.createTreeWalker(root, 4 /* texts */)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const raw = node.nodeValue ?? ''
    const element = node.parentElement
    if (element === null || raw.length > LONGEST_SYMBOL_TEXT || SILENT.has(element.tagName))
      continue
    if (MAY_BE_LEVERAGE.test(raw) && isDrawn(element)) leverages.add(element)
    if (raw.length > LONGEST_WORD || titles.has(element) || tabs.has(element)) continue
    const text =
      node.nextSibling === null && node.previousSibling === null ? normalise(raw) : ownText(element)
    if (!hasLetter(text)) continue
    const column = columnOf(text)
    if (column !== null && isDrawn(element))
      titles.set(element, { text, element, column, first: node, last: lastText(element) ?? node })
    const tab = tabOf(text)
    if (tab !== null && isDrawn(element)) tabs.set(element, { text, element, ...tab })
  }
  return { leverages: [...leverages], titles: [...titles.values()], tabs: [...tabs.values()] }
}
