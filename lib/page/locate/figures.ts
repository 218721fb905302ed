import type { MissingField, NumberField } from '../reading'
import { englishNumbers, type NumberStyle, numberStyles, scanNumber } from '../scan/number'
import { numberField } from '../scan/number-field'
import type { Word } from '../words/dictionary'
import { isNamed, type Labelled, labelledFigures } from './labelled-figures'

/** A figure with the unit that it is printed with. */
export type Figure = { field: NumberField; unit: string; signed: boolean }

const bare = (field: MissingField): Figure => ({ field, unit: '', signed: false })

export const notInSight: MissingField = { missing: 'column-hidden' }

/** The style in which most of these are figures; "1,234" alone is printed the English way. */
export const styleOf = (texts: readonly string[]): NumberStyle => {
  let best = { style: englishNumbers, count: -1 }
  for (const style of numberStyles) {
    const count = texts.filter((text) => scanNumber(text, style).kind === 'number').length
    if (count > best.count) best = { style, count }
  }
  return best.style
}

export const figureFrom = (text: string, style: NumberStyle): Figure => {
  const scanned = scanNumber(text, style)
  const field = numberField(scanned, text)
  return scanned.kind === 'number'
    ? { field, unit: scanned.unit, signed: scanned.signed }
    : bare(field as MissingField)
}

/** The labelled figures of one part of the page, in one number style. */
export type Figures = {
  scope: Element
  style: NumberStyle
  labelled: readonly Labelled[]
  /** Every figure that the word names, in order. */
  all: (word: Word) => Figure[]
  /** The only one; of two nobody knows which is meant. */
  of: (...words: readonly Word[]) => Figure
}

export const figuresIn = (scope: Element): Figures => {
  const labelled = labelledFigures(scope)
  const style = styleOf(labelled.map(({ figure }) => figure.text))
  const all = (word: Word) =>
    labelled
      .filter(({ labels }) => isNamed(word, labels))
      .map(({ figure }) => figureFrom(figure.text, style))
  const of = (...words: readonly Word[]): Figure => {
    const found = labelled.filter(
      ({ labels, place }) => place === 0 && words.some((word) => isNamed(word, labels)),
    )
    const [only, ...others] = found
    if (only === undefined) return bare(notInSight)
    return others.length === 0 ? figureFrom(only.figure.text, style) : bare({ missing: 'unknown' })
  }
  return { scope, style, labelled, all, of }
}
