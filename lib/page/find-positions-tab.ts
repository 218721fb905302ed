import { isTabInFront } from './is-tab-in-front'
import { isVisible } from './is-visible'
import { selectors } from './selectors'
import { textOf } from './text-tokens'
import type { TabMeaning, Vocabulary } from './vocabulary'

export type PositionsTab = {
  /** The widget that holds the tabs and their panes. */
  panel: Element
  /** `null`: nothing tells which tab is in front. */
  selected: boolean | null
  declared: number | null
}

/** How far above a tab its group may be. */
const CLIMB = 5

type NamedTab = { element: Element; meaning: TabMeaning }

/** A tab's text is short; longer ones are panes and widgets with an id of their own. */
const LONGEST = 60

const namedTabs = (root: Document, selector: string, vocabulary: Vocabulary): NamedTab[] =>
  [...root.querySelectorAll(selector)].flatMap((element): NamedTab[] => {
    if (element.textContent.length > LONGEST) return []
    const meaning = vocabulary.tabOf(textOf(element))
    return meaning !== null && isVisible(element) ? [{ element, meaning }] : []
  })

/** The lowest ancestor that holds Positions, Open Orders and a history, and the tabs in it. */
const groupOf = (
  positions: NamedTab,
  tabs: readonly NamedTab[],
): { group: Element; members: readonly NamedTab[] } | null => {
  let group: Element | null = positions.element
  for (let step = 0; step < CLIMB && group !== null; step += 1) {
    group = group.parentElement
    const members = tabs.filter(({ element }) => group?.contains(element))
    const has = (tab: TabMeaning['tab']) => members.some(({ meaning }) => meaning.tab === tab)
    if (group !== null && has('ordersTab') && has('historyTab')) return { group, members }
  }
  return null
}

/**
 * The page has several groups of tabs (order form, order types, sub-tabs of Open Orders). Those
 * meant hold Positions, Open Orders and a history.
 */
export const findPositionsTabs = (root: Document, vocabulary: Vocabulary): PositionsTab[] => {
  for (const selector of [selectors.tab, selectors.tabBeforeRoles]) {
    const tabs = namedTabs(root, selector, vocabulary)
    const found = tabs
      .filter(({ meaning }) => meaning.tab === 'positionsTab')
      .flatMap((tab): PositionsTab[] => {
        const place = groupOf(tab, tabs)
        if (place === null) return []
        const { group, members } = place
        return [
          {
            panel: group.closest(selectors.widget) ?? group.parentElement ?? group,
            selected: isTabInFront(
              tab.element,
              members.map(({ element }) => element),
            ),
            declared: tab.meaning.count,
          },
        ]
      })
    if (found.length > 0) return found
  }
  return []
}
