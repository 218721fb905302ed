import { onlyDistinct } from '../only'
import type { MarginDialogReading } from '../action-reading'
import { drawnRuns } from '../dom/runs'
import { selectedOf } from '../dom/selected'
import { isDrawn } from '../dom/visible'
import { selectors } from '../selectors'
import { means } from '../words/lexicon'
import type { Figures } from '../locate/figures'

export type Direction = MarginDialogReading['direction']

const meaningOf = (text: string): Direction => {
  const add = means('addMargin', text)
  return add === means('removeMargin', text) ? null : add ? 'add' : 'remove'
}

/** What witnesses agree on; those that say nothing do not count. */
export const agreed = (witnesses: readonly Direction[]): Direction => {
  return onlyDistinct(witnesses.filter((one) => one !== null))
}

/** The element that is selected as a whole: the tab, or the label with its radio button. */
const choiceAround = (element: Element): Element =>
  element.closest('[role="tab"], [role="radio"], [aria-selected], label, button') ?? element

/** Another choice next to it is the selected one. */
const isPassedOver = (element: Element): boolean => {
  const choices = [...(element.parentElement?.children ?? [])].filter(
    (one) => one.nodeName === element.nodeName && drawnRuns(one).length > 0,
  )
  const selected = choices.length < 2 ? null : selectedOf(choices)
  return selected !== null && selected !== element
}

const chosen = (dialog: Element): Direction[] => {
  const found = drawnRuns(dialog).flatMap(({ text, element }) => {
    const direction = meaningOf(text)
    return direction === null ? [] : [{ direction, element: choiceAround(element) }]
  })
  const tabs = [...new Map(found.map((one) => [one.element, one])).values()]
  // One word alone: a dialog for one direction, or its button; or a tab next to one that nobody can read.
  if (new Set(tabs.map(({ direction }) => direction)).size < 2) {
    return tabs.flatMap(({ direction, element }) => (isPassedOver(element) ? [] : [direction]))
  }
  const selected = selectedOf(tabs.map(({ element }) => element))
  return [tabs.find(({ element }) => element === selected)?.direction ?? null]
}

const inDropDowns = (dialog: Element): Direction[] =>
  [...dialog.querySelectorAll(selectors.choice)].filter(isDrawn).map((choice) => {
    const { options, selectedIndex } = choice
    return meaningOf(options[selectedIndex]?.textContent ?? '')
  })

/** "Max addable" and "Est. Liq. Price after increase" say it as well. */
const inLines = ({ labelled }: Figures): Direction[] =>
  labelled.map(({ labels }) => {
    const says = (...words: Parameters<typeof means>[0][]) =>
      labels.some((text) => words.some((word) => means(word, text)))
    const add = says('maxAddable', 'liquidationAfterIncrease')
    const remove = says('maxRemovable', 'liquidationAfterDecrease')
    return add === remove ? null : add ? 'add' : 'remove'
  })

/** The tab, radio button or choice that is selected, and the words of the lines: they must not disagree. */
export const directionsIn = (dialog: Element, figures: Figures): Direction[] => [
  ...chosen(dialog),
  ...inDropDowns(dialog),
  ...inLines(figures),
]
