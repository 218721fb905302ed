import { type Box, boxOf, isOnLine } from '../dom/box'
import { isBefore } from '../dom/is-before'
import { drawnRuns, type Run } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import type { Anchor } from './anchors'
import { CLIMB } from './find-header'
import { type Header, headerFrom } from './header'

const LEAST_UNKNOWN_TITLES = 4

/** In a parsed document: what stands before the row, has as many children, and no figure in them. */
const parsedHeaderOfStrangers = (anchor: Anchor): Header | null => {
  let row: Element | null = anchor.element
  while (row !== null && row.children.length < LEAST_UNKNOWN_TITLES * 2) row = row.parentElement
  const count = row?.children.length ?? 0
  for (let at = row?.parentElement ?? null, step = 0; at !== null && step < CLIMB; step += 1) {
    const line = [...at.querySelectorAll('*')].find(
      (element) =>
        element.children.length === count &&
        !element.contains(anchor.element) &&
        isBefore(element, anchor.element) &&
        !/\d/.test(element.textContent),
    )
    if (line !== undefined) return headerFrom(at, drawnRuns(line), [anchor])
    at = at.parentElement
  }
  return null
}

/** The anchor that stands highest: rows of a list may stand in the document in any order. */
const topmost = (anchors: readonly Anchor[]) => {
  const [first] = anchors
    .flatMap((anchor) => {
      const box = boxOf(anchor.element)
      return box === null ? [] : [{ anchor, box }]
    })
    .sort((a, b) => a.box.top - b.box.top)
  return first ?? null
}

type Drawn = { run: Run; box: Box }

/** A menu that is open hangs below the titles, over the first rows. */
const MOST_LINES = 4

/** The lowest line of texts first. */
const linesUpwards = (texts: readonly Drawn[]): Run[][] => {
  const lines: Run[][] = []
  let rest = [...texts]
  while (rest.length > 0 && lines.length < MOST_LINES) {
    const bottom = Math.max(...rest.map(({ box }) => box.bottom))
    const lowest = rest.find(({ box }) => box.bottom === bottom)
    const isHere = ({ box }: Drawn) => lowest === undefined || isOnLine(box, lowest.box)
    lines.push(rest.filter(isHere).map(({ run }) => run))
    rest = rest.filter((one) => !isHere(one))
  }
  return lines
}

/** Where no word is known: the last line without figures above the first anchor; that of the tabs is none. */
export const headerOfStrangers = (
  anchors: readonly Anchor[],
  tabs: readonly Element[],
): Header | null => {
  const [any] = anchors
  if (any === undefined) return null
  if (!hasLayout(any.element.ownerDocument)) return parsedHeaderOfStrangers(any)
  const first = topmost(anchors)
  if (first === null) return null
  const { anchor, box: place } = first
  let at = anchor.element.parentElement
  for (let step = 0; step < CLIMB && at !== null; step += 1, at = at.parentElement) {
    const above = drawnRuns(at).flatMap((run) => {
      const box = boxOf(run.element)
      return box !== null && box.bottom <= place.top + 2 ? [{ run, box }] : []
    })
    const line = linesUpwards(above).find(
      (runs) =>
        runs.length >= LEAST_UNKNOWN_TITLES &&
        runs.every(({ text }) => !/\d/.test(text)) &&
        !runs.some(({ element }) => tabs.some((tab) => tab.contains(element))),
    )
    if (line !== undefined) return headerFrom(at, line, anchors)
  }
  return null
}
