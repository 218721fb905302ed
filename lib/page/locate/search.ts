import type { Run } from '../dom/runs'
import { normalise } from '../dom/normalise'
import { isDrawn } from '../dom/visible'
import { type Column } from '../words/dictionary'
import { hasLetter } from '../words/fold'
import { columnOf, type TabMeaning, tabOf, titlesIn, wordsIn } from '../words/lexicon'

export type Title = Run & { column: Column }
export type TabText = { element: Element } & TabMeaning

/** What one walk over the texts of the page finds. */
export type Found = {
  /** Elements in whose own text a leverage stands, or the "x" of one. */
  leverages: readonly Element[]
  titles: readonly Title[]
  tabs: readonly TabText[]
  /** Texts that end in a number, in any language. */
  counted: readonly Element[]
  /** Words of the order form and of the account: no position has them. */
  outside: readonly Element[]
  /** What the page says in place of rows. */
  notices: readonly { element: Element; word: 'noPosition' | 'logIn' }[]
}

const NOTICES = ['noPosition', 'logIn'] as const

const OUTSIDE = ['available', 'cost', 'marginBalance', 'maintenanceMargin'] as const

const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TEXTAREA'])

/** The longest spelling of a word that is sought; longer texts are sentences, data and scripts. */
const LONGEST_WORD = 48
const LONGEST_SYMBOL_TEXT = 120

const MAY_BE_LEVERAGE = /\d\p{Cf}*[x×]|\d\s[x×](?!\p{L})|[x×]\p{Cf}*\d|^\s*[x×]\s*$/iu

/** "Positions (5)" in some language, or "Positions" and a badge with "5". Asked of every text: in one pass. */
export const COUNTED = /^(?=\P{N}*\p{L})\P{N}*(?:[([]| (?=\d+$))(\d{1,4})[)\]]?$/u

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

/** "Size / Margin" are two titles over one cell. Asked of every text: one without a slash is looked up once. */
const columnsOf = (text: string): Column[] => {
  const whole = columnOf(text)
  const parts = whole === null && text.includes('/') ? titlesIn(text).map(columnOf) : [whole]
  const known = parts.filter((column) => column !== null)
  return known.length === parts.length ? known : []
}

/** One walk over all texts below `root`: cheap tests first, what is drawn is asked last. */
export const search = (root: Element): Found => {
  const leverages = new Set<Element>()
  const titles = new Map<Element, Title[]>()
  const tabs = new Map<Element, TabText>()
  const counted: Element[] = []
  const outside: Element[] = []
  const notices: Found['notices'][number][] = []
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
    const known = columnsOf(text)
    if (known.length > 0 && isDrawn(element)) {
      const run = { text, element, first: node, last: lastText(element) ?? node }
      titles.set(
        element,
        known.map((column) => ({ ...run, column })),
      )
    }
    const words = wordsIn(text)
    const notice = NOTICES.find((word) => words.has(word))
    if (notice !== undefined && isDrawn(element)) notices.push({ element, word: notice })
    // "保证金" is what an order costs, and the margin of a position.
    if (known.length === 0 && OUTSIDE.some((word) => words.has(word))) outside.push(element)
    if (COUNTED.test(text)) counted.push(element)
    const tab = tabOf(text)
    if (tab !== null && isDrawn(element)) tabs.set(element, { element, ...tab })
  }
  return {
    leverages: [...leverages],
    titles: [...titles.values()].flat(),
    tabs: [...tabs.values()],
    counted,
    outside,
    notices,
  }
}
