import { boxOf, isOnLine, middleY, overlapX } from '../dom/box'
import type { Run } from '../dom/runs'
import { commonAncestor } from '../dom/common-ancestor'
import { labelAndValue } from '../scan/label-and-value'
import type { Column } from '../words/dictionary'
import { belongsToValue, isBareFigure, isNameless, isValue, isWord } from './card-texts'
import { columnOfTexts } from './titles'

/** A label of a card with the figures behind it. */
export type Label = {
  /** '': nothing names the figures. */
  text: string
  column: Column | null
  /** Its first text. */
  start: Run
  values: readonly Run[]
}

/** A translator writes its own text into the element of the first, or right next to it. */
const areOneLabel = (before: Run, run: Run): boolean =>
  before.element.contains(run.element) || run.element.contains(before.element)

/** "Size: 0.012 BTC" in one text is a label and its value. */
const parted = (run: Run): Run[] =>
  labelAndValue(run.text)?.map((text) => ({ ...run, text })) ?? [run]

/** What stands between a label and its value, or between two of them. */
const SEPARATOR = /^[:：·•|]$/

/** Texts of one label together, everything else alone. */
const grouped = (runs: readonly Run[]): Run[][] => {
  const groups: Run[][] = []
  for (const run of runs.flatMap(parted)) {
    if (SEPARATOR.test(run.text)) continue
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

/** In one block with the label, of which the other is no part. */
const isNearer = (one: Run, other: Run, label: Run): boolean =>
  commonAncestor([one.element, label.element])?.contains(other.element) === false

/** A figure in large letters over its word: the blocks of the card tell it. */
const areUnderValues = (
  groups: readonly Run[][],
  isLabel: (group: Run[]) => boolean,
  isValueOf: (text: string) => boolean,
) => {
  const valueAt = (at: number): Run | null => {
    const value = groups[at]?.at(0)
    return value !== undefined && isValue(value.text) ? value : null
  }
  /** The unit stands between a figure and the label under it. */
  const valueBefore = (at: number): Run | null => {
    const unit = groups[at]?.at(0)
    return unit === undefined || isValue(unit.text) || !isValueOf(unit.text)
      ? valueAt(at)
      : valueBefore(at - 1)
  }
  const votes = groups.map((group, at): number => {
    const [[label], before, behind] = [group, valueBefore(at - 1), valueAt(at + 1)]
    if (label === undefined || !isLabel(group) || before === behind) return 0
    if (before === null || behind === null) return behind === null ? 1 : -1
    return Number(isNearer(before, behind, label)) - Number(isNearer(behind, before, label))
  })
  return votes.reduce((sum, vote) => sum + vote, 0) > 0
}

/** Each label in front of what belongs to it, which stands in front of it. */
const turned = (
  groups: readonly Run[][],
  isLabel: (group: Run[]) => boolean,
  isValueOf: (text: string) => boolean,
): Run[][] => {
  const order: Run[][] = []
  let waiting: Run[][] = []
  for (const group of groups) {
    if (!isLabel(group)) waiting.push(group)
    else {
      const end = waiting.findLastIndex((before) => !before.every(({ text }) => isValueOf(text)))
      order.push(...waiting.slice(0, end + 1), group, ...waiting.slice(end + 1))
      waiting = []
    }
  }
  return [...order, ...waiting]
}

/** The second stands under the first. */
const isUnder = (label: Run, value: Run): boolean => {
  const [above, below] = [boxOf(label.element), boxOf(value.element)]
  return (
    above !== null && below !== null && overlapX(above, below) > 0 && middleY(above) < below.top
  )
}

/** On its line, above it or below: a title over another column names nothing of the first. */
const areNeighbours = (label: Run, value: Run | undefined): boolean => {
  const [a, b] = [boxOf(label.element), value === undefined ? null : boxOf(value.element)]
  return a === null || b === null || isOnLine(a, b) || overlapX(a, b) > 0
}

/** A line of labels over a line of as many figures: each label in front of the figure under it. */
const paired = (groups: readonly Run[][], isLabel: (group: Run[]) => boolean) => {
  const order: Run[][] = []
  for (let at = 0; at < groups.length;) {
    let end = at
    while (end < groups.length && isLabel(groups[end] ?? [])) end += 1
    const labels = groups.slice(at, end)
    const next = groups.findIndex((group, place) => place >= end && isLabel(group))
    const behind = groups.slice(end, next === -1 ? undefined : next)
    const figures: Run[][][] = []
    for (const group of behind) {
      if (isValue(group[0]?.text ?? '')) figures.push([group])
      else figures.at(-1)?.push(group)
    }
    const isGrid =
      labels.length > 1 &&
      figures.length === labels.length &&
      labels.every(([label], place) => {
        const value = figures[place]?.[0]?.[0]
        return label !== undefined && value !== undefined && isUnder(label, value)
      })
    if (isGrid) labels.forEach((label, place) => order.push(label, ...(figures[place] ?? [])))
    else order.push(...labels, ...behind)
    at = end + behind.length
  }
  return order
}

/**
 * The labels of a card in their order, known and unknown, each with what follows it up to the next one.
 * A word that nobody knows is a label where a figure stands right behind it; a figure in front of all of them
 * has the label ''. `symbol`: its text, of which the unit of a size is a part.
 */
export const labelsIn = (runs: readonly Run[], symbol: string): Label[] => {
  const inOrder = grouped(runs)
  const textsOf = (group: readonly Run[]) => group.map(({ text }) => text)
  const columnOfGroup = new Map(
    inOrder.map((group) => [group, columnOfTexts(textsOf(group))] as const),
  )
  const isKnown = (group: Run[]) => (columnOfGroup.get(group) ?? null) !== null
  const isAnyWord = ([first]: Run[]) =>
    first !== undefined && isWord(first.text) && !belongsToValue(first.text, symbol)
  // Where the words are those of a language that nobody knows, each of them may be a label.
  const mayBeLabel = inOrder.some(isKnown) ? isKnown : isAnyWord
  const isValueOf = (text: string) => belongsToValue(text, symbol)
  const groups = areUnderValues(inOrder, mayBeLabel, isValueOf)
    ? turned(inOrder, mayBeLabel, isValueOf)
    : paired(inOrder, isKnown)
  const startOf = (at: number): string => groups[at]?.[0]?.text ?? ''
  const columns = groups.map((group) => columnOfGroup.get(group) ?? null)
  const isLabel = groups.map((group, at) => {
    const [first] = group
    if (first === undefined) return false
    if (columns[at] !== null)
      return isValue(startOf(at + 1)) && areNeighbours(first, groups[at + 1]?.[0])
    return isAnyWord(group) && isBareFigure(startOf(at + 1))
  })
  const firstLabel = isLabel.includes(true) ? isLabel.indexOf(true) : groups.length
  const nameless = groups.findIndex(
    (_, at) => at < firstLabel && columns[at] === null && isNameless(startOf(at), startOf(at + 1)),
  )
  return groups.flatMap((group, at): Label[] => {
    const [start] = group
    if ((isLabel[at] !== true && at !== nameless) || start === undefined) return []
    const next = groups.findIndex(
      (_, place) => place > at && (isLabel[place] === true || columns[place] !== null),
    )
    const from = at === nameless ? at : at + 1
    const behind = groups.slice(from, next === -1 ? undefined : next).flat()
    const end = behind.findIndex(({ text }) => !belongsToValue(text, symbol))
    const values = end === -1 ? behind : behind.slice(0, end)
    const text = at === nameless ? '' : textsOf(group).join(' ')
    return [{ text, column: columns[at] ?? null, start, values }]
  })
}
