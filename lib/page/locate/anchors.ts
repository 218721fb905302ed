import { splitPair } from '@/lib/margin'
import { onlyDistinct } from '../only'
import { largestAround } from '../dom/largest-around'
import { allRuns, drawnRuns, type Run } from '../dom/runs'
import { labelAndValue } from '../scan/label-and-value'
import { isPutAway } from '../dom/visible'
import { isMoney } from '../words/money'
import { hasLeverage, namesContract, symbolIn, withQuotes } from '../scan/symbol'
import { columnOf } from '../words/lexicon'

/** Where a position stands: a symbol, and the leverage where it is next to it. */
export type Anchor = {
  /** What holds both and nothing else of the row. */
  element: Element
  /** The element in which the symbol stands. */
  symbol: Element
  /** The leverage stands elsewhere in the row or card, or nowhere. */
  isBare: boolean
}

/** How far above its leverage a symbol may begin, and how much a row or card holds at most. */
const CLIMB = 9
const LONGEST_ROW = 1_500

const isLeverage = (runs: readonly Run[]): boolean =>
  runs.some(({ text }) => hasLeverage(text)) ||
  // "20" and "x" in two elements
  hasLeverage(runs.map(({ text }) => text).join(' '))

/** "60,012.5", "-1 BTC": neither a leverage nor the day of a dated contract, nor the end of "BTCUSD1 Perp". */
const AMOUNT = /\d[.,]\d|^[+-]\d|(?<![\p{L}\d])\d+ \p{Lu}|\d%/u

/** "XAU" right behind a figure is its unit, and so it is in one text with it. */
const isUnit = (name: string, before: string | undefined): boolean =>
  splitPair(name)?.quote === 'U' && /\d$/.test(before ?? '')

const withSymbols = (runs: readonly Run[]): readonly Run[] => {
  const joined = withQuotes(runs)
  return joined.filter(({ text }, at) => {
    const name = AMOUNT.test(text) || isMoney(text) ? null : symbolIn(text)
    return name !== null && !isUnit(name, joined[at - 1]?.text)
  })
}

/** Symbol, badge, leverage and mode: a label or an amount belongs to the rest of the row. */
const isHead = (runs: readonly Run[]): boolean =>
  withSymbols(runs).length === 1 &&
  !runs.some(
    ({ text }) => columnOf(text) !== null || labelAndValue(text) !== null || AMOUNT.test(text),
  )

/** The largest element around a symbol that is still a head. */
const headAround = (symbol: Element): Element =>
  largestAround(symbol, null, (at) => isHead(allRuns(at)))

/** The symbol of a leverage in this element. `null`: it has none; `undefined`: it may stand in what is around the element. */
const anchorIn = (element: Element): Anchor | null | undefined => {
  if (element.textContent.length > LONGEST_ROW) return null
  const runs = allRuns(element)
  const symbols = withSymbols(runs)
  const [first] = symbols
  if (first === undefined || !isLeverage(runs)) return undefined
  if (onlyDistinct(symbols.map(({ text }) => symbolIn(text))) === null) return null
  const { element: symbol } = first
  // All of a card, or of a row, is one element.
  return isHead(runs)
    ? { element, symbol, isBare: false }
    : { element: headAround(symbol), symbol, isBare: true }
}

/** "BTC/USDT 10x" may be a pair that is lent for on the spot market: with "Perp" it is a contract, whatever stands around it. */
export const isContract = ({ element, symbol }: Anchor): boolean =>
  !symbol.textContent.includes('/') || allRuns(element).some(({ text }) => namesContract(text))

/** Every symbol with a leverage, in document order. */
export const anchorsAt = (leverages: readonly Element[]): Anchor[] => {
  const anchors = new Map<Element, Anchor>()
  // Asked for each leverage in one, a long list would take minutes.
  const asked = new Map<Element, Anchor | null | undefined>()
  for (const leverage of leverages) {
    let at: Element | null = leverage
    for (let step = 0; step < CLIMB && at !== null; step += 1, at = at.parentElement) {
      if (!asked.has(at)) asked.set(at, anchorIn(at))
      const anchor = asked.get(at)
      if (anchor === undefined) continue
      if (anchor !== null) anchors.set(anchor.symbol, anchor)
      break
    }
  }
  return [...anchors.values()]
}

/** Every symbol, where the leverage stands in a column of its own, or nowhere. */
export const bareAnchorsIn = (panel: Element): Anchor[] =>
  withSymbols(drawnRuns(panel))
    .filter(({ element }) => !isPutAway(element))
    .map(({ element }) => ({ element: headAround(element), symbol: element, isBare: true }))

/** How many of these symbols stand in each element around one. */
export const countSymbols = (anchors: readonly Anchor[]): ReadonlyMap<Element, number> => {
  const counts = new Map<Element, number>()
  for (const symbol of new Set(anchors.map((anchor) => anchor.symbol))) {
    for (let at: Element | null = symbol; at !== null; at = at.parentElement) {
      counts.set(at, (counts.get(at) ?? 0) + 1)
    }
  }
  return counts
}
