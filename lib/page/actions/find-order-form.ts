import { only } from '../only'
import { isDrawn } from '../dom/visible'
import { findWords, type WordPlaces } from '../locate/word-places'
import { selectors } from '../selectors'
import { buttonWords } from '../words/order-button'
import type { Word } from '../words/dictionary'
import { markedDialogs, textInputsIn } from './find-dialogs'
import { fieldsOf, type FormField, isField } from './form-fields'

export type OrderForm = { form: Element; size: Element; fields: readonly FormField[] }

/** Words of other parts of the page: what holds one is more than the form. */
const foreign = [
  'positionsTab',
  'entryPrice',
  'marginBalance',
  'fundingCountdown',
  'index',
] as const

const words: ReadonlySet<Word> = new Set<Word>([...buttonWords, 'available', ...foreign])

/** A form has up to two hundred elements. */
const MOST_ELEMENTS = 400
const CLIMB = 14

const isForeign = (scope: Element, places: WordPlaces): boolean =>
  scope.getElementsByTagName('*').length > MOST_ELEMENTS ||
  foreign.some((word) => places.get(word)?.some((element) => scope.contains(element)))

/** "20x" on a button of its own, or behind the margin mode. */
export const LEVERAGE = /^(?:(.*\S)\s+)?(?:(\d{1,3})[x×]|[x×](\d{1,3}))$/iu

const hasLeverage = (scope: Element): boolean =>
  [...scope.querySelectorAll(selectors.button)].some(
    (button) => LEVERAGE.test(button.textContent.trim()) && isDrawn(button),
  )

/** The lowest element around a part of the form that holds as much of it as any, before the page begins. */
const formAround = (part: Element, places: WordPlaces): Element | null => {
  const widget = part.closest(selectors.widget)
  if (widget !== null) return widget
  const anchors = [...buttonWords, 'available' as const].flatMap((word) =>
    (places.get(word) ?? []).filter(isDrawn),
  )
  let best: { element: Element; richness: number } | null = null
  let at = part.parentElement
  for (let step = 0; step < CLIMB && at !== null && at !== at.ownerDocument.body; step += 1) {
    const scope: Element = at
    if (isForeign(scope, places)) break
    const richness =
      anchors.filter((anchor) => scope.contains(anchor)).length +
      textInputsIn(scope).length +
      Number(hasLeverage(scope))
    if (best === null || richness > best.richness) best = { element: scope, richness }
    at = at.parentElement
  }
  return best?.element ?? null
}

/** The field for the size: by its words, or because it is the only one. */
const sizeIn = (fields: readonly FormField[]): Element | null => {
  const sizes = fields.filter((field) => isField(field, 'size', 'amount'))
  const named = only(sizes.filter((field) => !isField(field, 'price', 'takeProfit', 'stopLoss')))
  return (named ?? only(fields))?.input ?? null
}

const markedSizes = (scope: Document | Element): Element[] =>
  [...scope.querySelectorAll(selectors.sizeInput)].filter(isDrawn)

/** What stands in a form now: its fields come and go with the type of the order. */
export const formIn = (form: Element): OrderForm | null => {
  const fields = fieldsOf(form)
  const marked = markedSizes(form)
  const size = marked.length > 0 ? only(marked) : sizeIn(fields)
  return size === null ? null : { form, size, fields }
}

/** The one order form in sight: around the field that the page marks, or around its buttons. */
export const findOrderForm = (root: Document): OrderForm | null => {
  const places = findWords(root.body, words)
  const marked = markedSizes(root)
  const dialogs = markedDialogs(root)
  const buttons = buttonWords
    .flatMap((word) => places.get(word) ?? [])
    .filter((button) => isDrawn(button) && !dialogs.some((dialog) => dialog.contains(button)))
  const parts = marked.length > 0 ? marked : buttons
  const forms = new Set(parts.flatMap((part) => formAround(part, places) ?? []))
  return only([...forms].flatMap((form) => formIn(form) ?? []))
}
