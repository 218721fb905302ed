import { only } from '../only'
import type { MarginDialogReading } from '../action-reading'
import { drawnRuns } from '../dom/runs'
import { figuresIn } from '../locate/figures'
import type { PositionReading } from '../reading'
import { markedDialogs, textInputsIn, unmarkedAround } from './find-dialogs'
import { type Known, byFigures } from './dialog-by-figures'
import { byWords } from './dialog-by-words'

/** Every place with one field for an amount: the dialogs for stops and orders have more. */
const candidatesIn = (root: Document, form: Element | null): Known[] => {
  const marked = markedDialogs(root)
  const known = form === null ? marked : [...marked, form]
  const unmarked = textInputsIn(root.body)
    .filter((input) => !known.some((element) => element.contains(input)))
    .flatMap((input) => unmarkedAround(input) ?? [])
  return [...new Set([...marked, ...unmarked])].flatMap((dialog) => {
    const [input, ...others] = textInputsIn(dialog)
    if (input === undefined || others.length > 0) return []
    return [{ dialog, input, runs: drawnRuns(dialog), figures: figuresIn(dialog) }]
  })
}

/**
 * The Adjust Margin dialog, where one stands open and nothing else could be meant. `positions` are
 * those of the table: they tell a dialog in a language that nobody here speaks. `form`: the order form,
 * whose fields are those of no dialog.
 */
export const findMarginDialog = (
  root: Document,
  positions: readonly PositionReading[] = [],
  form: Element | null = null,
): { element: Element; reading: MarginDialogReading } | null => {
  const found = candidatesIn(root, form).flatMap((known) => {
    const reading = byWords(known, positions) ?? byFigures(known, positions)
    return reading === null ? [] : [{ element: known.dialog, reading }]
  })
  return only(found)
}

export const readMarginDialog = (
  root: Document,
  positions?: readonly PositionReading[],
): MarginDialogReading | null => findMarginDialog(root, positions)?.reading ?? null
