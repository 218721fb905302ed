import { only } from '../only'
import type { MarginDialogReading } from '../action-reading'
import { drawnRuns } from '../dom/runs'
import { figuresIn } from '../locate/figures'
import type { NumberField, PositionReading } from '../reading'
import { markedDialogs, textInputsIn, unmarkedAround } from './find-dialogs'
import { type Known, byFigures } from './dialog-by-figures'
import { byWords } from './dialog-by-words'

/** "25 %": the slider in digits. */
const isPercentage = ({ parentElement }: Element): boolean =>
  only(parentElement ? drawnRuns(parentElement) : [])?.text === '%'

/** Every place with one field for an amount: the dialogs for stops and orders have more. */
const candidatesIn = (root: Document, form: Element | null): Known[] => {
  const marked = markedDialogs(root)
  const known = form === null ? marked : [...marked, form]
  const unmarked = textInputsIn(root.body)
    .filter((input) => !known.some((element) => element.contains(input)))
    .flatMap((input) => unmarkedAround(input) ?? [])
  return [...new Set([...marked, ...unmarked])].flatMap((dialog) => {
    const [input, ...others] = textInputsIn(dialog).filter((one) => !isPercentage(one))
    if (input === undefined || others.length > 0) return []
    return [{ dialog, input, runs: drawnRuns(dialog), figures: figuresIn(dialog) }]
  })
}

const orElse = (own: NumberField, other: NumberField): NumberField =>
  'missing' in own && own.missing === 'column-hidden' ? other : own

/** By words, and by the figures where a line has words that nobody here knows. */
const filled = (
  byWord: MarginDialogReading | null,
  byFigure: MarginDialogReading | null,
): MarginDialogReading | null => {
  if (byWord === null || byFigure === null) return byWord ?? byFigure
  if (byWord.direction !== byFigure.direction) return byWord
  const estimate = byWord.estimatedLiquidationPrice
  return {
    ...byWord,
    asset: byWord.asset ?? byFigure.asset,
    assignedMargin: orElse(byWord.assignedMargin, byFigure.assignedMargin),
    estimatedLiquidationPrice: orElse(estimate, byFigure.estimatedLiquidationPrice),
  }
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
    const reading = filled(byWords(known, positions), byFigures(known, positions))
    return reading === null ? [] : [{ element: known.dialog, reading }]
  })
  return only(found)
}

export const readMarginDialog = (
  root: Document,
  positions?: readonly PositionReading[],
): MarginDialogReading | null => findMarginDialog(root, positions)?.reading ?? null
