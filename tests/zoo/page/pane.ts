import { el } from '../look/html.ts'
import type { Writer } from '../look/writer.ts'
import type { ColumnName } from './columns.ts'
import { cardsLayout } from './layouts/cards.ts'
import { frozenLayout } from './layouts/frozen.ts'
import { gridLayout } from './layouts/grid.ts'
import { rowsLayout, sectionsLayout, virtualLayout } from './layouts/rows.ts'
import { tableLayout } from './layouts/table.ts'
import { tableOf } from './layouts/table-of.ts'
import type { Row } from './row.ts'

/** Rows that a virtualised list keeps on both sides of those in sight, as react-window does. */
const overscan = 1
const inSight = 8

/** The rows that are in the document, by index. */
export const drawnRows = (
  { choices, random }: Pick<Writer, 'choices' | 'random'>,
  count: number,
): number[] => {
  const all = Array.from({ length: count }, (_, at) => at)
  if (choices.layout !== 'virtual' || count <= inSight) return all
  const first = random.fork('scrolled').chance(0.5)
    ? 0
    : random.fork('scrolled to').whole(0, count - inSight)
  return all.slice(Math.max(0, first - overscan), first + inSight + overscan)
}

type Pane = {
  rows: readonly Row[]
  columns: readonly ColumnName[]
  /** In the document. */
  drawn: readonly number[]
  /** Of these, what no filter takes away. */
  shown: readonly number[]
}

/** The positions of one page in its layout. */
export const positionsMarkup = (writer: Writer, pane: Pane): string => {
  const { rows, columns, drawn, shown } = pane
  const { css, word, words, random } = writer
  if (shown.length === 0) {
    const empty = css('padding:40px;text-align:center;opacity:.6')
    return el('div', { class: empty }, word(words.noPosition))
  }
  // What a filter takes away is not there, or stays in the document.
  const isKept = shown.length < drawn.length && random.fork('kept rows').chance(0.5)
  const filtered = isKept
    ? rows.map((row, at) => ({ ...row, isHidden: !shown.includes(at) }))
    : shown.length < drawn.length
      ? shown.map((at) => rows[at]!)
      : rows
  const table = tableOf(writer, columns, filtered)
  switch (writer.choices.layout) {
    case 'rows':
      return rowsLayout(table)
    case 'table':
      return tableLayout(table)
    case 'grid':
      return gridLayout(table)
    case 'frozen':
      return frozenLayout(table)
    case 'sections':
      return sectionsLayout(table)
    case 'virtual':
      return virtualLayout(table, shown.length < drawn.length ? filtered.map((_, at) => at) : drawn)
    case 'cards':
      return cardsLayout(table)
  }
}

const putAway: Record<Exclude<Writer['choices']['stale pane'], 'none'>, string> = {
  'display none': 'display:none',
  'visibility hidden': 'visibility:hidden;position:absolute;width:100%',
  'off screen': 'position:absolute;inset-inline-start:-9999px;width:1400px',
  collapsed: 'height:0;overflow:hidden',
  transparent: 'opacity:0;position:absolute;pointer-events:none;width:100%',
}

/** A pane that is still mounted, with rows of an hour ago. */
export const stalePane = (writer: Writer, markup: string): string => {
  const kind = writer.choices['stale pane']
  return kind === 'none' ? '' : el('div', { class: writer.css(putAway[kind]) }, markup)
}
