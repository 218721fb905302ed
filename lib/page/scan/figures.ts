import { oncePerRuns, type Run } from '../dom/runs'
import { columnOf, marginModeOf, means } from '../words/lexicon'
import { joinedFigure, type Piece } from './joined'
import { labelAndValue } from './label-and-value'
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
    // "12.30", and "ROI" before the next figure.
    columnOf(text) === null &&
    marginModeOf(text) === null)

/** A piece with what parts it from its neighbours: "/" or a bracket. */
type Part = Piece & { isApartBefore: boolean; isApartBehind: boolean }

/** A bracket whose other half stands in another element: "(" is behind an amount, ")" behind its percentage. */
const withoutHalfBrackets = (text: string): string =>
  /[([].*[)\]]/.test(text) ? text : text.replace(/^[)\]([]\s*|\s*[([\])]$/g, '')

const APART_BEFORE = /^[/|)\]([]/
const APART_BEHIND = /[/|)\]([]$/

const piecesOf = (runs: readonly Run[]): Part[] => {
  // "53.80", "(", "%", "3.12": a bracket in an element of its own.
  let isApart = false
  return runs.flatMap((run) => {
    const [, value = run.text] = labelAndValue(run.text) ?? []
    const texts = partsOf(withoutHalfBrackets(value)).flatMap((part) => {
      const two = twoFigures.exec(part)
      return two === null ? [part] : [two[1] ?? '', two[2] ?? '']
    })
    const wasApart = isApart
    isApart = texts.length === 0
    return texts.map((text, at) => ({
      ...run,
      text,
      isApartBefore: wasApart || at > 0 || value !== run.text || APART_BEFORE.test(run.text),
      isApartBehind: at < texts.length - 1 || APART_BEHIND.test(run.text),
    }))
  })
}

/** Put together what the page draws as one figure from several elements. */
const assembled = (parts: readonly Part[]): Piece[] => {
  const whole: Part[] = []
  for (const part of parts) {
    const before = whole.at(-1)
    const joined =
      before === undefined || before.isApartBehind || part.isApartBefore
        ? null
        : joinedFigure(before, part, isUnit)
    if (joined === null) whole.push(part)
    else whole[whole.length - 1] = { ...part, text: joined }
  }
  return whole
}

export const isNumber = (item: Item): item is NumberItem => item.kind === 'number'

/** "-$12.30" */
const withoutDollar = (text: string): string => text.replace(/^([+-]?)\$ ?(?=\d)/, '$1')

/** What stands in a cell, in order. Only where no other amount does is one in dollars not a mere translation of it. */
export const itemsOf = oncePerRuns((runs, style: NumberStyle): readonly Item[] => {
  const pieces = assembled(piecesOf(runs))
  const scan = (text: string): Item => {
    const scanned = scanNumber(text, style)
    return scanned.kind === 'text' ? { kind: 'word', text } : { ...scanned, text }
  }
  const items = pieces.map(({ text }) => scan(text))
  return items.some((item) => isNumber(item) && item.unit !== '%')
    ? items
    : items.map((item) => (item.kind === 'word' ? scan(withoutDollar(item.text)) : item))
})
