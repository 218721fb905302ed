import { middleY, overlapX } from '../dom/box'
import { isBefore } from '../dom/is-before'
import { isDrawn } from '../dom/visible'
import type { Laid } from '../locate/label-of'
import { laidTexts } from '../locate/labelled-figures'
import { type Placed, placedTexts } from '../locate/placed-texts'
import type { WordPlaces } from '../locate/word-places'
import { symbolIn } from '../scan/symbol'
import type { Word } from '../words/dictionary'
import { means, sideOf, wordsIn } from '../words/lexicon'
import { orderButtonOf } from '../words/order-button'

/** What an order prints under or behind words of ours, and what stands there without one. */
export type OrderRow = {
  fields: ReadonlyMap<OrderWord, readonly string[]>
  loose: readonly string[]
}

const titles = [
  'symbol',
  'orderType',
  'orderSide',
  'price',
  'size',
  'triggerConditions',
  'reduceOnly',
  'closePosition',
] as const satisfies readonly Word[]
export type OrderWord = (typeof titles)[number]

export const orderKindWords = [
  'limitOrder',
  'marketOrder',
  'stopOrder',
  'takeProfitOrder',
  'trailingStopOrder',
] as const satisfies readonly Word[]

export const orderRowWords = ['orderType', 'orderSide', ...orderKindWords] as const

const titleOf = (text: string): OrderWord | null => {
  const words = wordsIn(text)
  return titles.find((word) => words.has(word)) ?? (words.has('amount') ? 'size' : null)
}

const isLeverage = (text: string): boolean => /^(?:\D* )?(?:\d{1,3}x|x\d{1,3})$/i.test(text)

const isDirection = (text: string): boolean => orderButtonOf(text) !== null || sideOf(text) !== null

const isKind = (text: string): boolean => orderKindWords.some((word) => means(word, text))

/** "Amount 0.020 BTC": labels inside of a card, each before its value; one without is a value itself. */
const byLabels = (texts: readonly Placed[]): OrderRow => {
  const fields = new Map<OrderWord, string[]>()
  const loose: string[] = []
  const labels = new Map<OrderWord, string>()
  let values = loose
  for (const { text } of texts) {
    // "Amount": "Close Position" is a value there.
    const isValue = values === fields.get('size') && values.length === 0
    const title = isValue || isKind(text) || isDirection(text) ? null : titleOf(text)
    if (title === null) values.push(text)
    else {
      labels.set(title, text)
      fields.set(title, (values = []))
    }
  }
  for (const [title, text] of labels) {
    if (fields.get(title)?.length !== 0) continue
    fields.delete(title)
    loose.push(text)
  }
  return { fields, loose }
}

/** An order has a symbol, a kind and a direction, and no leverage: a position's buttons say "Limit" too. */
const isOrder = (texts: readonly Placed[]): boolean =>
  texts.some(({ text }) => isKind(text)) &&
  texts.some(({ text }) => isDirection(text)) &&
  !texts.some(({ text }) => isLeverage(text))

const CLIMB = 8

/** The row or card around the kind of an order: the highest element that holds one symbol and no tab. */
const rowAround = (kind: Element, tabs: readonly Element[]): Element | null => {
  let row: Element | null = null
  let at: Element | null = kind
  for (let step = 0; step <= CLIMB && at !== null; step += 1, at = at.parentElement) {
    if (tabs.some((tab) => at?.contains(tab))) break
    const symbols = placedTexts(at).filter(({ text }) => symbolIn(text) !== null)
    if (symbols.length > 1) break
    if (symbols.length === 1) row = at
  }
  return row
}

const withoutHeader = (places: WordPlaces): OrderRow[] => {
  const kinds = orderKindWords.flatMap((word) => places.get(word) ?? []).filter(isDrawn)
  const tabs = [...(places.get('ordersTab') ?? []), ...(places.get('filterOrders') ?? [])]
  const rows = new Set(kinds.flatMap((kind) => rowAround(kind, tabs) ?? []))
  return [...rows]
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .map(placedTexts)
    .filter(isOrder)
    .map(byLabels)
}

/** `null`: a column that nobody asks for. */
type Title = { word: OrderWord | null; at: Laid }

const titleOver = (text: Laid, header: readonly Title[]): Title | null => {
  const shared = ({ at }: Title) => overlapX(at.room, text.room)
  const best = header.reduce<Title | null>(
    (most, one) => (most === null || shared(one) > shared(most) ? one : most),
    null,
  )
  return best !== null && shared(best) > 0 ? best : null
}

/** The rows of a table by where they lie: each text belongs to the title that it lies under. */
const underHeader = (table: Element, header: readonly Title[]): OrderRow[] => {
  const foot = Math.max(...header.map(({ at }) => at.box.bottom))
  const below = laidTexts(table).filter(({ box }) => box.top >= foot - 2)
  const anchors = below
    .filter((text) => symbolIn(text.text) !== null)
    .sort((a, b) => middleY(a.box) - middleY(b.box))
  const rows = anchors.map((): { fields: Map<OrderWord, string[]>; loose: string[] } => ({
    fields: new Map(header.flatMap(({ word }) => (word === null ? [] : [[word, []]]))),
    loose: [],
  }))
  for (const text of below) {
    const distance = (anchor: Laid) => Math.abs(middleY(anchor.box) - middleY(text.box))
    const nearest = anchors.reduce<number>(
      (best, anchor, at) => {
        const known = anchors[best]
        return known === undefined || distance(anchor) < distance(known) ? at : best
      },
      anchors.length === 0 ? -1 : 0,
    )
    const row = rows[nearest]
    if (row === undefined) continue
    const title = titleOver(text, header)
    if (title === null) row.loose.push(text.text)
    else if (title.word !== null) row.fields.get(title.word)?.push(text.text)
  }
  return rows.filter(isUnderAll)
}

/** Another table may stand below, whose figures lie under these titles by chance. */
const isUnderAll = ({ fields, loose }: OrderRow): boolean => {
  const has = (word: OrderWord, holds: (text: string) => boolean) => fields.get(word)?.some(holds)
  const isNamed =
    has('symbol', (text) => symbolIn(text) !== null) ??
    loose.some((text) => symbolIn(text) !== null)
  const isKnown = has('orderType', isKind) === true || has('orderSide', isDirection) === true
  return isNamed && isKnown && ![...fields.values(), loose].some((texts) => texts.some(isLeverage))
}

/** The titles on the line of "Type", and the lowest element that holds rows under them. */
const tableAround = (title: Element): { table: Element; header: Title[] } | null => {
  let at = title.parentElement
  for (let step = 0; step <= CLIMB && at !== null; step += 1, at = at.parentElement) {
    const texts = laidTexts(at)
    const own = texts.find(({ element }) => element === title)
    if (own === undefined) continue
    const header = texts.flatMap((text): Title[] => {
      const isOnLine = Math.abs(middleY(text.box) - middleY(own.box)) < own.box.bottom - own.box.top
      return isOnLine ? [{ word: titleOf(text.text), at: text }] : []
    })
    const hasRows = texts.some(
      ({ text, box }) => symbolIn(text) !== null && box.top >= own.box.bottom - 2,
    )
    const words = new Set(header.map(({ word }) => word))
    if (hasRows && words.has('orderType') && words.has('orderSide')) return { table: at, header }
  }
  return null
}

/** The open orders in sight: rows under titles, or rows and cards that say by themselves what they are. */
export const findOrderRows = (places: WordPlaces): OrderRow[] => {
  for (const title of (places.get('orderType') ?? []).filter(isDrawn)) {
    const found = tableAround(title)
    if (found !== null) return underHeader(found.table, found.header)
  }
  return withoutHeader(places)
}
