import { isVisible } from './is-visible'
import type { ReadFailure } from './page-reading'
import { selectors } from './selectors'
import { textOf } from './text-tokens'
import { type TabMeaning, tabMeaning } from './words'

export type PositionsTab = {
  /** The widget that holds the tabs and their panes. */
  panel: Element
  selected: boolean
  declared: number | null
}

/** How far above a tab its group may be. */
const CLIMB = 5

type NamedTab = { element: Element; meaning: TabMeaning }

const groupOf = (positions: NamedTab, tabs: readonly NamedTab[]): Element | null => {
  let group: Element | null = positions.element
  for (let step = 0; step < CLIMB && group !== null; step += 1) {
    group = group.parentElement
    const within = tabs.filter(({ element }) => group?.contains(element))
    const has = (tab: TabMeaning['tab']) => within.some(({ meaning }) => meaning.tab === tab)
    if (has('orders') && has('history')) return group
  }
  return null
}

/**
 * The page has several groups of tabs (order form, order types, sub-tabs of Open Orders). The one
 * meant holds Positions, Open Orders and a history.
 */
export const findPositionsTab = (root: Document): PositionsTab | ReadFailure => {
  const tabs = [...root.querySelectorAll(selectors.tab)].flatMap((element): NamedTab[] => {
    const meaning = tabMeaning(textOf(element))
    return meaning !== null && isVisible(element) ? [{ element, meaning }] : []
  })
  const found = tabs
    .filter(({ meaning }) => meaning.tab === 'positions')
    .flatMap((tab) => {
      const group = groupOf(tab, tabs)
      return group === null ? [] : [{ tab, group }]
    })
  const [first, ...others] = found
  if (first === undefined) return { code: 'no-positions-tab' }
  if (others.length > 0) return { code: 'ambiguous-tabs', detail: String(found.length) }
  return {
    panel: first.group.closest(selectors.widget) ?? first.group.parentElement ?? first.group,
    selected: first.tab.element.getAttribute('aria-selected') === 'true',
    declared: first.tab.meaning.count,
  }
}
