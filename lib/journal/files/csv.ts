/** A cell of text, or one that a spreadsheet may take for a number. Empty: not known. */
export type CsvCell = { text: string } | { number: string } | null

/** What makes a spreadsheet read a cell as a formula, in its ASCII and full-width forms. */
const FORMULA = /^[\s\p{C}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u
const NUMBER = /^-?\d+(?:\.\d+)?$/

const quoted = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

/** A formula is disarmed by an apostrophe before it. A number is what looks like one, and only that. */
const cellText = (cell: CsvCell): string => {
  if (cell === null) return ''
  const value = 'number' in cell ? cell.number : cell.text
  if ('number' in cell && NUMBER.test(value)) return value
  return quoted(FORMULA.test(value) ? `'${value}` : value)
}

export const csvRecord = (cells: readonly CsvCell[]): string =>
  `${cells.map(cellText).join(',')}\r\n`
