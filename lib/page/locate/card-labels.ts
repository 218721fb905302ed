import { isDollar, quoteAssets } from '@/lib/margin'
import type { Run } from '../dom/runs'
import { hasLeverage } from '../scan/symbol'
import type { Column } from '../words/dictionary'
import { hasLetter } from '../words/fold'
import { marginModeOf, means } from '../words/lexicon'
import { columnOfTexts } from './titles'
import { isFigure, isUnit } from './placed-texts'

/** A label of a card with the figures behind it. */
export type Label = {
  text: string
  column: Column | null
  /** Its first text. */
  start: Run
  values: readonly Run[]
}

/** More words than a label has are no label. */
const LONGEST_LABEL = 40

/** A figure or its sign, or what stands for one: "--", "****", the link that adds a stop. */
const isValue = (text: string): boolean =>
  /\d|^[+-]{1,3}(?: |$)|^\*{2,}/.test(text) || means('add', text)

/** A figure and nothing else: what a label that nobody knows must have behind it. */
const isBareFigure = (text: string): boolean =>
  !hasLeverage(text) && (isFigure(text) || /^[+-]?\d[\d.,' ]*[./]?$|^[+-]$/.test(text))

const isMoney = (text: string): boolean => isDollar(text) || quoteAssets.some((a) => a === text)

/** Figures, units, a mode in brackets; a unit is a part of the symbol (`币安人生`), or money. */
const belongsToValue = (text: string, symbol: string): boolean =>
  isValue(text) ||
  // An icon that is a letter, "↗", says nothing.
  !hasLetter(text) ||
  /^[([].*[)\]]$/u.test(text) ||
  symbol.includes(text) ||
  isMoney(text) ||
  means('contracts', text) ||
  marginModeOf(text) !== null

const isWord = (text: string): boolean =>
  text.length <= LONGEST_LABEL && hasLetter(text) && !/\d/.test(text) && !isUnit(text)

/** A translator writes its own text into the element of the first, or right next to it. */
const areOneLabel = (before: Run, run: Run): boolean =>
  before.element.contains(run.element) || run.element.contains(before.element)

/** Texts of one label together, everything else alone; a colon between them says nothing. */
const grouped = (runs: readonly Run[]): Run[][] => {
  const groups: Run[][] = []
  for (const run of runs) {
    if (run.text === ':' || run.text === '：') continue
    const [before] = groups.at(-1) ?? []
    const isSecond =
      before !== undefined &&
      !isValue(before.text) &&
      !isValue(run.text) &&
      areOneLabel(before, run)
    if (isSecond) groups.at(-1)?.push(run)
    else groups.push([run])
  }
  return groups
}

/**
 * The labels of a card in their order, known and unknown, each with what follows it up to the next one.
 * A word that nobody knows is a label where a figure stands right behind it. `symbol`: its text, of which
 * the unit of a size is a part.
 */
export const labelsIn = (runs: readonly Run[], symbol: string): Label[] => {
  const groups = grouped(runs)
  const textsOf = (group: readonly Run[]) => group.map(({ text }) => text)
  const startOf = (at: number): string => groups[at]?.[0]?.text ?? ''
  const columns = groups.map((group) => columnOfTexts(textsOf(group)))
  const isLabel = groups.map((group, at) => {
    const [first] = group
    if (first === undefined) return false
    if (columns[at] !== null) return isValue(startOf(at + 1))
    return (
      isWord(first.text) && !belongsToValue(first.text, symbol) && isBareFigure(startOf(at + 1))
    )
  })
  return groups.flatMap((group, at): Label[] => {
    const [start] = group
    if (isLabel[at] !== true || start === undefined) return []
    const next = groups.findIndex(
      (_, place) => place > at && (isLabel[place] === true || columns[place] !== null),
    )
    const behind = groups.slice(at + 1, next === -1 ? undefined : next).flat()
    const end = behind.findIndex(({ text }) => !belongsToValue(text, symbol))
    const values = end === -1 ? behind : behind.slice(0, end)
    return [{ text: textsOf(group).join(' '), column: columns[at] ?? null, start, values }]
  })
}
