import { boxOf, overlapX } from '../dom/box'
import { isBefore } from '../dom/is-before'
import { hasLayout } from '../dom/visible'
import { type Anchor, bareAnchorsIn } from './anchors'
import { isTelling } from './find-header'
import type { Title } from './search'

/** No table of positions is narrower; an animated icon is. */
const LEAST_TABLE_PX = 300

/** Without a box nothing says: a parsed document, or an element that is only its contents. An icon may be hidden. */
const mayHoldTable = (element: Element): boolean =>
  !hasLayout(element.ownerDocument) ||
  (element.getClientRects().length === 0
    ? element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents'
    : element.getBoundingClientRect().width >= LEAST_TABLE_PX)

/** A shadow tree, open or closed: a custom element in which the document has no text. */
const isOpaque = (element: Element): boolean =>
  element.localName.includes('-') && element.textContent.trim() === '' && mayHoldTable(element)

/** Below or above one of these, as in a column. */
const areInColumn = (anchors: readonly Anchor[]) => {
  const boxes = anchors.flatMap(({ symbol }) => boxOf(symbol) ?? [])
  return ({ symbol }: Anchor): boolean => {
    const own = boxOf(symbol)
    return own !== null && boxes.some((box) => overlapX(box, own) > 0)
  }
}

type Asked = {
  anchors: readonly Anchor[]
  titles: readonly Title[]
  /** Of symbols alone. */
  isMeant: (anchor: Anchor) => boolean
}

/** `isSure`: the positions, whatever stands around them; otherwise only what known words make rows or cards of. */
export type Candidates = { anchors: readonly Anchor[]; titles: readonly Title[]; isSure: boolean }

/**
 * What may be the positions of these tabs, nearest first: symbols with a leverage in the nearest element around the tabs
 * that holds any; where titles of positions stand nearer, or no leverage next to a symbol, symbols alone. None beyond an
 * entry price, or what can't be looked into, next to the tabs: positions further away are those of a copied trader, of a
 * calculator or of another extension.
 */
export function* candidatesAround(
  tabs: Element,
  { anchors, titles, isMeant }: Asked,
): Generator<Candidates> {
  for (let panel = tabs.parentElement; panel !== null; panel = panel.parentElement) {
    const around = panel
    const inside = anchors.filter(({ symbol }) => around.contains(symbol))
    const own = titles.filter(({ element }) => around.contains(element))
    const columns = new Set(own.map(({ column }) => column))
    // The line over the chart, the order form and the account's card have no entry price.
    const isTable = columns.has('entryPrice')
    const heads = inside.filter(({ isBare }) => !isBare)
    if (heads.length > 0 && heads.length === inside.length) {
      yield { anchors: inside, titles, isSure: true }
      return
    }
    const isInHead = ({ symbol }: Anchor) => heads.some(({ element }) => element.contains(symbol))
    const mayBeBare = inside.length > 0 || isTable || isTelling(columns)
    const isAsked = mayBeBare || anchors.length > 0
    const isOpen = isAsked && ![...around.querySelectorAll('*')].some(isOpaque)
    // The contract over the chart stands before the tabs.
    const bare =
      mayBeBare && isOpen
        ? bareAnchorsIn(around).filter(
            (anchor) => isMeant(anchor) && isBefore(tabs, anchor.symbol) && !isInHead(anchor),
          )
        : []
    if (bare.length > 0) yield { anchors: [...heads, ...bare], titles: own, isSure: false }
    if (inside.length > 0) {
      const isRow = areInColumn(inside)
      const known = new Set(inside.map(({ symbol }) => symbol))
      const others = bare.filter((anchor) => !known.has(anchor.symbol) && isRow(anchor))
      yield { anchors: [...inside, ...others], titles, isSure: true }
      return
    }
    if (isTable || (isAsked && !isOpen)) return
  }
}
