import { hasLetter } from '../words/fold'
import { withoutAsset, wordsIn } from '../words/lexicon'
import type { Word } from '../words/dictionary'
import { normalise } from '../dom/normalise'

/** Longer texts are sentences; the longest label known has 43 characters. */
const LONGEST_LABEL = 60

/** "Funding (4h) / Countdown" is one word whatever the interval, "Margin Balance (USDT)" whatever the asset. */
export const bareLabel = (text: string): string =>
  withoutAsset(text.replace(/\s*\(\d{1,2} ?h\)/i, ''))

/** "Avbl: 100.00 USDT", "Open Orders(3)": the word in front of a figure. */
const FIGURE_BEHIND =
  /\s*[:：]?\s*(?:[([]\s*)?(?:[+-]?\d[^\p{L}]*(?:\p{L}[\p{L}\p{N}]*)?|-{2,3}(?: \S+)?|\*{2,}(?: \S+)?)$/u

/** What a text means, or what names the figure that stands in the same text. */
const meaningsOf = (raw: string): ReadonlySet<Word> => {
  const text = bareLabel(normalise(raw))
  const whole = wordsIn(text)
  return whole.size > 0 ? whole : wordsIn(text.replace(FIGURE_BEHIND, ''))
}

/** The element of each text that means one of these words, in document order. */
export type WordPlaces = ReadonlyMap<Word, readonly Element[]>

const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'TEXTAREA', 'OPTION'])

/**
 * Where the words stand, in one walk over all texts: 2 ms on a page of 15,000 elements. Whether they are
 * drawn is asked of the few that are found.
 */
export const findWords = (root: Document | Element, wanted: ReadonlySet<Word>): WordPlaces => {
  const found = new Map<Word, Element[]>()
  const document = root.nodeType === 9 /* document */ ? (root as Document) : root.ownerDocument
  const walker = document?.createTreeWalker(root, 4 /* texts */)
  for (let node = walker?.nextNode() ?? null; node !== null; node = walker?.nextNode() ?? null) {
    let text = node.nodeValue ?? ''
    if (text.length > LONGEST_LABEL || !hasLetter(text)) continue
    // React splits "Funding (" "4" "h)" into texts of one element.
    for (let next = node.nextSibling; next?.nodeType === 3 /* text */; next = next.nextSibling) {
      text += next.nodeValue ?? ''
    }
    for (const word of meaningsOf(text)) {
      if (!wanted.has(word)) continue
      const element = node.parentElement
      if (element === null || SILENT.has(element.nodeName)) continue
      const elements = found.get(word)
      if (elements === undefined) found.set(word, [element])
      else elements.push(element)
    }
  }
  return found
}
