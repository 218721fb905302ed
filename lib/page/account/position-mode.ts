import { isDrawn } from '../dom/visible'
import { findWords, type WordPlaces } from '../locate/word-places'
import type { PositionMode, PositionReading } from '../page-reading'
import { selectors } from '../selectors'
import { buttonWords } from '../words/order-button'
import type { Word } from '../words/dictionary'

export const modeWords = [
  ...buttonWords,
  'openAction',
  'closeAction',
] as const satisfies readonly Word[]

type Leg = Pick<PositionReading, 'symbol' | 'side'>

/** In one-way mode one contract has one side. */
const hasTwoLegs = (rows: readonly Leg[]): boolean =>
  rows.some(
    (row) =>
      row.side === 'long' && rows.some(({ symbol, side }) => symbol === row.symbol && side === 'short'),
  )

/** "Open" and "Close" side by side over the order form: the tabs of hedge mode. */
const hasOpenAndClose = (document: Document, drawn: (word: Word) => Element[]): boolean => {
  if ([...document.querySelectorAll(selectors.orderAction)].some(isDrawn)) return true
  const closing = drawn('closeAction')
  // A legend of the chart says "Open … High … Low … Close".
  return drawn('openAction').some((open) => {
    const next = (open.closest(selectors.tab) ?? open).nextElementSibling
    return closing.some((close) => next?.contains(close))
  })
}

/**
 * Hedge mode by two legs of one contract, or by the form's tabs and buttons for opening and closing;
 * one-way mode by its buttons "Buy/Long" and "Sell/Short". What contradicts itself is unknown.
 */
export const readPositionMode = (
  document: Document,
  rows: readonly Leg[],
  places: WordPlaces = findWords(document, new Set(modeWords)),
): PositionMode | 'unknown' => {
  const drawn = (word: Word) => (places.get(word) ?? []).filter(isDrawn)
  const has = (word: Word) => drawn(word).length > 0
  const isOneWay = has('buyLong') && has('sellShort')
  const isHedge =
    hasTwoLegs(rows) ||
    (has('openLong') && has('openShort')) ||
    (has('closeLong') && has('closeShort')) ||
    hasOpenAndClose(document, drawn)
  if (isHedge) return isOneWay ? 'unknown' : 'hedge'
  return isOneWay ? 'one-way' : 'unknown'
}
