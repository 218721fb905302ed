import { drawnRuns, type Run } from '../dom/runs'
import type { Column } from '../words/dictionary'
import { columnOf, marginModeOf, means } from '../words/lexicon'
import type { Anchor } from './anchors'
import { exclusiveElements, type Group, type Located } from './record'

/** Fewer labels with a value behind them make no card. */
const LEAST_LABELS = 3
/** A card has some dozen labels; more text around a symbol is something else. */
const LONGEST_CARD = 1_500

/** Translators of browsers put the colon behind a label into an element of its own. */
const textsIn = (element: Element): Run[] =>
  drawnRuns(element).filter(({ text }) => text !== ':' && text !== '：')

/** A figure or its sign, or what stands for one: "--", "****", the link that adds a stop. */
const isValue = (text: string): boolean =>
  /\d|^[+-]{1,3}(?: |$)|^\*{2,}/.test(text) || means('add', text)

type Label = { at: number; column: Column; values: readonly Run[] }

/** What follows a label up to the next one; nothing where no figure does. */
const labelsIn = (runs: readonly Run[]): Label[] => {
  const columns = runs.map(({ text }) => columnOf(text))
  return columns.flatMap((column, at): Label[] => {
    if (column === null) return []
    const next = columns.findIndex((other, place) => place > at && other !== null)
    const behind = runs.slice(at + 1, next === -1 ? undefined : next)
    const [first] = behind
    return first !== undefined && isValue(first.text) ? [{ at, column, values: behind }] : []
  })
}

const distinct = (labels: readonly Label[]): number =>
  new Set(labels.map(({ column }) => column)).size

const contains = (element: Element, anchors: readonly Anchor[], own: Anchor): boolean =>
  anchors.some((anchor) => anchor !== own && element.contains(anchor.symbol))

/** The largest element around an anchor that still adds a label to it, and holds neither another one nor a tab. */
const cardAround = (
  anchor: Anchor,
  anchors: readonly Anchor[],
  tabs: readonly Element[],
): Element | null => {
  let card: Element | null = null
  let most = 0
  for (let at = anchor.element.parentElement; at !== null; at = at.parentElement) {
    const isMore = at.textContent.length > LONGEST_CARD || contains(at, anchors, anchor)
    const inside = at
    if (isMore || tabs.some((tab) => inside.contains(tab))) break
    const count = distinct(labelsIn(textsIn(at)))
    if (count > most) {
      card = at
      most = count
    }
  }
  return most >= LEAST_LABELS ? card : null
}

/** Figures, units, a mode in brackets; a unit is a part of the symbol (`币安人生`) or capital letters. */
const belongsToValue = (text: string, symbol: string): boolean =>
  /[\d%*]|^[+-]|^[([].*[)\]]$|^[A-Z0-9]{1,12}$/u.test(text) ||
  symbol.includes(text) ||
  means('contracts', text) ||
  means('add', text) ||
  marginModeOf(text) !== null

/** Values end where words begin that are no part of them: the label of a figure that nobody knows. */
const figuresOnly = (values: readonly Run[], symbol: string): readonly Run[] => {
  const end = values.findIndex(({ text }) => !belongsToValue(text, symbol))
  return end === -1 ? values : values.slice(0, end)
}

/** A position as a card: each figure behind its own label, no line of titles anywhere. */
export const readCard = (
  anchor: Anchor,
  anchors: readonly Anchor[],
  tabs: readonly Element[],
): { card: Element; located: Located } | null => {
  const card = cardAround(anchor, anchors, tabs)
  if (card === null) return null
  const runs = textsIn(card)
  const labels = labelsIn(runs)
  const first = Math.min(...labels.map(({ at }) => at))
  const groups: Group[] = [{ name: 'symbol', runs: runs.slice(0, first) }]
  const cells = new Map<Column, string>()
  for (const { column, at, values } of labels) {
    const name = cells.has(column) ? `again-${String(at)}` : `cell-${column}`
    if (!cells.has(column)) cells.set(column, name)
    groups.push({ name, runs: figuresOnly(values, anchor.symbol.textContent) })
  }
  const grouped = new Set(groups.flatMap((group) => group.runs))
  groups.push({ name: 'rest', runs: runs.filter((run) => !grouped.has(run)) })
  const elements = exclusiveElements(groups, card)
  return {
    card,
    located: {
      symbol: elements.get('symbol') ?? [],
      cells: new Map([...cells].map(([column, name]) => [column, elements.get(name) ?? []])),
      untitled: new Map(),
      unsure: new Set(),
    },
  }
}

/** More words than a label has are no label. */
const LONGEST_LABEL = 40
/** Fewer figures behind words that nobody knows cannot tell by their arithmetic what they are. */
const LEAST_STRANGE_LABELS = 5

const isWord = ({ text }: Run): boolean =>
  text.length <= LONGEST_LABEL && /\p{L}/u.test(text) && !/\d/.test(text) && columnOf(text) === null

/** A word with a figure right behind it, whatever it means. */
const strangeLabelsIn = (runs: readonly Run[]): number[] =>
  runs.flatMap((run, at) => {
    const next = runs[at + 1]
    return isWord(run) && next !== undefined && /^[+-]?[\d*]|^-{2}|^[+-]$/.test(next.text)
      ? [at]
      : []
  })

/**
 * A card whose labels nobody knows: figures behind words, the same words in every card. What they are
 * is left to the arithmetic, by the place of the word.
 */
export const readStrangeCard = (
  anchor: Anchor,
  anchors: readonly Anchor[],
  tabs: readonly Element[],
): StrangeCard | null => {
  let card: Element | null = null
  for (let at = anchor.element.parentElement; at !== null; at = at.parentElement) {
    const inside = at
    const isMore = at.textContent.length > LONGEST_CARD || contains(at, anchors, anchor)
    if (isMore || tabs.some((tab) => inside.contains(tab))) break
    if (strangeLabelsIn(textsIn(at)).length >= LEAST_STRANGE_LABELS) {
      card = at
      break
    }
  }
  if (card === null) return null
  const runs = textsIn(card)
  const labels = strangeLabelsIn(runs)
  const groups: Group[] = [{ name: 'symbol', runs: runs.slice(0, labels[0]) }]
  labels.forEach((at, place) => {
    const values = runs.slice(at + 1, labels[place + 1])
    const figures = figuresOnly(values, anchor.symbol.textContent)
    groups.push({ name: String(place), runs: figures })
  })
  const grouped = new Set(groups.flatMap((group) => group.runs))
  groups.push({ name: 'rest', runs: runs.filter((run) => !grouped.has(run)) })
  const elements = exclusiveElements(groups, card)
  return {
    card,
    labels: labels.map((at) => runs[at]?.text ?? ''),
    located: {
      symbol: elements.get('symbol') ?? [],
      cells: new Map(),
      untitled: new Map(labels.map((_, place) => [place, elements.get(String(place)) ?? []])),
      unsure: new Set(),
    },
  }
}

export type StrangeCard = { card: Element; labels: readonly string[]; located: Located }
