import { findWords, type WordPlaces } from '../locate/word-places'
import type { AccountReading, OpenOrdersReading, PositionMode, TickerReading } from '../reading'
import type { Word } from '../words/dictionary'
import { type MarkObservation, markStillSince, observeMark } from './observe-mark'
import { modeWords, readFormMode } from './position-mode'
import { accountWords, readAccount } from './read-account'
import { noOrdersYet, type OrdersMemory, ordersWords, readOrders } from './read-orders'
import { readTicker, tickerWords } from './read-ticker'

/** Everything around the positions table. */
export type Around = {
  account: AccountReading
  ticker: TickerReading
  openOrders: OpenOrdersReading
  /** By the order form alone. */
  formMode: PositionMode | 'unknown'
}

/** Owned by what reads one page again and again. */
export type AroundMemory = {
  /** Where words of ours stand: `null` until the page was searched. */
  places: WordPlaces | null
  searchedAt: number
  orders: OrdersMemory
  mark: MarkObservation | null
}

export const emptyAroundMemory = (): AroundMemory => ({
  places: null,
  searchedAt: Number.NEGATIVE_INFINITY,
  orders: noOrdersYet,
  mark: null,
})

const words: ReadonlySet<Word> = new Set([
  ...accountWords,
  ...tickerWords,
  ...ordersWords,
  ...modeWords,
])

/** How often the page is searched for what has appeared. What has gone is noticed at once. */
const SEARCH_EVERY_MS = 1_000

const isGone = (places: WordPlaces): boolean =>
  [...places.values()].some((elements) => elements.some(({ isConnected }) => !isConnected))

const placesIn = (document: Document, now: number, memory: AroundMemory): WordPlaces => {
  const { places, searchedAt } = memory
  const isFresh = now >= searchedAt && now - searchedAt < SEARCH_EVERY_MS
  if (places !== null && isFresh && !isGone(places)) return places
  memory.searchedAt = now
  return (memory.places = findWords(document, words))
}

/** Reads what stands around the table. */
export const readAround = (document: Document, now: number, memory: AroundMemory): Around => {
  const places = placesIn(document, now, memory)
  const ticker = readTicker(document, now, places)
  const orders = readOrders(document, now, memory.orders, places)
  memory.orders = orders.memory
  memory.mark = observeMark(memory.mark, ticker, now)
  return {
    account: readAccount(document, places),
    ticker: { ...ticker, markStillSince: markStillSince(memory.mark, now) },
    openOrders: orders.reading,
    formMode: readFormMode(document, places),
  }
}
