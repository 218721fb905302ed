import { boxOfText, heightOf, isOnLine } from '../dom/box'
import type { Run } from '../dom/runs'
import { zeros } from '../dom/normalise'
import { hasLayout } from '../dom/visible'
import { UNIT_IN_FRONT } from './number'

/** A text, or a part of one, where it stands. */
export type Piece = Pick<Run, 'text' | 'first' | 'last'>

/** Horizontal gap below which two elements are one figure: a space is at least three pixels wide. */
const GLUED_PX = 1.5

const INLINE = new Set(['SPAN', 'B', 'I', 'EM', 'STRONG', 'SMALL', 'SUB', 'SUP', 'FONT', 'BDI'])

/** Without places: nothing between the two, not even a space, and neither is a block of its own. */
const follows = (before: Node, after: Node): boolean => {
  let at = before
  while (at.nextSibling === null && at.parentNode !== null && INLINE.has(at.parentNode.nodeName)) {
    at = at.parentNode
  }
  const next = at.nextSibling
  return next === after || (next !== null && INLINE.has(next.nodeName) && next.contains(after))
}

/** Among words that run from right to left the parts of one figure may stand in any order. */
const isTurned = (before: Piece, after: Piece): boolean => {
  const element = after.first.parentElement
  const style = element?.ownerDocument.defaultView?.getComputedStyle(element)
  return (
    style?.direction === 'rtl' &&
    style.display === 'inline' &&
    follows(before.last, after.first.parentNode ?? after.first)
  )
}

/** A space is a third of the line's height, or less. */
const SPACE = 0.4

/** `1,234` and `.5` in two elements: nothing between them on one line, or a space at most. */
const isGlued = (before: Piece, after: Piece, space = 0): boolean => {
  const root = after.first.ownerDocument
  if (root === null || !hasLayout(root)) {
    return space === 0 && follows(before.last, after.first)
  }
  const [a, b] = [boxOfText(before.last, before.last), boxOfText(after.first, after.first)]
  if (a === null || b === null)
    return before.last.parentNode?.nextSibling === after.first.parentNode
  // Either may come first on a page that is read from right to left.
  const gap = Math.max(b.left - a.right, a.left - b.right)
  const most = Math.max(GLUED_PX, space * heightOf(a))
  return isOnLine(a, b) && (Math.abs(gap) <= most || isTurned(before, after))
}

/** "1000PEPE", "1MBABYDOGE" */
const COIN_IN_THOUSANDS = /^1(?:0{3,}|M)\p{Lu}/u
const SIGN = /^[+-]?%?$/
/** `\ufffd`: a wheel that shows some digit (`runs.ts`). */
const DIGITS = new RegExp(`^[+-]? ?${UNIT_IN_FRONT}? ?[+-]?[\\d\\ufffd][\\d.,' \\ufffd]*$`)
/** "2", "1 234" */
const WHOLE_GROUPS = /^[+-]?\d{1,3}(?: \d{3})*$/
/** What a unit may stand behind: digits, "--", "****". */
const COUNTED = /(?:\d|^-{1,3}|\*{2,})$/

/**
 * What the page draws as one figure from two elements: sign, digits, last digits, unit. `isUnit`: the
 * second text can be the unit of the first. `null`: they are two.
 */
export const joinedFigure = (
  before: Piece,
  after: Piece,
  isUnit: (text: string) => boolean,
): string | null => {
  const { text } = after
  // "-" and "5.64"
  if (SIGN.test(before.text)) return /^\d/.test(text) ? before.text + text : null
  // "0.0", a small "5" and "123"
  const isCount = /^\d{1,2}$/.test(text) && after.first.parentNode?.nodeName === 'SUB'
  if (isCount && /[.,]0$/.test(before.text)) return before.text.slice(0, -1) + zeros(text)
  // "60,01" and "8.8 USDT", "1." and "26%", "6" and ","
  const goesOn =
    DIGITS.test(before.text) &&
    /^(?:[.,']?\d|[.,']$|\ufffd)/.test(text) &&
    !COIN_IN_THOUSANDS.test(text)
  if (goesOn && isGlued(before, after)) return before.text + text
  // "2", a space of its own, "263.03"
  const isGroup = WHOLE_GROUPS.test(before.text) && /^\d/.test(text)
  if (isGroup && isGlued(before, after, SPACE)) return `${before.text} ${text}`
  // "0.020" and "BTC"; "--" and "USDT"; "12" and "1000PEPE"
  return COUNTED.test(before.text) && isUnit(text) ? `${before.text} ${text}` : null
}
