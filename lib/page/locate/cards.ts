import { isBefore } from '../dom/is-before'
import { drawnRuns, type Run } from '../dom/runs'
import { isPutAway } from '../dom/visible'
import { hasLeverage } from '../scan/symbol'
import { means } from '../words/lexicon'
import type { Column } from '../words/dictionary'
import type { Anchor } from './anchors'
import { type Label, labelsIn } from './card-labels'
import { commonAncestor } from '../dom/common-ancestor'
import {
  exclusiveElements,
  type Group,
  type Located,
  type LocatedTitle,
  type Place,
} from './record'

/** A card has some dozen labels; more text around a symbol is something else. */
const LONGEST_CARD = 1_500
/** This many known labels with a value behind them are a card. */
const LEAST_KNOWN = 3
/** With a single known one, or with none, there must be more. */
const LEAST_WITH_ONE = 3
const LEAST_STRANGE = 5

/** `runs`: its texts in sight. A pane that is moved away may stand next to it, with orders in the same symbol. */
export type Card = {
  element: Element
  anchor: Anchor
  labels: readonly Label[]
  runs: readonly Run[]
}

const distinct = (labels: readonly Label[]): { known: number; all: number } => ({
  known: new Set(labels.flatMap(({ column }) => column ?? [])).size,
  all: new Set(labels.map(({ text, column }) => column ?? text).filter((name) => name !== '')).size,
})

/** The words of a card: known ones beyond doubt. */
const isSurelyCard = ({ labels }: Card): boolean => distinct(labels).known >= LEAST_KNOWN

/** A card if nothing else explains the symbol. */
export const mayBeCard = ({ labels }: Card): boolean => {
  const { known, all } = distinct(labels)
  return all >= (known > 0 ? LEAST_WITH_ONE : LEAST_STRANGE)
}

/** Where the card of a symbol can lie: elements that hold neither another one, nor a tab or a form, from near to far. */
export type Room = { anchor: Anchor; elements: readonly Element[] }

export const roomAround = (
  anchor: Anchor,
  symbolsIn: ReadonlyMap<Element, number>,
  outside: readonly Element[],
): Room => {
  const elements: Element[] = []
  for (let at = anchor.element.parentElement; at !== null; at = at.parentElement) {
    const inside = at
    if ((symbolsIn.get(at) ?? 0) > 1 || at.textContent.length > LONGEST_CARD) break
    if (outside.some((other) => inside.contains(other))) break
    elements.push(at)
  }
  return { anchor, elements }
}

/** Without a known word next to it a symbol is in no card beyond doubt. */
export const holdsTitle = (
  { elements }: Room,
  titles: readonly { element: Element }[],
): boolean => {
  const widest = elements.at(-1)
  return widest !== undefined && titles.some(({ element }) => widest.contains(element))
}

const textsInSight = (element: Element): Run[] =>
  drawnRuns(element).filter((run) => !isPutAway(run.element))

/** `texts`: those in sight of an element around the card, or of the card itself. */
const cardOf = (anchor: Anchor, element: Element, texts: readonly Run[]): Card => {
  const runs = texts.filter((run) => element.contains(run.element))
  const body = runs.filter((run) => !anchor.element.contains(run.element))
  return { element, anchor, runs, labels: labelsIn(body, anchor.symbol.textContent) }
}

/** The largest element around a symbol that still adds a label to it. */
export const cardIn = ({ anchor, elements }: Room): Card[] => {
  let best: Card | null = null
  let most = 0
  const widest = elements.at(-1)
  const texts = widest === undefined ? [] : textsInSight(widest)
  for (const element of elements) {
    const card = cardOf(anchor, element, texts)
    const { known, all } = distinct(card.labels)
    // Known labels count first; strange ones may as well stand outside of the card.
    const count = known > 0 ? known + LEAST_STRANGE : Math.min(all, LEAST_STRANGE)
    if (count > most) {
      best = card
      most = count
    }
  }
  return best === null ? [] : [best]
}

/** Beyond doubt, or in one list with those that are: a card that is folded shows its symbol and perhaps a PnL. */
export const sureCards = (rooms: readonly Room[]): Card[] => {
  const sure = rooms.flatMap(cardIn).filter(isSurelyCard)
  const isTaken = ({ anchor }: Room) => sure.some(({ element }) => element.contains(anchor.symbol))
  const isInList = (element: Element) =>
    sure.some(
      (card) =>
        card.element.parentElement === element.parentElement &&
        card.element.tagName === element.tagName,
    )
  const folded = rooms.flatMap((room): Card[] => {
    const element = isTaken(room) ? undefined : room.elements.find(isInList)
    return element === undefined ? [] : [cardOf(room.anchor, element, textsInSight(element))]
  })
  return [...sure, ...folded]
}

const nameOf = ({ column, text }: Label): string => column ?? `"${text}"`

/** What stands before the first label and its value; the symbol wherever it stands, and a leverage that is not next to it. */
const headOf = ({ anchor, labels, runs }: Card): Run[] => {
  const [first] = labels
  const isLeverage = ({ text }: Run, at: number): boolean =>
    anchor.isBare &&
    hasLeverage(text) &&
    (labels.every(({ column }) => column === null) || means('leverage', runs[at - 1]?.text ?? ''))
  const values = new Set(first?.values.map((run) => run.first))
  return runs.filter(
    (run, at) =>
      anchor.element.contains(run.element) ||
      isLeverage(run, at) ||
      first === undefined ||
      (isBefore(run.first, first.start.first) && !values.has(run.first)),
  )
}

/** A position as a card: each figure behind its own label, no line of titles anywhere. */
const located = (card: Card, placeOf: ReadonlyMap<string, number>): Located => {
  // A word that stands there twice: the first one counts.
  const labels = new Map<string, Label>()
  const groups: Group[] = card.labels.map((label, at) => {
    const name = nameOf(label)
    const isFirst = !labels.has(name)
    if (isFirst) labels.set(name, label)
    return { name: isFirst ? name : `again ${String(at)}`, runs: label.values }
  })
  const head = headOf(card)
  const taken = new Set([...head, ...groups.flatMap(({ runs }) => runs)].map(({ first }) => first))
  const rest = drawnRuns(card.element).filter(({ first }) => !taken.has(first))
  const elements = exclusiveElements(
    [{ name: 'symbol', runs: head }, ...groups, { name: 'rest', runs: rest }],
    card.element,
  )
  const cells = new Map<Column, readonly Element[]>()
  const untitled = new Map<number, readonly Element[]>()
  for (const [name, { column }] of labels) {
    const place = placeOf.get(name)
    const inside = elements.get(name) ?? []
    if (column !== null) cells.set(column, inside)
    else if (place !== undefined) untitled.set(place, inside)
  }
  return {
    symbol: elements.get('symbol') ?? [],
    cells,
    untitled,
    isBare: card.anchor.isBare,
    unsure: new Set(),
  }
}

/** Cards side by side, their labels as titles. */
export const placeOfCards = (cards: readonly Card[]): Place | null => {
  const scope = commonAncestor(cards.map(({ element }) => element))
  if (scope === null) return null
  const titles = new Map<string, LocatedTitle>()
  for (const label of cards.flatMap(({ labels }) => labels)) {
    const { text, column } = label
    titles.set(nameOf(label), {
      text,
      column,
      foundBy: column === null ? null : 'word',
      isLeverage: false,
    })
  }
  const placeOf = new Map([...titles.keys()].map((name, at) => [name, at]))
  return {
    layout: 'cards',
    // One card alone is its own scope, and what comes next to it has to be seen.
    scope: cards.length === 1 ? (scope.parentElement ?? scope) : scope,
    titles: [...titles.values()],
    records: cards.map((card) => located(card, placeOf)),
  }
}
