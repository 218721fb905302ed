import { accountWords, CARD_CLIMB, isTooWide } from '../account/read-account'
import { overlapX } from '../dom/box'
import { isDrawn } from '../dom/visible'
import { commonAncestor } from '../dom/common-ancestor'
import { search } from '../locate/search'
import { findPositionsTab } from '../locate/tabs'
import { findWords, type WordPlaces } from '../locate/word-places'
import { selectors } from '../selectors'
import { emptyMemory } from '../watch/memory'
import { readPage } from '../watch/read-page'

/** A book of orders and a chart are much, and tell nothing. */
const MOST_ELEMENTS = 4_000

const isOfUse = (widget: Element): boolean =>
  isDrawn(widget) &&
  widget.querySelectorAll('*').length <= MOST_ELEMENTS &&
  widget.querySelector(`${selectors.tab}, ${selectors.tabBeforeRoles}`) !== null

/** The card around a label of the account, or the line of the order form. */
const cardAround = (label: Element, places: WordPlaces): Element => {
  let card = label
  for (let step = 0; step < CARD_CLIMB; step += 1) {
    const above = card.parentElement
    if (above === null || above.localName === 'body' || isTooWide(above, places)) return card
    card = above
  }
  return card
}

const accountOf = (root: Document): Element[] => {
  const places = findWords(root, new Set(accountWords))
  const words = ['marginBalance', 'available', 'singleAsset', 'multiAssets'] as const
  return words
    .flatMap((word) => places.get(word) ?? [])
    .filter(isDrawn)
    .map((label) => label.closest(selectors.widget) ?? cardAround(label, places))
}

/** What follows the tabs on the page and lies below them, from near to far. */
const below = (tabs: Element): Element[][] => {
  const strip = tabs.getBoundingClientRect()
  const isBelow = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    const isSmall = element.querySelectorAll('*').length <= MOST_ELEMENTS
    return isSmall && isDrawn(element) && box.top >= strip.bottom - 1 && overlapX(box, strip) > 0
  }
  const levels: Element[][] = []
  for (let at = tabs; at.parentElement !== null; at = at.parentElement) {
    const children = [...at.parentElement.children]
    levels.push(children.slice(children.indexOf(at) + 1).filter(isBelow))
  }
  return levels.filter((level) => level.length > 0)
}

/**
 * The widget around rows and tabs; without one, either by itself and the pane below the tabs. Where no row was found,
 * everything below them: rows may stand there unread.
 */
const positionsOf = (root: Document): Element[] => {
  const memory = emptyMemory()
  readPage(root, 0, memory)
  const tab = findPositionsTab(root, search(root.body))
  const scope = memory.known?.place.scope ?? null
  const tabs = tab === null || tab === 'ambiguous' ? null : tab.group
  const both = [scope, tabs].filter((part): part is Element => part !== null && part !== root.body)
  const around = commonAncestor(both)?.closest(selectors.widget) ?? null
  if (around !== null && scope !== null) return [around]
  const own = both.map((element) => element.closest(selectors.widget) ?? element)
  if (tabs === null) return own
  const levels = below(tabs)
  return [...own, ...(scope === null ? levels : levels.slice(0, 1)).flat()]
}

const outermost = (elements: readonly Element[]): Element[] =>
  elements.filter((one) => !elements.some((other) => other !== one && other.contains(one)))

export type Parts = {
  parts: readonly Element[]
  /** Nothing was known there: they are all of the page. */
  isWhole: boolean
}

/**
 * The positions with their tabs, in whatever elements they stand, and the widgets that say more; not what stands above
 * them, where a page greets its user by name.
 */
export const partsOf = (root: Document): Parts => {
  const widgets = [...root.querySelectorAll(selectors.widget)].filter(isOfUse)
  const parts = outermost([...new Set([...positionsOf(root), ...accountOf(root), ...widgets])])
  return parts.length > 0
    ? { parts, isWhole: false }
    : { parts: [...root.body.children].filter(isOfUse), isWhole: true }
}
