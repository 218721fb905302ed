import { normalise } from '../dom/normalise'
import { allRuns, type Run } from '../dom/runs'
import { labelAndValue } from '../scan/label-and-value'
import { hasLeverage, namesContract, symbolIn, withQuotes } from '../scan/symbol'
import { columnOf } from '../words/lexicon'

/** Where a position stands: a symbol with a leverage next to it. */
export type Anchor = {
  /** The smallest element that holds both. */
  element: Element
  /** The element in which the symbol stands. */
  symbol: Element
}

/** How far above its leverage a symbol may begin, and how much else may stand between the two. */
const CLIMB = 6
const LONGEST_HEAD = 160

const isLeverage = (runs: readonly Run[]): boolean =>
  runs.some(({ text }) => hasLeverage(text)) ||
  // "20" and "x" in two elements
  hasLeverage(runs.map(({ text }) => text).join(' '))

/** This many texts in front of a leverage are still next to it, where nothing holds the symbol and it alone. */
const TEXTS_BEFORE = 5

/** The symbol on the way back from a leverage, among all the texts of a row. */
const symbolBefore = (leverage: Element, row: Element): Anchor | null => {
  const walker = row.ownerDocument.createTreeWalker(row, 4 /* texts */)
  walker.currentNode = leverage
  for (let step = 0; step < TEXTS_BEFORE;) {
    const text = walker.previousNode()
    if (text === null) return null
    const value = normalise(text.nodeValue ?? '')
    if (value === '') continue
    step += 1
    const element = text.parentElement
    if (element !== null && symbolIn(value) !== null) return { element, symbol: element }
  }
  return null
}

/** `large`: elements that are known to hold more than a head. Asked of each leverage in one, a long list would take minutes. */
const anchorAround = (leverage: Element, large: Set<Element>): Anchor | null => {
  let at: Element | null = leverage
  for (let step = 0; step < CLIMB && at !== null; step += 1, at = at.parentElement) {
    if (large.has(at) || at.textContent.length > LONGEST_HEAD) {
      large.add(at)
      return symbolBefore(leverage, at)
    }
    const runs = allRuns(at)
    const symbols = withQuotes(runs).filter(({ text }) => symbolIn(text) !== null)
    const [symbol] = symbols
    if (symbol === undefined || !isLeverage(runs)) continue
    const names = new Set(symbols.map(({ text }) => symbolIn(text)))
    if (names.size !== 1) return null
    // All of a card is one element: its labels are no head.
    const isCard = runs.some(({ text }) => columnOf(text) !== null || labelAndValue(text) !== null)
    return { element: isCard ? symbol.element : at, symbol: symbol.element }
  }
  return null
}

/** "BTC/USDT 10x" may be a pair that is lent for on the spot market, "XAU" is gold before XA in U: with "Perp" each is a contract. */
const isContract = ({ element, symbol }: Anchor): boolean =>
  !/\/|^\s*XAU\s*$/.test(symbol.textContent) ||
  allRuns(element).some(({ text }) => namesContract(text))

/** Every symbol with a leverage, in document order. */
export const anchorsAt = (leverages: readonly Element[]): Anchor[] => {
  const anchors = new Map<Element, Anchor>()
  const large = new Set<Element>()
  for (const leverage of leverages) {
    const anchor = anchorAround(leverage, large)
    if (anchor !== null && isContract(anchor)) anchors.set(anchor.symbol, anchor)
  }
  return [...anchors.values()]
}

/** How many of these symbols stand in each element around one. */
export const countSymbols = (anchors: readonly Anchor[]): ReadonlyMap<Element, number> => {
  const counts = new Map<Element, number>()
  for (const { symbol } of anchors) {
    for (let at: Element | null = symbol; at !== null; at = at.parentElement) {
      counts.set(at, (counts.get(at) ?? 0) + 1)
    }
  }
  return counts
}
