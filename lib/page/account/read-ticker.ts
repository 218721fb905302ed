import { only } from '../only'
import { pageSymbol } from '../dom/address'
import { drawnRuns } from '../dom/runs'
import { isDrawn } from '../dom/visible'
import { figureFrom, type Figures, figuresIn, notInSight, styleOf } from '../locate/figures'
import { isNamed } from '../locate/labelled-figures'
import { findWords, type WordPlaces } from '../locate/word-places'
import type { Field, NumberField, TickerReading } from '../reading'
import type { Word } from '../words/dictionary'
import { isTooWide } from './read-account'

/** Labels that stand in the line over the chart and in no table of positions. */
const ownWords = ['fundingCountdown', 'index', 'dayHigh', 'dayLow'] as const

export const tickerWords = ['mark', 'last', ...ownWords] as const satisfies readonly Word[]

/** How far above a label the line that holds the others may be. */
const CLIMB = 6

/** The lowest element around one of the line's own labels that holds the mark price's as well. */
const lineAround = (label: Element, marks: readonly Element[]): Element | null => {
  let at: Element | null = label.parentElement
  for (let step = 0; step <= CLIMB && at !== null; step += 1, at = at.parentElement) {
    if (marks.some((mark) => mark !== label && at?.contains(mark))) return at
  }
  return null
}

/** The one line in which the mark price is named once, with its figure; of two nobody knows which is the page's. */
const lineIn = (places: WordPlaces): { element: Element; figures: Figures } | null => {
  const drawn = (word: Word) => (places.get(word) ?? []).filter(isDrawn)
  const marks = drawn('mark')
  const found = new Set(
    ownWords
      .flatMap(drawn)
      .flatMap((label) => lineAround(label, marks) ?? [])
      // A mark price in the picture of a trade that is shared, a countdown somewhere else: most of the page is no line.
      .filter((line) => !isTooWide(line, places)),
  )
  const outermost = [...found].filter(
    (line) => ![...found].some((other) => other !== line && other.contains(line)),
  )
  return only(
    outermost
      .map((element) => ({ element, figures: figuresIn(element) }))
      // The titles of a table, "Mark Price" and "Funding", name no figure of their line.
      .filter(({ figures }) => figures.all('mark').length === 1),
  )
}

const COUNTDOWN = /(?:^|\s)(\d{1,2}):(\d{2}):(\d{2})$/

const countdownIn = (line: Element, now: number): Field<number> => {
  const texts = drawnRuns(line).flatMap(({ text }) => (COUNTDOWN.test(text) ? [text] : []))
  const [text, ...others] = texts
  const [printed, hours, minutes, seconds] = COUNTDOWN.exec(text ?? '') ?? []
  if (printed === undefined || others.length > 0) return { missing: 'unparsed' }
  const left = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return Number(minutes) < 60 && Number(seconds) < 60
    ? { value: now + left * 1000, text: printed.trim() }
    : { missing: 'unparsed', text: printed.trim() }
}

const fundingRateIn = ({ all }: Figures): NumberField => {
  const [rate, ...others] = all('fundingCountdown').filter(({ unit }) => unit === '%')
  return rate !== undefined && others.length === 0 ? rate.field : { missing: 'unparsed' }
}

/** The title of the page, "75,770.1 | BTCUSDT Perp …", moves with every trade (screenshots, 2026). */
const inTitle = (document: Document, symbol: string | null): string | null => {
  const [, price, name] = /^\s*([\d.,\s']*\d)\s*\|\s*(\S+)/u.exec(document.title) ?? []
  const [pair = ''] = symbol?.split('_') ?? []
  return price !== undefined && pair !== '' && name === pair ? price : null
}

/** Last and mark price differ by less than this factor; what does not is another figure. */
const NEAR = 2

const isNear = (price: NumberField, mark: NumberField): boolean =>
  'value' in price &&
  'value' in mark &&
  price.value.lt(mark.value.times(NEAR)) &&
  price.value.gt(mark.value.div(NEAR))

/** Labelled, or the first figure of the line, which no word names, or in the title. */
const lastPriceIn = (document: Document, { of, labelled, style }: Figures): NumberField => {
  const [named, mark] = [of('last').field, of('mark').field]
  if ('value' in named) return named
  // "4USDT" may be an amount.
  const first = labelled.find(({ figure }) => figureFrom(figure.text, style).unit === '')
  if (first !== undefined && !tickerWords.some((word) => isNamed(word, first.labels))) {
    const { field, signed } = figureFrom(first.figure.text, style)
    if (!signed && isNear(field, mark)) return field
  }
  const title = inTitle(document, pageSymbol(document))
  if (title === null) return named
  // Nothing but the line itself says that the title is printed as the line is.
  const prices = [style, styleOf([title])].map((one) => figureFrom(title, one).field)
  return prices.find((price) => isNear(price, mark)) ?? named
}

/** The line over the chart: mark and last price, the day's range, funding rate and when it is next paid. */
export const readTicker = (
  document: Document,
  now: number,
  places: WordPlaces = findWords(document, new Set(tickerWords)),
): TickerReading => {
  const symbol = pageSymbol(document)
  const line = lineIn(places)
  if (line === null) {
    const title = inTitle(document, symbol)
    return {
      symbol,
      markPrice: notInSight,
      lastPrice: title === null ? notInSight : figureFrom(title, styleOf([title])).field,
      markStillSince: null,
      dayHigh: notInSight,
      dayLow: notInSight,
      fundingRate: notInSight,
      nextFundingAt: notInSight,
    }
  }
  const { element, figures } = line
  const hasFunding = figures.labelled.some(({ labels }) => isNamed('fundingCountdown', labels))
  return {
    symbol,
    markPrice: figures.of('mark').field,
    lastPrice: lastPriceIn(document, figures),
    markStillSince: null,
    dayHigh: figures.of('dayHigh').field,
    dayLow: figures.of('dayLow').field,
    fundingRate: hasFunding ? fundingRateIn(figures) : notInSight,
    nextFundingAt: hasFunding ? countdownIn(element, now) : notInSight,
  }
}
