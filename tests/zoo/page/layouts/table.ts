import { el } from '../../look/html.ts'
import { hiding } from './rows.ts'
import { aligned, inCell, rowHeight, type Table, widthOfAll } from './table-of.ts'

const cellPadding = 'padding:0 6px;font-weight:normal'

/** A real table; its body may be a second one, so that it scrolls under its header. */
export const tableLayout = (table: Table): string => {
  const { writer, columns, rows } = table
  const { css, random } = writer
  const { titles, cells } = aligned(writer)
  const all = css(
    `border-collapse:collapse;table-layout:fixed;width:100%;min-width:${widthOfAll(table)}px`,
  )
  const widths = el(
    'colgroup',
    {},
    ...columns.map(({ width }) => el('col', { style: `width:${width}px` })),
  )
  const head = el(
    'thead',
    {},
    el(
      'tr',
      {},
      ...columns.map(({ title }) =>
        el(
          'th',
          { class: css(`${cellPadding};${titles};opacity:.6;height:30px;position:relative`) },
          title,
        ),
      ),
    ),
  )
  const body = el(
    'tbody',
    {},
    ...rows.map(({ cells: markup }, at) =>
      el(
        'tr',
        { class: css(`height:${rowHeight}px${hiding(table, at)}`) },
        ...columns.map(({ name }) =>
          el('td', { class: css(`${cellPadding};${cells}`) }, inCell(writer, markup[name])),
        ),
      ),
    ),
  )
  return random.fork('two tables').chance(0.35)
    ? el('table', { class: all }, widths, head) +
        el('div', {}, el('table', { class: all }, widths, body))
    : el('table', { class: all }, widths, head, body)
}
