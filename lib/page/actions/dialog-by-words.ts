import { onlyDistinct } from '../only'
import type { MarginDialogReading } from '../action-reading'
import { contractsIn } from '../account/contracts-in'
import { marketOf } from '../dom/address'
import { type Figure, type Figures } from '../locate/figures'
import type { NumberField, PositionReading } from '../reading'
import type { Word } from '../words/dictionary'
import { means } from '../words/lexicon'
import { agreed, type Direction, directionsIn } from './dialog-direction'
import { directionFromEstimate } from './direction-from-estimate'
import { windowBox } from './find-dialogs'
import { stylesFor, typedField } from './typed-field'
import { type Known, ownerOf } from './dialog-by-figures'

/** Lines that only this dialog has. */
const ownLines = [
  'assignedMargin',
  'maxAddable',
  'maxRemovable',
  'liquidationAfterIncrease',
  'liquidationAfterDecrease',
] as const satisfies readonly Word[]

const commonLines = ['maxAmount', 'estimatedLiquidation'] as const satisfies readonly Word[]

/** "Liq. Price 57,277.0 → 55,996.8", or a table of what is and what would be. */
const isChange = (figures: Figures): boolean => figures.all('liquidationPrice').length === 2

/**
 * Its name and a line, or two things that no other dialog has. The name alone may be a link to it, or
 * an article about it; a line alone may stand anywhere.
 */
const isAdjustMargin = ({ dialog, runs, figures }: Known): boolean => {
  const [title] = runs
  if (title !== undefined && means('otherDialog', title.text)) return false
  const isLine = (word: Word) => !isMissing(figures.of(word).field)
  const own = ownLines.filter(isLine).length
  const options = [...dialog.querySelectorAll('option')].map(({ textContent }) => textContent)
  const texts = [...runs.map(({ text }) => text), ...options]
  const says = (word: Word) => texts.some((text) => means(word, text))
  const hasBothWays = says('addMargin') && says('removeMargin')
  if (runs.some(({ text }) => means('adjustMargin', text))) {
    return own > 0 || commonLines.some(isLine) || (hasBothWays && isChange(figures))
  }
  return own > 1 || (own === 1 && hasBothWays)
}

const isMissing = (field: NumberField): boolean =>
  'missing' in field && field.missing === 'column-hidden'

/** The contract, where the dialog names it: "BTCUSDT Perp", "BTCUSDT" and "1225". */
const symbolOf = ({ dialog, runs }: Known): string | null => {
  const isInverse = marketOf(dialog.ownerDocument.location.pathname) === 'coinm'
  const texts = runs.map(({ text }) => text)
  return onlyDistinct(contractsIn(texts, isInverse))
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
    lastOf(figures, word) ??
    lastOf(figures, 'estimatedLiquidation') ??
    (isChange(figures) ? lastOf(figures, 'liquidationPrice') : null) ?? { missing: 'column-hidden' }
  )
}

/** The margin by its own line, or the first of two: what is, and what would be. */
const assignedIn = (figures: Figures): Figure => {
  const named = figures.of('assignedMargin')
  const [now, ...others] = figures.all('margin')
  return isMissing(named.field) && now !== undefined && others.length < 2 ? now : named
}

const unitBeside = (input: Element, { figures, runs }: Known): string => {
  const around = input.parentElement
  const units = runs
    .filter(({ element }) => around?.contains(element))
    .map(({ text }) => text)
    .filter((text) => figures.labelled.some(({ figure }) => figure.text.endsWith(` ${text}`)))
  return units[0] ?? ''
}

export const byWords = (
  known: Known,
  positions: readonly PositionReading[],
): MarginDialogReading | null => {
  if (!isAdjustMargin(known)) return null
  const { dialog, input, figures } = known
  const styles = stylesFor(figures.labelled.map(({ figure }) => figure.text))
  const amount = typedField(input, styles)
  const assigned = assignedIn(figures)
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
