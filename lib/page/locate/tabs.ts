import { textOf } from '../dom/runs'
import { selectedOf } from '../dom/selected'
import { isDrawn } from '../dom/visible'
import { tabOf } from '../words/lexicon'
import { commonAncestor } from '../dom/common-ancestor'
import type { TabText } from './search'

/** The tab of the positions, among those of the orders and histories. */
export type PositionsTab = {
  element: Element
  /** The smallest element that holds the tabs. */
  group: Element
  /** `null`: nothing tells which tab is in front. */
  selected: boolean | null
  /** n of "Positions(n)". */
  declared: number | null
  /** n of "Open Orders(n)". */
  orders: number | null
}

/** All that a tab shows: its text with the count, and whether it is in front. Changed, everything is read again. */
export const looksOf = ({ element }: PositionsTab): string =>
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

const groupOf = (positions: TabText, tabs: readonly TabText[]): TabText[] | null => {
  let at = positions.element.parentElement
  for (let step = 0; step < CLIMB && at !== null; step += 1, at = at.parentElement) {
    const inside = tabs.filter(({ element }) => at?.contains(element))
    if (inside.some(({ tab }) => tab === 'ordersTab' || tab === 'historyTab')) return inside
  }
  return null
}

/** Found by words, whatever the elements are. */
const byWords = (tabs: readonly TabText[]): PositionsTab[] =>
  tabs
    .filter(({ tab }) => tab === 'positionsTab')
    .flatMap((positions): PositionsTab[] => {
      const members = groupOf(positions, tabs)
      const group = members && commonAncestor(members.map(({ element }) => element))
      if (members === null || group === null) return []
      const element = tabElement(positions, group)
      const others = [...new Set(members.map((member) => tabElement(member, group)))]
      const orders = members.find(({ tab }) => tab === 'ordersTab')
      return [
        {
          element,
          group,
          selected: isInFront(element, others),
          declared: countOf(positions, element),
          orders: orders === undefined ? null : countOf(orders, tabElement(orders, group)),
        },
      ]
    })

/** The panel below the chart has this many tabs at least, no other group has. */
const LEAST_TABS = 4

/** Where no word is known: tabs of which the first (Positions in every build) has a count. */
const byShape = (root: Document): PositionsTab[] => {
  const groups = Map.groupBy(
    [...root.querySelectorAll('[role="tab"]')].filter(isDrawn),
    ({ parentElement }) => parentElement,
  )
  return [...groups].flatMap(([group, members]): PositionsTab[] => {
    const [first, second] = members
    if (group === null || first === undefined || members.length < LEAST_TABS) return []
    const selected = isInFront(first, members)
    if (selected === null) return []
    const countIn = (tab: Element | undefined) =>
      /[([](\d{1,4})[)\]]\s*$/.exec(tab === undefined ? '' : textOf(tab))?.[1]
    const [positions, orders] = [countIn(first), countIn(second)]
    if (positions === undefined) return []
    return [
      {
        element: first,
        group,
        selected,
        declared: Number(positions),
        orders: orders === undefined ? null : Number(orders),
      },
    ]
  })
}

/** Groups that say the same are one; `ambiguous`: several that do not. */
export const findPositionsTab = (
  root: Document,
  tabs: readonly TabText[],
): PositionsTab | 'ambiguous' | null => {
  const named = byWords(tabs)
  const found = named.length > 0 ? named : byShape(root)
  const distinct = found.filter(
    (tab, at) =>
      found.findIndex((o) => o.selected === tab.selected && o.declared === tab.declared) === at,
  )
  const [only = null, ...others] = distinct
  return others.length === 0 ? only : 'ambiguous'
}
