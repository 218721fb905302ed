import type { MissingField, NumberField } from './page-reading'
import { type NumberStyle, parseNumber, type ParsedNumber } from './parse-number'
import { drawnTexts } from './text-tokens'
import type { Vocabulary } from './vocabulary'

/** How the page speaks, and how it prints figures: several styles while they cannot be told apart. */
export type Language = { vocabulary: Vocabulary; styles: readonly NumberStyle[] }

/** A number in a cell, with the unit it is printed with. */
export type CellNumber = { field: NumberField; unit: string; signed: boolean }

const asField = (parsed: ParsedNumber, text: string): NumberField =>
  'missing' in parsed
    ? { missing: parsed.missing, text }
    : { value: parsed.value, decimals: parsed.decimals, text }

const bare = (field: NumberField): CellNumber => ({ field, unit: '', signed: false })

export const hiddenColumn: MissingField = { missing: 'column-hidden' }

export const noCell: CellNumber = bare(hiddenColumn)

/**
 * The one number in these texts. A unit may be a text of its own; any other text beside the number
 * makes it unparsed, since it may change what the number means.
 */
export const numberOf = (
  texts: readonly string[],
  { styles }: Pick<Language, 'styles'>,
): CellNumber => {
  const text = texts.join(' ')
  if (text === '') return bare({ missing: 'unparsed', text })
  const parsed = parseNumber(text, styles)
  return 'missing' in parsed
    ? bare(asField(parsed, text))
    : { field: asField(parsed, text), unit: parsed.unit, signed: parsed.signed }
}

/** The one number of a cell. */
export const readNumber = (cell: Element | undefined, language: Language): CellNumber =>
  cell === undefined ? noCell : numberOf(drawnTexts(cell), language)

/** A price stands alone in every generation: with a unit it is an amount under the wrong word. */
export const readPrice = (cell: Element | undefined, language: Language): NumberField => {
  const { field, unit } = readNumber(cell, language)
  if (!('value' in field)) return field
  return !field.value.isNeg() && unit === '' ? field : { missing: 'unparsed', text: field.text }
}

export const readPercent = (cell: Element | undefined, language: Language): NumberField => {
  const { field, unit } = readNumber(cell, language)
  return 'value' in field && unit !== '%' ? { missing: 'unparsed', text: field.text } : field
}

/** Contracts are counted under this name, whatever the page's language calls them. */
export const CONTRACTS = 'Cont'

/** "0.012 BTC", "12 Cont", "12 Hợp đồng", "12张": the unit for contracts may be words, or glued. */
export const readSize = (cell: Element | undefined, language: Language): CellNumber => {
  if (cell === undefined) return noCell
  const texts = drawnTexts(cell)
  const match = /^([^\p{L}]*\d)\s*(\D+)$/u.exec(texts.join(' '))
  if (match?.[1] === undefined || !language.vocabulary.is('contracts', match[2] ?? '')) {
    return numberOf(texts, language)
  }
  const { field, signed } = numberOf([match[1].trim()], language)
  return { field, unit: CONTRACTS, signed }
}

const isPercent = (text: string): boolean => /%\s*\)?$/.test(text)

/** Amount and percentage of one cell: "+0.01 USDT" over "(+3.39%)" or "-0.26%". */
export const readPnl = (
  cell: Element | undefined,
  language: Language,
): { pnl: CellNumber; roi: CellNumber } => {
  if (cell === undefined) return { pnl: noCell, roi: noCell }
  const texts = drawnTexts(cell).flatMap((text) => {
    const joined = /^([^(%]*\d[^(%]*?)\s*(\([^()]*%\s*\))$/.exec(text)
    return joined === null ? [text] : [joined[1] ?? '', joined[2] ?? '']
  })
  const percents = texts.filter(isPercent)
  const pnl = numberOf(
    texts.filter((text) => !isPercent(text)),
    language,
  )
  // A percentage alone is some other one.
  const isRoi = percents.length === 1 && 'value' in pnl.field
  return {
    pnl,
    roi: isRoi
      ? numberOf(percents, language)
      : bare({ missing: 'unparsed', text: texts.join(' ') }),
  }
}

/** Only links that add something, or dashes: there is nothing yet. */
export const isEmptyCell = (cell: Element | undefined, { vocabulary }: Language): boolean => {
  if (cell === undefined) return false
  const texts = drawnTexts(cell)
  return texts.length > 0 && texts.every((text) => /^-{1,2}$/.test(text) || isAdd(text, vocabulary))
}

const isAdd = (text: string, vocabulary: Vocabulary): boolean =>
  vocabulary.is('add', text.replace(/^\[(.*)\]$/, '$1'))

/** "77,000.00 / 73,000.00". */
export const isPairOfStops = (cell: Element): boolean =>
  drawnTexts(cell).join(' ').split('/').length === 2

/** Take-profit and stop-loss of the whole position: "77,000.00 / 73,000.00", "-- / --", "Add". */
export const readStops = (
  cell: Element | undefined,
  language: Language,
): { takeProfit: NumberField; stopLoss: NumberField } => {
  if (cell === undefined) return { takeProfit: hiddenColumn, stopLoss: hiddenColumn }
  const text = drawnTexts(cell).join(' ')
  // A dash alone may be the half of "-- / 73,000.00" that is there already.
  if (isEmptyCell(cell, language) && !/^-{1,2}$/.test(text)) {
    return { takeProfit: { missing: 'none', text }, stopLoss: { missing: 'none', text } }
  }
  const halves = text.split('/')
  const [takeProfit, stopLoss] = halves
  if (takeProfit === undefined || stopLoss === undefined || halves.length !== 2) {
    return { takeProfit: { missing: 'unparsed', text }, stopLoss: { missing: 'unparsed', text } }
  }
  return {
    takeProfit: numberOf([takeProfit.trim()], language).field,
    stopLoss: numberOf([stopLoss.trim()], language).field,
  }
}
