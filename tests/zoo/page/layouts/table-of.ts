import { el } from '../../look/html.ts'
import type { Writer } from '../../look/writer.ts'
import type { ColumnName } from '../columns.ts'
import type { Row } from '../row.ts'
import { titleMarkup } from '../titles.ts'

export type TableColumn = { name: ColumnName; title: string; width: number }

/** What every layout lays out. */
export type Table = { writer: Writer; columns: readonly TableColumn[]; rows: readonly Row[] }

export const rowHeight = 44

/** Room for the padding and the gap that an element brings. */
const ELEMENT = 9

/** The lines of a cell with the width of what stands in them. */
const lineWidths = (markup: string): number[] =>
  markup
    .split(/<\/div>|<br>/)
    .map(
      (line) =>
        widthOf(line.replace(/<[^>]*>/g, '')) +
        ELEMENT * (line.match(/<(?:span|button|svg|bdi)/g)?.length ?? 0),
    )

/** Latin letters are narrower than those of Chinese; 12 px text. */
const widthOf = (line: string): number =>
  Array.from(line).reduce(
    (sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 12.5 : 7),
    0,
  )

const minimum: Partial<Record<ColumnName, number>> = {
  close: 150,
  opened: 130,
  reverse: 60,
  adl: 50,
}

/** Wide enough for what stands in it: nothing runs into its neighbour. */
const columnWidth = (name: ColumnName, rows: readonly Row[], title: string): number => {
  const words = title.replace(/<div role[\s\S]*|<[^>]*>|&nbsp;/g, ' ').split(/[\s/]+/)
  const widest = Math.max(0, ...rows.flatMap(({ cells }) => lineWidths(cells[name])))
  const word = Math.max(...words.map(widthOf))
  return Math.ceil(Math.max(widest + 22, word + 14, minimum[name] ?? 64))
}

export const tableOf = (
  writer: Writer,
  names: readonly ColumnName[],
  rows: readonly Row[],
): Table => ({
  writer,
  columns: names.map((name) => {
    const title = titleMarkup(writer, name)
    return { name, title, width: columnWidth(name, rows, title) }
  }),
  rows,
})

export const widthOfAll = ({ columns }: Pick<Table, 'columns'>): number =>
  columns.reduce((sum, { width }) => sum + width, 0)

const sides = {
  left: ['start', 'start'],
  right: ['end', 'end'],
  centre: ['center', 'center'],
  'titles left, cells right': ['start', 'end'],
} as const

/** Alignment of titles and of cells. */
export const aligned = ({ choices }: Writer) => {
  const [titles, cells] = sides[choices.alignment]
  return { titles: `text-align:${titles}`, cells: `text-align:${cells}` }
}

/** What is inside of a cell: as many boxes as the page likes. */
export const inCell = ({ random, css, choices }: Writer, markup: string): string => {
  const depth = random.fork('depth').whole(0, 2)
  const [, cells] = sides[choices.alignment]
  let inner = markup
  for (let level = 0; level < depth; level += 1) {
    inner = el(
      'div',
      {
        class: css(
          `display:flex;flex-direction:column;align-items:${cells === 'end' ? 'flex-end' : cells === 'center' ? 'center' : 'flex-start'}`,
        ),
      },
      inner.startsWith('<div') ? inner : el('div', {}, inner),
    )
  }
  return inner
}
