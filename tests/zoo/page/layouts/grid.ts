import { el } from '../../look/html.ts'
import { aligned, inCell, rowHeight, type Table, widthOfAll } from './table-of.ts'

/** One grid over all cells: a row is a box that is not drawn, or no element at all. */
export const gridLayout = (table: Table): string => {
  const { writer, columns, rows } = table
  const { css, random } = writer
  const { titles, cells } = aligned(writer)
  const tracks = columns.map(({ width }) => `minmax(${width}px,1fr)`).join(' ')
  const line = (...inside: string[]): string =>
    random.fork('row elements').chance(0.7)
      ? el('div', { class: css('display:contents') }, ...inside)
      : inside.join('')
  const titleClass = css(`${titles};padding:6px;opacity:.6;position:relative`)
  const cellClass = css(
    `${cells};padding:4px 6px;min-height:${rowHeight}px;box-sizing:border-box;align-content:center`,
  )
  return el(
    'div',
    {
      class: css(
        `display:grid;grid-template-columns:${tracks};min-width:${widthOfAll(table)}px;align-items:center`,
      ),
    },
    line(...columns.map(({ title }) => el('div', { class: titleClass }, title))),
    ...rows
      .filter(({ isHidden }) => isHidden !== true)
      .map(({ cells: markup }) =>
        line(
          ...columns.map(({ name }) =>
            el('div', { class: cellClass }, inCell(writer, markup[name])),
          ),
        ),
      ),
  )
}
