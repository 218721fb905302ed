import { marketOf } from '../dom/address'
import { isTicked } from '../dom/ticked'
import { isDrawn } from '../dom/visible'
import { figureFrom, notInSight, styleOf } from '../locate/figures'
import { findWords, type WordPlaces } from '../locate/word-places'
import {
  type Field,
  type NumberField,
  type OpenOrder,
  type OpenOrdersReading,
  ordersOutOfSight,
} from '../reading'
import type { NumberStyle } from '../scan/number'
import { selectors } from '../selectors'
import { means, sideOf } from '../words/lexicon'
import { orderButtonOf } from '../words/order-button'
import type { Word } from '../words/dictionary'
import { contractsIn } from './contracts-in'
import { findOrderRows, type OrderRow, orderRowWords } from './order-rows'
import { findOrdersTab, type SubTab, subTabsIn, tabWords } from './orders-tab'

export const ordersWords = [...tabWords, ...orderRowWords] as const satisfies readonly Word[]

/** What each sub-tab showed when it was last in front, by its name. */
export type OrdersMemory = ReadonlyMap<string, { orders: readonly OpenOrder[]; readAt: number }>

export const noOrdersYet: OrdersMemory = new Map()

const kinds = [
  ['trailingStopOrder', 'trailing-stop'],
  ['takeProfitOrder', 'take-profit'],
  ['stopOrder', 'stop'],
  ['limitOrder', 'limit'],
  ['marketOrder', 'market'],
] as const

const kindOf = (texts: readonly string[]): OpenOrder['kind'] => {
  const found = kinds.find(([word]) => texts.some((text) => means(word, text)))
  return found?.[1] ?? 'unknown'
}

/** "Mark Price <= 57,000.0". */
const CONDITION = /[<>≤≥≦≧]=?\s*([\d.,' ]*\d)/u

const triggerOf = ({ fields, loose }: OrderRow, kind: OpenOrder['kind'], style: NumberStyle) => {
  const column = fields.get('triggerConditions')
  for (const text of column ?? loose) {
    const [, price] = CONDITION.exec(text) ?? []
    if (price !== undefined) return figureFrom(price, style).field
  }
  if (column !== undefined) {
    const only = figureFrom(column.join(' '), style).field
    return 'value' in only || only.missing === 'none' ? only : ({ missing: 'unparsed' } as const)
  }
  const hasNone = kind === 'limit' || kind === 'market'
  return { missing: hasNone ? 'none' : 'unknown' } as const
}

const quantityOf = ({ fields, loose }: OrderRow, style: NumberStyle): NumberField => {
  const texts = fields.get('size')
  if (texts !== undefined) {
    const [only = { missing: 'unparsed' as const }] = texts
      .map((text) => figureFrom(text, style).field)
      .filter((field) => 'value' in field || field.missing === 'none')
    return only
  }
  const [only, ...others] = loose
    .map((text) => figureFrom(text, style))
    .filter(({ field, unit }) => 'value' in field && unit !== '' && unit !== '%')
  return only !== undefined && others.length === 0 ? only.field : notInSight
}

const yesOrNo = (texts: readonly string[] | undefined): Field<boolean> => {
  if (texts === undefined) return notInSight
  for (const text of texts) {
    const yes = means('yes', text)
    if (yes !== means('no', text)) return { value: yes, text }
  }
  return { missing: 'unparsed', text: texts.join(' ') }
}

/** An order that closes the whole position says so in place of a quantity. */
const closeOf = (row: OrderRow, quantity: NumberField): Field<boolean> => {
  const own = yesOrNo(row.fields.get('closePosition'))
  if ('value' in own) return own
  const said = [...(row.fields.get('size') ?? []), ...row.loose].find((text) =>
    means('closePosition', text),
  )
  if (said !== undefined) return { value: true, text: said }
  return 'value' in quantity ? { value: quantity.value.isZero(), text: quantity.text } : notInSight
}

const orderOf = (row: OrderRow, style: NumberStyle, isInverse: boolean): OpenOrder => {
  const { fields, loose } = row
  const kind = kindOf(fields.get('orderType') ?? loose)
  const sides = fields.get('orderSide') ?? loose
  const button = sides.map(orderButtonOf).find((one) => one !== null) ?? null
  const side = sides.map(sideOf).find((one) => one !== null) ?? null
  const quantity = quantityOf(row, style)
  const closePosition = closeOf(row, quantity)
  const closes = 'value' in closePosition && closePosition.value
  const [symbol = null] = contractsIn([...(fields.get('symbol') ?? []), ...loose], isInverse)
  return {
    symbol,
    kind,
    direction: button?.direction ?? (side === null ? null : side === 'long' ? 'buy' : 'sell'),
    positionSide: button?.leg?.side ?? null,
    triggerPrice: triggerOf(row, kind, style),
    quantity: closes ? { missing: 'none' } : quantity,
    reduceOnly: yesOrNo(fields.get('reduceOnly')),
    closePosition,
  }
}

const ordersOf = (rows: readonly OrderRow[], isInverse: boolean): OpenOrder[] => {
  const texts = rows.flatMap(({ fields, loose }) => [...[...fields.values()].flat(), ...loose])
  const style = styleOf(texts)
  return rows.map((row) => orderOf(row, style, isInverse))
}

/** "Hide Other Symbols" leaves the orders of one contract. */
const isFiltered = (document: Document): boolean =>
  [...document.querySelectorAll(selectors.hideOtherSymbols)].some(
    (tick) => isDrawn(tick) && isTicked(tick) !== false,
  )

type OrdersResult = { reading: OpenOrdersReading; memory: OrdersMemory }

/** Whether what is known of each sub-tab is all that it counts. */
const isComplete = (
  memory: OrdersMemory,
  subTabs: readonly SubTab[],
  count: number | null,
): boolean => {
  const known = [...memory.values()].reduce((sum, { orders }) => sum + orders.length, 0)
  return (
    known === count &&
    subTabs.every(
      ({ name, count: own }) => own === null || own === (memory.get(name)?.orders.length ?? 0),
    )
  )
}

/**
 * The number of open orders, and the orders themselves as they stood when their pane, or each of its
 * sub-tabs, was last in front. "Open Orders(0)" says that there are none without their pane.
 */
export const readOrders = (
  document: Document,
  now: number,
  memory: OrdersMemory = noOrdersYet,
  places: WordPlaces = findWords(document, new Set(ordersWords)),
): OrdersResult => {
  const tab = findOrdersTab(places)
  const readAt =
    memory.size === 0 ? null : Math.max(...[...memory.values()].map((one) => one.readAt))
  const known = [...memory.values()].flatMap(({ orders }) => orders)
  const remembered = { orders: memory.size === 0 ? null : known, readAt }
  if (tab === null) return { reading: { ...ordersOutOfSight, ...remembered }, memory }
  const { declared: count } = tab
  if (count === 0) {
    return { reading: { count, orders: [], complete: true, readAt }, memory: noOrdersYet }
  }
  if (tab.selected !== true) {
    const complete = isComplete(memory, [], count)
    return { reading: { count, ...remembered, complete }, memory }
  }
  const subTabs = subTabsIn(places)
  const name = subTabs.find(({ selected }) => selected)?.name ?? ''
  const names = new Set(subTabs.length === 0 ? [''] : subTabs.map((one) => one.name))
  const next = new Map([...memory].filter(([other]) => names.has(other)))
  const isInverse = marketOf(document.location.pathname) === 'coinm'
  next.set(name, { orders: ordersOf(findOrderRows(places), isInverse), readAt: now })
  return {
    reading: {
      count,
      orders: [...next.values()].flatMap(({ orders }) => orders),
      complete: !isFiltered(document) && isComplete(next, subTabs, count),
      readAt: now,
    },
    memory: next,
  }
}
