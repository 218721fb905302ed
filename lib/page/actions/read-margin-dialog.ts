import { only, onlyDistinct } from '../only'
import type { Decimal } from '@/lib/margin'
import type { MarginDialogReading } from '../action-reading'
import { marketOf } from '../dom/address'
import { drawnRuns, type Run } from '../dom/runs'
import { type Figure, type Figures, figuresIn } from '../locate/figures'
import { isFigure } from '../locate/placed-texts'
import type { NumberField, PositionReading } from '../reading'
import { numberField } from '../scan/number-field'
import { scanNumber } from '../scan/number'
import { parseSymbol, symbolIn } from '../scan/symbol'
import type { Word } from '../words/dictionary'
import { means } from '../words/lexicon'
import { agreed, type Direction, directionsIn } from './dialog-direction'
import { directionFromEstimate } from './direction-from-estimate'
import { markedDialogs, textInputsIn, unmarkedAround, windowBox } from './find-dialogs'
import { stylesFor, typedField } from './typed-field'

type Known = { dialog: Element; input: Element; runs: readonly Run[]; figures: Figures }

/** Lines that only this dialog has. */
const ownLines = [
  'assignedMargin',
  'maxAddable',
  'maxRemovable',
  'liquidationAfterIncrease',
  'liquidationAfterDecrease',
] as const satisfies readonly Word[]

const commonLines = ['maxAmount', 'estimatedLiquidation'] as const satisfies readonly Word[]

/**
 * Its name and a line, or two things that no other dialog has. The name alone may be a link to it, or
 * an article about it; a line alone may stand anywhere.
 */
const isAdjustMargin = ({ dialog, runs, figures }: Known): boolean => {
  const [title] = runs
  if (title !== undefined && means('otherDialog', title.text)) return false
  const isLine = (word: Word) => !isMissing(figures.of(word).field)
  const own = ownLines.filter(isLine).length
  if (runs.some(({ text }) => means('adjustMargin', text))) {
    return own > 0 || commonLines.some(isLine)
  }
  const options = [...dialog.querySelectorAll('option')].map(({ textContent }) => textContent)
  const texts = [...runs.map(({ text }) => text), ...options]
  const says = (word: Word) => texts.some((text) => means(word, text))
  return own > 1 || (own === 1 && says('addMargin') && says('removeMargin'))
}

const isMissing = (field: NumberField): boolean =>
  'missing' in field && field.missing === 'column-hidden'

/** The contract, where the dialog names it: "BTCUSDT Perp", "BTCUSDT" and "1225". */
const symbolOf = ({ dialog, runs }: Known): string | null => {
  const isInverse = marketOf(dialog.ownerDocument.location.pathname) === 'coinm'
  const found = runs.flatMap(({ text }, at) => {
    if (symbolIn(text) === null || isFigure(text)) return []
    const next = runs[at + 1]?.text ?? ''
    return parseSymbol([text, next], isInverse) ?? parseSymbol([text], isInverse) ?? []
  })
  return onlyDistinct(found.map(({ symbol }) => symbol))
}

/** The first of these words that names a figure. */
const firstNamed = (figures: Figures, words: readonly Word[]): Figure => {
  const found = words.map((word) => figures.of(word)).find(({ field }) => !isMissing(field))
  return found ?? figures.of(...words)
}

/** "57,277.0 → 55,996.8" names what is and what would be. */
const lastOf = (figures: Figures, word: Word): NumberField | null => {
  const prices = figures.all(word).filter(({ unit }) => unit !== '%')
  return prices.at(-1)?.field ?? null
}

const estimateIn = (figures: Figures, direction: Direction): NumberField => {
  const word = direction === 'remove' ? 'liquidationAfterDecrease' : 'liquidationAfterIncrease'
  return (
    lastOf(figures, word) ?? lastOf(figures, 'estimatedLiquidation') ?? { missing: 'column-hidden' }
  )
}

const equals = (field: NumberField, value: Decimal): boolean =>
  'value' in field && field.value.eq(value)

/** The isolated position whose margin the dialog names; `null`: none, or several. */
const ownerOf = (
  positions: readonly PositionReading[],
  assigned: NumberField,
): PositionReading | null => {
  if (!('value' in assigned)) return null
  return only(
    positions.filter(
      ({ marginMode, margin, wallet }) =>
        marginMode !== 'cross' &&
        (equals(margin, assigned.value) || equals(wallet, assigned.value)),
    ),
  )
}

const unitBeside = (input: Element, { figures, runs }: Known): string => {
  const around = input.parentElement
  const units = runs
    .filter(({ element }) => around?.contains(element))
    .map(({ text }) => text)
    .filter((text) => figures.labelled.some(({ figure }) => figure.text.endsWith(` ${text}`)))
  return units[0] ?? ''
}

const byWords = (
  known: Known,
  positions: readonly PositionReading[],
): MarginDialogReading | null => {
  if (!isAdjustMargin(known)) return null
  const { dialog, input, figures } = known
  const styles = stylesFor(figures.labelled.map(({ figure }) => figure.text))
  const amount = typedField(input, styles)
  const assigned = figures.of('assignedMargin')
  const said = directionsIn(dialog, figures)
  const estimate = estimateIn(figures, agreed(said))
  const owner = ownerOf(positions, assigned.field)
  const moved =
    owner !== null && 'value' in estimate
      ? directionFromEstimate(owner, { amount, price: estimate })
      : null
  const direction = agreed([...said, moved])
  const most = firstNamed(
    figures,
    direction === 'remove' ? ['maxRemovable', 'maxAmount'] : ['maxAddable', 'maxAmount'],
  )
  const unknown: NumberField = { missing: 'unknown' }
  return {
    direction,
    symbol: symbolOf(known),
    amount,
    asset: assigned.unit || most.unit || unitBeside(input, known) || null,
    assignedMargin: assigned.field,
    most: direction === null ? unknown : most.field,
    estimatedLiquidationPrice: direction === null ? unknown : estimate,
    box: windowBox(dialog),
  }
}

/**
 * A language without words: it is the dialog in which, next to one field, exactly one isolated position's
 * margin stands, and exactly one price to which the typed amount moves its liquidation price. Before an
 * amount is typed nothing tells it from any other dialog.
 */
const byFigures = (
  { dialog, input, figures: { labelled, style } }: Known,
  positions: readonly PositionReading[],
): MarginDialogReading | null => {
  const printed = labelled.flatMap(({ figure: { text } }) => {
    const scanned = scanNumber(text, style)
    return scanned.kind === 'number' && scanned.unit !== '' && scanned.unit !== '%'
      ? [{ scanned, field: numberField(scanned, text) }]
      : []
  })
  const owned = printed.flatMap(({ scanned, field }) => {
    const owner = ownerOf(positions, field)
    return owner === null ? [] : [{ owner, scanned, field }]
  })
  const [assigned, ...doubles] = owned
  if (assigned === undefined || doubles.length > 0) return null
  const amount = typedField(input, stylesFor(labelled.map(({ figure }) => figure.text)))
  const moves = printed.flatMap(
    ({ scanned, field }): { direction: Direction; field: NumberField }[] =>
      scanned === assigned.scanned || !('value' in field)
        ? []
        : [{ direction: directionFromEstimate(assigned.owner, { amount, price: field }), field }],
  )
  const [estimate, ...more] = moves.filter(({ direction }) => direction !== null)
  if (estimate === undefined || more.length > 0) return null
  return {
    direction: estimate.direction,
    symbol: assigned.owner.symbol,
    amount,
    asset: assigned.scanned.unit,
    assignedMargin: assigned.field,
    most: { missing: 'unknown' },
    estimatedLiquidationPrice: estimate.field,
    box: windowBox(dialog),
  }
}

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
