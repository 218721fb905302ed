import { type Box, boxOf, heightOf, overlapY } from '../dom/box'
import { drawnRuns } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import { numberStyles, scanNumber } from '../scan/number'
import { marginModeOf, means, wordsIn } from '../words/lexicon'

/** A figure as printed, its pieces put together, or any other text; with its place where there is one. */
export type Placed = {
  kind: 'figure' | 'text'
  text: string
  /** Of its first piece. */
  element: Element
  box: Box | null
}

/** "≈", "/", "|", ":" between two texts say nothing. */
const SEPARATOR = /^[/|:：·≈~→>,()[\]]+$/u

/** An asset; what it counts stands before it. */
const ASSET = /^[A-Z0-9]*[A-Z][A-Z0-9]{1,14}$/

export const isUnit = (text: string): boolean =>
  text === '%' ||
  means('contracts', text) ||
  (ASSET.test(text) && marginModeOf(text) === null && wordsIn(text).size === 0)

const isFigure = (text: string): boolean =>
  numberStyles.some((style) => scanNumber(text, style).kind !== 'text')

/** "Avbl: 100.00 USDT", "Liq Price -- USDT": a word of ours and its figure in one text. */
const LABEL_AND_FIGURE =
  /^(.*?[^\s\d:：+-])\s*[:：]?\s*([+-]?\d[\d.,' ]*(?: ?%|\s?\p{L}[\p{L}\p{N}]*)?|-{2,3}(?: \S+)?|\*{2,}(?: \S+)?)$/u

/** "0.0100% / 03:12:45", "57,000.0 / 62,000.0 USDT". */
const partsOf = (text: string): string[] => {
  const [, label = '', figure = ''] = LABEL_AND_FIGURE.exec(text) ?? []
  if (label !== '' && wordsIn(text).size === 0 && wordsIn(label).size > 0) return [label, figure]
  if (wordsIn(text).size > 0) return [text]
  const parts = text.split(/\s+[/|]\s+/)
  return parts.length > 1 && parts.some(isFigure) ? parts : [text]
}

/** A space is at least three pixels wide: nearer than this two texts are one figure. */
const GLUED_PX = 1.5

/** The gap between two texts of one line; `null`: not on one line. */
const gapBetween = (before: Placed, after: Placed): number | null => {
  const [a, b] = [before.box, after.box]
  if (a === null || b === null) return null
  if (overlapY(a, b) < Math.min(heightOf(a), heightOf(b)) / 2) return null
  return Math.max(b.left - a.right, a.left - b.right)
}

/** The child of an element in which another one stands. */
const childTowards = (element: Element, inner: Element): Element => {
  let at = inner
  while (at.parentElement !== null && at.parentElement !== element) at = at.parentElement
  return at
}

/** "713,617.<span>10</span> USDT": no space between a text and the element in its midst. */
const touch = (before: Element, after: Element): boolean => {
  if (before.contains(after)) {
    const text = childTowards(before, after).previousSibling?.nodeValue ?? ' '
    return /\S$/.test(text) && /^\S/.test(after.textContent)
  }
  return after.contains(before) && /^\S/.test(childTowards(after, before).nextSibling?.nodeValue ?? ' ')
}

const areGlued = (before: Placed, after: Placed): boolean => {
  if (before.element.contains(after.element) || after.element.contains(before.element)) {
    return touch(before.element, after.element)
  }
  const gap = gapBetween(before, after)
  if (gap !== null) return Math.abs(gap) <= GLUED_PX
  return before.box === null && before.element.nextSibling === after.element
}

const joined = (before: Placed, after: Placed): string | null => {
  const { text } = after
  if (/^[+-]$/.test(before.text) && /^\d/.test(text)) return before.text + text
  // "60,01" and "8.8 USDT", "1." and "26%"
  const goesOn = /^[+-]?\d[\d.,' ]*$/.test(before.text) && /^[.,]?\d/.test(text)
  if (goesOn && areGlued(before, after)) return before.text + text
  if (before.kind !== 'figure' || !/(?:\d|^-{1,3}|\*{2,})$/.test(before.text)) return null
  if (!isUnit(text)) return null
  const gap = gapBetween(before, after)
  const isNear = gap !== null && before.box !== null && gap <= heightOf(before.box)
  return isNear || before.box === null ? `${before.text} ${text}` : null
}

const around = (a: Box | null, b: Box | null): Box | null =>
  a === null || b === null
    ? (a ?? b)
    : {
        left: Math.min(a.left, b.left),
        top: Math.min(a.top, b.top),
        right: Math.max(a.right, b.right),
        bottom: Math.max(a.bottom, b.bottom),
      }

/** What is drawn below an element, figures in one piece, separators left out. */
export const placedTexts = (scope: Element): Placed[] => {
  const hasPlaces = hasLayout(scope.ownerDocument)
  const boxes = new Map<Element, Box | null>()
  const placeOf = (element: Element): Box | null => {
    const known = boxes.get(element)
    if (known !== undefined) return known
    const box = hasPlaces ? boxOf(element) : null
    boxes.set(element, box)
    return box
  }
  const placed: Placed[] = []
  for (const run of drawnRuns(scope)) {
    for (const text of partsOf(run.text)) {
      const { element } = run
      const next: Placed = {
        kind: isFigure(text) ? 'figure' : 'text',
        text,
        element,
        box: placeOf(element),
      }
      const before = placed.at(-1)
      const whole = before === undefined ? null : joined(before, next)
      if (before !== undefined && whole !== null) {
        const box = around(before.box, next.box)
        placed[placed.length - 1] = { ...before, kind: 'figure', text: whole, box }
      } else placed.push(next)
    }
  }
  return placed.filter(({ text }) => !SEPARATOR.test(text))
}
