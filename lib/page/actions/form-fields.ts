import { only } from '../only'
import { isBefore } from '../dom/is-before'
import { drawnRuns } from '../dom/runs'
import { isTicked } from '../dom/ticked'
import { isDrawn } from '../dom/visible'
import { notInSight } from '../locate/figures'
import type { Field } from '../reading'
import { selectors } from '../selectors'
import type { Word } from '../words/dictionary'
import { means } from '../words/lexicon'
import { textInputsIn } from './find-dialogs'

/** A field with everything that is written in it, next to it and about it. */
export type FormField = { input: Element; texts: readonly string[] }

const textsIn = (element: Element): string[] => [
  ...drawnRuns(element).map(({ text }) => text),
  ...[...element.querySelectorAll(selectors.choice)].flatMap(
    ({ options, selectedIndex }) => options[selectedIndex]?.textContent.trim() ?? [],
  ),
]

const attributesOf = (input: Element): string[] =>
  ['placeholder', 'aria-label', 'title'].flatMap((name) => input.getAttribute(name)?.trim() ?? [])

/** The highest element around a field of the form in which no other field or tick stands. */
const itemAround = (input: Element, form: Element): Element => {
  let item = input
  for (let at = input.parentElement; at !== null && at !== form; at = at.parentElement) {
    const fields = at.querySelectorAll(`${selectors.textInput}, ${selectors.tick}`)
    if (fields.length > 1) break
    item = at
    // Further up stand lines and buttons that are no part of it.
    if (item.matches(selectors.formItem)) break
  }
  return item
}

/** What stands between two fields of a form that has no elements for its fields. */
const textsBetween = (form: Element, before: Element | null, input: Element): string[] =>
  drawnRuns(form)
    .filter(
      ({ element, first }) =>
        element !== form.ownerDocument.body &&
        isBefore(first, input) &&
        (before === null || isBefore(before, first)),
    )
    .map(({ text }) => text)
    .slice(-2)

/** "Size (BTC)", "Amount(USDT)": the word before the brackets. */
const withoutBrackets = (text: string): string => text.replace(/\s*[([][^()[\]]*[)\]]$/, '')

export const isField = ({ texts }: Pick<FormField, 'texts'>, ...words: readonly Word[]): boolean =>
  texts.some((text) =>
    words.some((word) => means(word, text) || means(word, withoutBrackets(text))),
  )

/** What the fields of a form are for. */
const purposes = [
  'price',
  'size',
  'amount',
  'takeProfit',
  'stopLoss',
  'triggerConditions',
] as const satisfies readonly Word[]

/** The text over a field: the last one before its element, where that names a field. */
const titleOver = (form: Element, before: Element | null, item: Element): string[] => {
  const [title = ''] = textsBetween(form, before, item).slice(-1)
  return isField({ texts: [title] }, ...purposes) ? [title] : []
}

export const fieldsOf = (form: Element): FormField[] => {
  const inputs = textInputsIn(form)
  const items = inputs.map((input) => itemAround(input, form))
  return inputs.map((input, at) => {
    const item = items[at] ?? input
    const before = inputs[at - 1] ?? null
    const own = [...attributesOf(input), ...textsIn(item)]
    if (own.length === 0) return { input, texts: textsBetween(form, before, input) }
    const isNamed = isField({ texts: own }, ...purposes)
    return {
      input,
      texts: isNamed ? own : [...titleOver(form, items[at - 1] ?? null, item), ...own],
    }
  })
}

/** The label of a tick box: around it, or the text behind it. */
const labelOf = (tick: Element, form: Element): string[] => {
  const own = [tick.getAttribute('aria-label') ?? '', ...drawnRuns(tick).map(({ text }) => text)]
  for (let at = tick.parentElement; at !== null && form.contains(at); at = at.parentElement) {
    const texts = drawnRuns(at)
    if (texts.length === 0) continue
    if (at.querySelectorAll(selectors.tick).length === 1)
      return [...own, ...texts.map(({ text }) => text)]
    const behind = texts.find(({ first }) => isBefore(tick, first))
    return behind === undefined ? own : [...own, behind.text]
  }
  return own
}

/** The tick box whose label says this. */
export const tickOf = (form: Element, ...words: readonly Word[]): Field<boolean> => {
  const ticks = [...form.querySelectorAll(selectors.tick)]
    .filter((tick) => isDrawn(tick) && !tick.parentElement?.closest(selectors.tick))
    .filter((tick) => labelOf(tick, form).some((text) => words.some((word) => means(word, text))))
  const tick = only(ticks)
  if (tick === null) return notInSight
  const value = isTicked(tick)
  return value === null ? { missing: 'unknown' } : { value, text: '' }
}
