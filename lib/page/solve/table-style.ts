import { itemsOf } from '../scan/figures'
import { englishNumbers, type NumberStyle, numberStyles } from '../scan/number'
import { type Solved } from './position'
import { type RowTexts, type ScannedRow } from './scan-row'

/** Texts with digits that are no figure in this style: "1.234,50" read the English way. */
const unreadable = (rows: readonly ScannedRow[]): number =>
  rows
    .flatMap(({ scans }) => Object.values(scans))
    .filter((scan) => 'missing' in scan && scan.missing === 'unparsed' && /\d/.test(scan.text))
    .length

/** The same under titles that nobody knows: "39,88611" tells the style, whatever it is. */
const FIGURE_LIKE = /^[+-]?\d[\d.,' ]*\d(?: ?(?:\p{L}+|%))?$/u

const unreadableOthers = (texts: readonly RowTexts[], style: NumberStyle): number =>
  texts
    .flatMap(({ others }) => others.flatMap((runs) => itemsOf(runs, style)))
    .filter(({ kind, text }) => kind === 'word' && FIGURE_LIKE.test(text)).length

const brokenIn = (solved: readonly Solved[]): number =>
  solved.reduce((sum, { solution }) => sum + solution.broken, 0)

/** How many rows decide about the style; all print alike. */
export const ROWS_FOR_STYLE = 8

/**
 * English, unless some text cannot be a figure then, or the rows do not add up and do in another
 * style: "60,001" is sixty thousand or sixty.
 */
export const styleOf = (
  texts: readonly RowTexts[],
  {
    scan,
    solve,
  }: {
    scan: (texts: readonly RowTexts[], style: NumberStyle) => ScannedRow[]
    solve: (rows: readonly ScannedRow[]) => Solved[]
  },
): NumberStyle => {
  const rank = (style: NumberStyle) => {
    // A large figure in the last row may be the only one that tells; what adds up takes few.
    const rows = scan(texts, style)
    return {
      style,
      faults: unreadable(rows) + unreadableOthers(texts, style),
      broken: brokenIn(solve(rows.slice(0, ROWS_FOR_STYLE))),
    }
  }
  const english = rank(englishNumbers)
  if (english.faults === 0 && english.broken === 0) return englishNumbers
  const others = numberStyles.filter((style) => style !== englishNumbers).map(rank)
  const [best] = [english, ...others].sort((a, b) => a.faults - b.faults || a.broken - b.broken)
  return best?.style ?? englishNumbers
}
