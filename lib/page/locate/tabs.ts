import { textOf } from '../dom/runs'
import { selectedOf } from '../dom/selected'
import { isDrawn } from '../dom/visible'
import { tabOf } from '../words/lexicon'
import { selectors } from '../selectors'
import { COUNTED, type Found, type TabText } from './search'

/** The tab of the positions, or of the orders, among the others of the panel. */
export type PanelTab = {
  element: Element
  /** The smallest element that holds the tabs. */
  group: Element
  /** `null`: nothing tells which tab is in front. */
  selected: boolean | null
  /** n of "Positions(n)", "Open Orders(n)". */
  declared: number | null
}

/** All that a tab shows: its text with the count, and whether it is in front. Changed, everything is read again. */
export const looksOf = ({ element }: PanelTab): string =>
  [
    element.isConnected,
    element.className,
    element.getAttribute('aria-selected'),
    element.textContent,
  ].join('|')

/** How far above a tab its group may be. */
const CLIMB = 7
const LONGEST_TAB = 60

/** The element of a tab: what says whether it is in front, and holds the count where that is apart. */
const tabElement = ({ element }: TabText, group: Element): Element => {
  const role = element.closest('[role="tab"], [aria-selected]')
  if (role !== null && group.contains(role) && role !== group) return role
  let at = element
  while (at.parentElement !== null && at.parentElement !== group) at = at.parentElement
  return at
}

const countOf = (tab: TabText, element: Element): number | null => {
  if (tab.count !== null || element.textContent.length > LONGEST_TAB) return tab.count
  return tabOf(textOf(element))?.count ?? null
}

const appearance = (element: Element): string =>
  [...element.classList]
    .map((name) => name.replace(/^css-.*/, 'css'))
    .sort()
    .join(' ') + String(element.children.length)

/** The tab in front says so, or is the only one of its group that is drawn unlike all the others. */
const isInFront = (tab: Element, group: readonly Element[]): boolean | null => {
  const declared = tab.getAttribute('aria-selected')
  if (declared !== null) return declared === 'true'
  const all = group.map(appearance)
  const odd = all.filter((one) => all.filter((other) => other === one).length === 1)
  if (new Set(all).size === 2 && odd.length === 1 && group.length >= 3) {
    return appearance(tab) === odd[0]
  }
  const selected = selectedOf(group)
  return selected === null ? null : selected === tab
}

/** The tabs with this word, whatever the elements are, each in the lowest element that holds another tab of the panel. */
export const tabsNamed = (word: TabText['tab'], tabs: readonly TabText[]): PanelTab[] =>
  tabs.flatMap((own): PanelTab[] => {
    if (own.tab !== word) return []
    let group = own.element.parentElement
    for (let step = 0; step < CLIMB && group !== null; step += 1, group = group.parentElement) {
      const around = group
      const members = tabs.filter(({ element }) => around.contains(element))
      if (!members.some(({ tab }) => tab !== word)) continue
      const element = tabElement(own, group)
      const others = [...new Set(members.map((member) => tabElement(member, around)))]
      return [
        {
          element,
          group,
          selected: isInFront(element, others),
          declared: countOf(own, element),
        },
      ]
    }
    return []
  })

/** The panel below the chart has this many tabs at least, no other group has. */
const LEAST_TABS = 4

/** "Hide Other Symbols" stands among the tabs. */
const isTab = (element: Element): boolean =>
  isDrawn(element) &&
  element.querySelector(selectors.tick) === null &&
  !element.matches(selectors.tick)

/** Where no word is known: tabs of which the first (Positions in every build) has a count. */
const byShape = (root: Document, counted: readonly Element[]): PanelTab[] => {
  const found = [...root.querySelectorAll(selectors.tab), ...counted]
  const groups = new Set(found.map(({ parentElement }) => parentElement))
  return [...groups].flatMap((group): PanelTab[] => {
    const members = [...(group?.children ?? [])].filter(isTab)
    const [first] = members
    const count = first === undefined ? undefined : COUNTED.exec(textOf(first))?.[1]
    if (group === null || first === undefined || count === undefined) return []
    const selected = members.length < LEAST_TABS ? null : isInFront(first, members)
    return selected === null ? [] : [{ element: first, group, selected, declared: Number(count) }]
  })
}

/** Groups that say the same are one; `ambiguous`: several that do not. */
export const findPositionsTab = (
  root: Document,
  { tabs, counted }: Pick<Found, 'tabs' | 'counted'>,
): PanelTab | 'ambiguous' | null => {
  const named = tabsNamed('positionsTab', tabs)
  const found = named.length > 0 ? named : byShape(root, counted)
  const distinct = found.filter(
    (tab, at) =>
      found.findIndex((o) => o.selected === tab.selected && o.declared === tab.declared) === at,
  )
  const [only = null, ...others] = distinct
  return others.length === 0 ? only : 'ambiguous'
}
