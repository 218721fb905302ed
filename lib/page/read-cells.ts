import type { MissingField, NumberField } from './page-reading'
import { type NumberStyle, parseNumber, type ParsedNumber } from './parse-number'
import { textTokens } from './text-tokens'

/** A number in a cell, with the unit it is printed with. */
export type CellNumber = { field: NumberField; unit: string; signed: boolean }

const asField = (parsed: ParsedNumber, text: string): NumberField =>
  'missing' in parsed
    ? { missing: parsed.missing, text }
    : { value: parsed.value, decimals: parsed.decimals, text }

const bare = (field: NumberField): CellNumber => ({ field, unit: '', signed: false })

export const hiddenColumn: MissingField = { missing: 'column-hidden' }

/**
 * The one number of a cell. A unit may stand in a text of its own; any other text beside the number
 * makes the cell unparsed, since it may change what the number means.
 */
export const readNumber = (cell: Element | undefined, style: NumberStyle): CellNumber => {
  if (cell === undefined) return bare(hiddenColumn)
  const texts = textTokens(cell).map(({ text }) => text)
  return numberOf(texts, style)
}

export const numberOf = (texts: readonly string[], style: NumberStyle): CellNumber => {
  const text = texts.join(' ')
  if (text === '') return bare({ missing: 'unparsed', text })
  const parsed = parseNumber(text, style)
  return 'missing' in parsed
    ? bare(asField(parsed, text))
    : { field: asField(parsed, text), unit: parsed.unit, signed: parsed.signed }
}

/** Amount and percentage of one cell: "+0.01 USDT" over "(+3.39%)" or "-0.26%". */
export const readPnl = (
  cell: Element | undefined,
  style: NumberStyle,
): { pnl: CellNumber; roi: CellNumber } => {
  if (cell === undefined) return { pnl: bare(hiddenColumn), roi: bare(hiddenColumn) }
  const texts = textTokens(cell).map(({ text }) => text)
  const isPercent = (text: string) => /%\s*\)?$/.test(text)
  const percents = texts.filter(isPercent)
  return {
    pnl: numberOf(
      texts.filter((text) => !isPercent(text)),
      style,
    ),
    roi:
      percents.length === 1
        ? numberOf(percents, style)
        : bare({ missing: 'unparsed', text: texts.join(' ') }),
  }
}

/** Take-profit and stop-loss of the whole position: "77,000.00 / 73,000.00", "-- / --". */
export const readStops = (
  cell: Element | undefined,
  style: NumberStyle,
): { takeProfit: NumberField; stopLoss: NumberField } => {
  if (cell === undefined) return { takeProfit: hiddenColumn, stopLoss: hiddenColumn }
  const text = textTokens(cell)
    .map((token) => token.text)
    .join(' ')
  const halves = text.split('/')
  const [takeProfit, stopLoss] = halves
  if (takeProfit === undefined || stopLoss === undefined || halves.length !== 2) {
    return { takeProfit: { missing: 'unparsed', text }, stopLoss: { missing: 'unparsed', text } }
  }
  return {
    takeProfit: numberOf([takeProfit.trim()], style).field,
    stopLoss: numberOf([stopLoss.trim()], style).field,
  }
}
