import { type Box, boxOf, boxOfText, heightOf, isOnLine, union } from '../dom/box'
import { drawnRuns } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import { joinedFigure } from '../scan/joined'
import { isMoney } from '../words/money'
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
const ASSET = /^[A-Z0-9]*[A-Z][A-Z0-9]{0,14}$/

export const isUnit = (text: string): boolean =>
  text === '%' ||
  means('contracts', text) ||
  (ASSET.test(text) && marginModeOf(text) === null && wordsIn(text).size === 0)

/** "1000PEPE" and "1000SHIBUSDT" are names; "100USDT" is an amount. */
const NAME = /^\d+(?=[A-Z])([A-Z0-9]+)$/

export const isFigure = (text: string): boolean => {
  // "24h最高价"
  if (wordsIn(text).size > 0) return false
  const [, unit] = NAME.exec(text) ?? []
  if (unit !== undefined && !isMoney(unit)) return false
  return numberStyles.some((style) => scanNumber(text, style).kind !== 'text')
}

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

/** On one line, at most a space away: "-" in the next column is no sign of this figure. */
const isNear = ({ box: a }: Placed, { box: b }: Placed): boolean =>
  a === null ||
  b === null ||
  (isOnLine(a, b) && Math.max(b.left - a.right, a.left - b.right) <= heightOf(a))

/** "5," of "5,866.80", "2 2" of "2 263": the rest stands in the next element. */
const IS_BEGUN = /[.,']$| \d{1,2}$/

/** The figure, or its beginning, that a text continues; one that is none cannot be continued by digits or a unit. */
const joined = (before: Placed, after: Placed): Pick<Placed, 'kind' | 'text'> | null => {
  const text = isNear(before, after) ? joinedFigure(before, after, isUnit) : null
  if (text === null) return null
  if (isFigure(text)) return { kind: 'figure', text }
  return IS_BEGUN.test(text) ? { kind: 'text', text } : null
}

/** About where each part of one text lies. */
const boxesOf = (parts: readonly string[], box: Box | null): (Box | null)[] => {
  if (box === null || parts.length < 2) return parts.map(() => box)
  const width = (box.right - box.left) / parts.join('').length
  // A rectangle of the browser has accessors: spread, it would lose them.
  const { top, bottom } = box
  let { left } = box
  return parts.map((part) => ({ top, bottom, left, right: (left += part.length * width) }))
}

/** What is drawn below an element, figures in one piece, separators left out. */
export const placedTexts = (scope: Element): Placed[] => {
  const hasPlaces = hasLayout(scope.ownerDocument)
  const placed: Placed[] = []
  for (const run of drawnRuns(scope)) {
    const { element, first, last } = run
    const whole = hasPlaces ? (boxOfText(first, last) ?? boxOf(element)) : null
    const parts = partsOf(run.text)
    const boxes = boxesOf(parts, whole)
    parts.forEach((text, at) => {
      const box = boxes[at] ?? null
      const kind = isFigure(text) ? 'figure' : 'text'
      const next: Placed = { kind, text, element, box, first, last }
      const before = placed.at(-1)
      const figure = before === undefined ? null : joined(before, next)
      if (before !== undefined && figure !== null) {
        const both = before.box === null || box === null ? null : union(before.box, box)
        placed[placed.length - 1] = { ...before, ...figure, box: both, last }
      } else placed.push(next)
    })
  }
  return placed.filter(({ text }) => !SEPARATOR.test(text))
}
