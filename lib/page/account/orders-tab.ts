import { textOf } from '../dom/runs'
import { selectedOf } from '../dom/selected'
import { isDrawn } from '../dom/visible'
import { tabsNamed } from '../locate/tabs'
import type { WordPlaces } from '../locate/word-places'
import { only } from '../only'
import { selectors } from '../selectors'
import { tabs, type Word } from '../words/dictionary'
import { tabOf } from '../words/lexicon'

export const tabWords = [...tabs, 'filterOrders'] as const satisfies readonly Word[]

/** "Open Orders(3)" among the tabs of the panel; the same words stand in menus. `null`: none, or two. */
export const findOrdersTab = (places: WordPlaces) => {
  const labels = tabs.flatMap((tab) =>
    (places.get(tab) ?? [])
      .filter(isDrawn)
      .map((element) => ({ tab, element, count: tabOf(textOf(element))?.count ?? null })),
  )
  const found = tabsNamed('ordersTab', labels)
  return only(new Map(found.map((tab) => [tab.element, tab])).values())
}

/** "Basic(5)" and "Conditional(1)" over the orders: each shows its own. */
export type SubTab = { name: string; count: number | null; selected: boolean }

const COUNT = /^(.*?)\s*(?:[([](\d{1,4})[)\]])?$/u

export const subTabsIn = (places: WordPlaces): SubTab[] => {
  const subTabs = (places.get('filterOrders') ?? [])
    .filter(isDrawn)
    .map((label) => label.closest(selectors.tab) ?? label)
  if (subTabs.length < 2) return []
  const selected = selectedOf(subTabs)
  return subTabs.map((tab) => {
    const [, name = '', count] = COUNT.exec(textOf(tab)) ?? []
    return { name, count: count === undefined ? null : Number(count), selected: tab === selected }
  })
}
