import { allRuns, type Run } from '../dom/runs'
import { hasLeverage, symbolIn } from '../scan/symbol'

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
  /(?:^| )(?:\d{1,3} ?[x×]|[x×] ?\d{1,3})(?: |$)/i.test(runs.map(({ text }) => text).join(' '))

/** `large`: elements that are known to hold more than a head. Asked of each leverage in one, a long list would take minutes. */
const anchorAround = (leverage: Element, large: Set<Element>): Anchor | null => {
  let at: Element | null = leverage
  for (let step = 0; step < CLIMB && at !== null; step += 1, at = at.parentElement) {
    if (large.has(at) || at.textContent.length > LONGEST_HEAD) {
      large.add(at)
      return null
    }
    const runs = allRuns(at)
    const symbols = runs.filter(({ text }) => symbolIn(text) !== null)
    const [symbol] = symbols
    if (symbol === undefined || !isLeverage(runs)) continue
    const names = new Set(symbols.map(({ text }) => symbolIn(text)))
    return names.size === 1 ? { element: at, symbol: symbol.element } : null
  }
  return null
}

/** Every symbol with a leverage, in document order. */
export const anchorsAt = (leverages: readonly Element[]): Anchor[] => {
  const anchors = new Map<Element, Anchor>()
  const large = new Set<Element>()
  for (const leverage of leverages) {
    const anchor = anchorAround(leverage, large)
    if (anchor !== null) anchors.set(anchor.symbol, anchor)
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
