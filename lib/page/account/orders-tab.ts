import { drawnRuns } from '../dom/runs'
import { selectedOf } from '../dom/selected'
import { isDrawn } from '../dom/visible'
import type { WordPlaces } from '../locate/word-places'
import { selectors } from '../selectors'
import { tabOf } from '../words/lexicon'
import type { Word } from '../words/dictionary'

export const tabWords = [
  'positionsTab',
  'ordersTab',
  'historyTab',
  'filterOrders',
] as const satisfies readonly Word[]

/** How many elements the tabs of one group may be apart from what holds them all. */
const CLIMB = 6

export type OrdersTab = {
  /** Holds the tabs of the panel. */
  group: Element
  /** n of "Open Orders(n)". */
  count: number | null
  inFront: boolean
}

const textOf = (element: Element): string =>
  drawnRuns(element)
    .map(({ text }) => text)
    .join(' ')

/** The lowest element that holds this label and one of another tab of the panel. */
const groupAround = (label: Element, others: readonly Element[]): Element | null => {
  let at = label.parentElement
  for (let step = 0; step < CLIMB && at !== null; step += 1, at = at.parentElement) {
    if (others.some((other) => at?.contains(other))) return at
  }
  return null
}

/** The tab of a group in which a label stands. */
const tabIn = (group: Element, label: Element): Element => {
  const marked = label.closest(selectors.tab)
  if (marked !== null && marked !== group && group.contains(marked)) return marked
  let at = label
  while (at.parentElement !== null && at.parentElement !== group) at = at.parentElement
  return at
}

/** Its count may stand in an element of its own; a translator writes it twice. */
const countOf = (tab: Element): number | null => {
  const texts = [textOf(tab), ...drawnRuns(tab).map(({ text }) => text)]
  return texts.flatMap((text) => tabOf(text)?.count ?? [])[0] ?? null
}

/** "Open Orders(3)" among the tabs of the panel; the same words stand in menus. `null`: none, or two. */
export const findOrdersTab = (places: WordPlaces): OrdersTab | null => {
  const labels = (word: Word) => (places.get(word) ?? []).filter(isDrawn)
  const others = [...labels('positionsTab'), ...labels('historyTab')]
  const found = labels('ordersTab').flatMap((label) => {
    const group = groupAround(label, others)
    return group === null ? [] : [{ group, tab: tabIn(group, label) }]
  })
  const distinct = found.filter(({ tab }, at) => found.findIndex((one) => one.tab === tab) === at)
  const [only, ...more] = distinct
  if (only === undefined || more.length > 0) return null
  const { tab, group } = only
  const siblings = others
    .filter((other) => group.contains(other))
    .map((other) => tabIn(group, other))
  return {
    group,
    count: countOf(tab),
    inFront: selectedOf([...new Set([tab, ...siblings])]) === tab,
  }
}

/** "Basic(5)" and "Conditional(1)" over the orders: each shows its own. */
export type SubTab = { name: string; count: number | null; selected: boolean }

const COUNT = /^(.*?)\s*(?:[([](\d{1,4})[)\]])?$/u

export const subTabsIn = (places: WordPlaces): SubTab[] => {
  const tabs = (places.get('filterOrders') ?? [])
    .filter(isDrawn)
    .map((label) => label.closest(selectors.tab) ?? label)
  if (tabs.length < 2) return []
  const selected = selectedOf(tabs)
  return tabs.map((tab) => {
    const [, name = '', count] = COUNT.exec(textOf(tab)) ?? []
    return { name, count: count === undefined ? null : Number(count), selected: tab === selected }
  })
}
