import { el } from '../../look/html.ts'
import { bodyCell, headerCell, hiding } from './rows.ts'
import { rowHeight, type Table, type TableColumn, widthOfAll } from './table-of.ts'

const headHeight = 36

/** The columns that stay stand in a container of their own, beside one that scrolls. */
export const frozenLayout = (table: Table): string => {
  const { css, random } = table.writer
  const block = (columns: readonly TableColumn[]): string => {
    const part = { ...table, columns }
    const width = `min-width:${widthOfAll(part)}px`
    return (
      el(
        'div',
        { class: css(`display:flex;align-items:center;height:${headHeight}px;${width}`) },
        ...columns.map((column) => headerCell(part, column)),
      ) +
      table.rows
        .map((_, at) =>
          el(
            'div',
            {
              class: css(
                `display:flex;align-items:center;height:${rowHeight}px;${width}${hiding(part, at)}`,
              ),
            },
            ...columns.map((column) => bodyCell(part, column, at)),
          ),
        )
        .join('')
    )
  }
  const last = table.columns.at(-1)
  const frozenEnd = random.fork('frozen end').chance(0.4) && last?.name !== 'symbol' ? [last!] : []
  const moving = table.columns.slice(1, table.columns.length - frozenEnd.length)
  const edge = css('flex:none;position:relative;z-index:1;box-shadow:2px 0 4px #0003')
  return el(
    'div',
    { class: css('display:flex') },
    el('div', { class: edge }, block(table.columns.slice(0, 1))),
    el('div', { class: css('flex:1;min-width:0;overflow-x:auto') }, block(moving)),
    frozenEnd.length === 0 ? '' : el('div', { class: edge }, block(frozenEnd)),
  )
}
