import { type Box, boxOf, boxOfText, heightOf, overlapY, union } from '../dom/box'
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
  first: Node
  last: Node
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

/** "% /", "≈ 1,998": what parts two figures may stand in the text of either. */
const bare = (text: string): string => text.replace(/^[/|≈~→>]\s+|\s+[/|→>]$/gu, '')

/** "0.0100% / 03:12:45", "57,000.0 / 62,000.0 USDT". */
const partsOf = (raw: string): string[] => {
  if (wordsIn(raw).size > 0) return [raw]
  const text = bare(raw)
  const [, label = '', figure = ''] = LABEL_AND_FIGURE.exec(text) ?? []
  if (label !== '' && wordsIn(label).size > 0) return [label, figure]
  const parts = text.split(/\s+[/|→]\s+/u)
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

const INLINE = new Set(['SPAN', 'B', 'I', 'EM', 'STRONG', 'SMALL', 'SUB', 'SUP', 'FONT', 'BDI'])

/** Without places: nothing between the two, not even a space, and neither is a block of its own. */
const follows = (before: Placed, after: Placed): boolean => {
  let at: Node = before.last
  while (at.nextSibling === null && at.parentNode !== null && INLINE.has(at.parentNode.nodeName)) {
    at = at.parentNode
  }
  const next = at.nextSibling
  if (next === after.first) return true
  return next !== null && INLINE.has(next.nodeName) && next.contains(after.first)
}

const areGlued = (before: Placed, after: Placed): boolean => {
  const gap = gapBetween(before, after)
  if (gap !== null) return Math.abs(gap) <= GLUED_PX
  return before.box === null && follows(before, after)
}

const joined = (before: Placed, after: Placed): string | null => {
  const { text } = after
  if (/^[+-]$/.test(before.text) && /^\d/.test(text)) return before.text + text
  // "60,01" and "8.8 USDT", "1." and "26%"
  const goesOn = /^[+-]?\d[\d.,' ]*$/.test(before.text) && /^[.,]?\d/.test(text)
  if (goesOn && isFigure(before.text + text) && areGlued(before, after)) return before.text + text
  if (before.kind !== 'figure' || !/(?:\d|^-{1,3}|\*{2,})$/.test(before.text)) return null
  if (!isUnit(text)) return null
  const gap = gapBetween(before, after)
  const isNear = gap !== null && before.box !== null && gap <= heightOf(before.box)
  return isNear || before.box === null ? `${before.text} ${text}` : null
}

/** What is drawn below an element, figures in one piece, separators left out. */
export const placedTexts = (scope: Element): Placed[] => {
  const hasPlaces = hasLayout(scope.ownerDocument)
  const placed: Placed[] = []
  for (const run of drawnRuns(scope)) {
    const { element, first, last } = run
    const box = hasPlaces ? (boxOfText(first, last) ?? boxOf(element)) : null
    for (const text of partsOf(run.text)) {
      const kind = isFigure(text) ? 'figure' : 'text'
      const next: Placed = { kind, text, element, box, first, last }
      const before = placed.at(-1)
      const whole = before === undefined ? null : joined(before, next)
      if (before !== undefined && whole !== null) {
        const both = before.box === null || box === null ? null : union(before.box, box)
        placed[placed.length - 1] = { ...before, kind: 'figure', text: whole, box: both, last }
      } else placed.push(next)
    }
  }
  return placed.filter(({ text }) => !SEPARATOR.test(text))
}
