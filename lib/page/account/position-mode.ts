import { isDrawn } from '../dom/visible'
import { findWords, type WordPlaces } from '../locate/word-places'
import type { PositionMode, PositionReading } from '../reading'
import { selectors } from '../selectors'
import { buttonWords } from '../words/order-button'
import type { Word } from '../words/dictionary'

export const modeWords = [
  ...buttonWords,
  'openAction',
  'closeAction',
] as const satisfies readonly Word[]

/** In one-way mode a contract has one position. */
const hasTwoLegs = (rows: readonly Pick<PositionReading, 'symbol'>[]): boolean =>
  new Set(rows.map(({ symbol }) => symbol)).size < rows.length

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

/** What the order form says: tabs or buttons for opening and closing, or "Buy/Long" and "Sell/Short". */
export const readFormMode = (
  document: Document,
  places: WordPlaces = findWords(document, new Set(modeWords)),
): PositionMode | 'unknown' => {
  const drawn = (word: Word) => (places.get(word) ?? []).filter(isDrawn)
  const has = (word: Word) => drawn(word).length > 0
  const isOneWay = has('buyLong') && has('sellShort')
  const isHedge =
    (has('openLong') && has('openShort')) ||
    (has('closeLong') && has('closeShort')) ||
    hasOpenAndClose(document, drawn)
  if (isHedge && isOneWay) return 'unknown'
  return isHedge ? 'hedge' : isOneWay ? 'one-way' : 'unknown'
}

/** Two legs of one contract are hedge mode; where the form says otherwise, nobody knows. */
export const positionModeOf = (
  rows: readonly Pick<PositionReading, 'symbol'>[],
  form: PositionMode | 'unknown',
): PositionMode | 'unknown' => {
  if (!hasTwoLegs(rows)) return form
  return form === 'one-way' ? 'unknown' : 'hedge'
}
