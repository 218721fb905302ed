import { boxOfText, heightOf, overlapY } from '../dom/box'
import type { Run } from '../dom/runs'
import { hasLayout } from '../dom/visible'
import { marginModeOf, means } from '../words/lexicon'
import { type NumberStyle, type Scanned, type ScannedNumber, scanNumber } from './number'

/** What one piece of a cell is. */
export type Item = { text: string } & (Exclude<Scanned, { kind: 'text' }> | { kind: 'word' })

export type NumberItem = { text: string } & ScannedNumber

/** Amount and percentage in one text, "+3.05 USDT (+4.81%)", "-60.65 / -15.87%", "12.5(Isolated)". */
const PARTS =
  /\s*(\([^()]*\)|\[[^[\]]*\])\s*|\s+[/|]\s+|\s*[/|]\s*(?=[+-]?\d|-{2})|^[/|]\s*|\s*[/|]$/u

const partsOf = (text: string): string[] =>
  text.split(PARTS).filter((part: string | undefined) => part !== undefined && part !== '')

/** "-60.65 USDT -15.87%", "+13 015,10 +1 368,71%": a unit or a sign parts two figures, a space may not. */
const twoFigures = /^(.*\d ?\p{L}[\p{L}\p{N}]*|.*\d(?= [+-])) ([+-]?\d[\d.,' ]* ?%)$/u

/** An asset or a word for contracts; what it counts stands before it. */
const isUnit = (text: string): boolean =>
  means('contracts', text) ||
  (/^[\p{Lu}\p{Lo}\p{N}]*[\p{Lu}\p{Lo}][\p{Lu}\p{Lo}\p{N}]*$|^%$/u.test(text) &&
    text.length <= 20 &&
    marginModeOf(text) === null)

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

/** `1,234` and `.5` in two elements: nothing between them, on one line. */
export const isGlued = (before: Piece, after: Piece): boolean => {
  const root = after.first.ownerDocument
  if (root === null || !hasLayout(root)) {
    return follows(before.last, after.first)
  }
  const [a, b] = [boxOfText(before.last, before.last), boxOfText(after.first, after.first)]
  if (a === null || b === null)
    return before.last.parentNode?.nextSibling === after.first.parentNode
  const sameLine = overlapY(a, b) > Math.min(heightOf(a), heightOf(b)) / 2
  // Either may come first on a page that is read from right to left.
  const gap = Math.max(b.left - a.right, a.left - b.right)
  return sameLine && Math.abs(gap) <= GLUED_PX
}

type Piece = Pick<Run, 'text' | 'first' | 'last'>

const piecesOf = (runs: readonly Run[]): Piece[] =>
  runs.flatMap((run) =>
    partsOf(run.text).flatMap((part) => {
      const two = twoFigures.exec(part)
      return (two === null ? [part] : [two[1] ?? '', two[2] ?? '']).map((text) => ({
        ...run,
        text,
      }))
    }),
  )

/** Put together what the page draws as one figure from several elements: sign, digits, last digits, unit. */
const assembled = (pieces: readonly Piece[]): Piece[] => {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const before = whole.at(-1)
    const joined = before === undefined ? null : join(before, piece)
    if (joined === null) whole.push(piece)
    else whole[whole.length - 1] = { ...piece, text: joined }
  }
  return whole
}

const ENDS_IN_DIGITS = /\d[.,]?$/
const BEGINS_WITH_DIGITS = /^[.,]?\d/

const join = (before: Piece, piece: Piece): string | null => {
  const { text } = piece
  // "-" and "5.64"
  if (/^[+-]$/.test(before.text) && /^\d/.test(text)) return before.text + text
  // "0.020" and "BTC"; "--" and "USDT"
  if (/(?:\d|^-{2,3}|\*{2,})$/.test(before.text) && isUnit(text)) return `${before.text} ${text}`
  const continues = ENDS_IN_DIGITS.test(before.text) && BEGINS_WITH_DIGITS.test(text)
  // "60,01" and "8.8", where nothing stands between them
  return continues && isGlued(before, piece) ? before.text + text : null
}

/** What stands in a cell, in order. */
export const itemsOf = (runs: readonly Run[], style: NumberStyle): Item[] =>
  assembled(piecesOf(runs)).map(({ text }): Item => {
    const scanned = scanNumber(text, style)
    return scanned.kind === 'text' ? { kind: 'word', text } : { ...scanned, text }
  })

export const isNumber = (item: Item): item is NumberItem => item.kind === 'number'
