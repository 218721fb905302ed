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

/** The tab around a word: its count may stand in an element of its own. */
const tabAround = (label: Element): Element => {
  const tab = label.closest(selectors.tab)
  if (tab !== null) return tab
  const parent = label.parentElement
  return parent !== null && tabOf(textOf(parent)) !== null ? parent : label
}

/** The lowest element that holds this tab and another one of the panel. */
const groupAround = (tab: Element, others: readonly Element[]): Element | null => {
  let at = tab.parentElement
  for (let step = 0; step < CLIMB && at !== null; step += 1, at = at.parentElement) {
    if (others.some((other) => at?.contains(other))) return at
  }
  return null
}

/** "Open Orders(3)" among the tabs of the panel; the same words stand in menus. `null`: none, or two. */
export const findOrdersTab = (places: WordPlaces): OrdersTab | null => {
  const tabs = (word: Word) => (places.get(word) ?? []).filter(isDrawn).map(tabAround)
  const others = [...tabs('positionsTab'), ...tabs('historyTab')]
  const found = tabs('ordersTab').flatMap((tab) => {
    const group = groupAround(tab, others)
    return group === null ? [] : [{ tab, group }]
  })
  const [only, ...more] = found
  if (only === undefined || more.length > 0) return null
  const { tab, group } = only
  const siblings = [tab, ...others.filter((other) => group.contains(other))]
  return {
    group,
    count: tabOf(textOf(tab))?.count ?? null,
    inFront: selectedOf(siblings) === tab,
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
