import { el } from '../../look/html.ts'
import { aligned, inCell, rowHeight, type Table, type TableColumn, widthOfAll } from './table-of.ts'

const headStyle = 'opacity:.6;font-size:12px;line-height:16px'

export const headerCell = ({ writer }: Table, { title, width }: TableColumn, css = ''): string =>
  el(
    'div',
    {
      class: writer.css(
        `${headStyle};flex:1 0 ${width}px;box-sizing:border-box;padding:0 6px;position:relative;${aligned(writer).titles};${css}`,
      ),
    },
    title,
  )

export const bodyCell = (table: Table, column: TableColumn, at: number, css = ''): string =>
  el(
    'div',
    {
      class: table.writer.css(
        `flex:1 0 ${column.width}px;box-sizing:border-box;padding:0 6px;${aligned(table.writer).cells};${css}`,
      ),
    },
    inCell(table.writer, table.rows[at]!.cells[column.name]),
  )

/** A filter has taken the row away, and left it in the document. */
export const hiding = ({ rows }: Table, at: number): string =>
  rows[at]?.isHidden === true ? ';display:none' : ''

const rowStyle = (table: Table): string =>
  `display:flex;align-items:center;height:${rowHeight}px;min-width:${widthOfAll(table)}px`

const seen = (table: Table, name: string): string =>
  table.writer.choices.markers === 'all' ? ` ${name}` : ''

export const headerRow = (table: Table): string =>
  el(
    'div',
    {
      class: table.writer.css(
        `display:flex;align-items:center;min-height:30px;min-width:${widthOfAll(table)}px`,
      ),
    },
    ...table.columns.map((column) => headerCell(table, column)),
  )

export const bodyRow = (table: Table, at: number, css = ''): string =>
  el(
    'div',
    {
      class:
        table.writer.css(rowStyle(table) + hiding(table, at) + css) +
        seen(table, 'flex items-center typography-caption2 text-PrimaryText w-full'),
    },
    ...table.columns.map((column) => bodyCell(table, column, at)),
  )

/** Rows of `div`s, as on the page since 2020. */
export const rowsLayout = (table: Table): string =>
  headerRow(table) +
  el(
    'div',
    {
      class: `list-container${table.writer.css('display:block')}`.replace(
        'list-container',
        table.writer.choices.markers === 'all' ? 'list-container ' : '',
      ),
    },
    ...table.rows.map((_, at) =>
      table.writer.choices.markers === 'none'
        ? bodyRow(table, at)
        : el('div', { class: seen(table, 'list-item-container').trim() }, bodyRow(table, at)),
    ),
  )

/** Each row in a group of its own, some of them two levels deep. */
export const sectionsLayout = (table: Table): string => {
  const { writer, rows } = table
  const gap = writer.css('padding-bottom:6px;border-bottom:1px solid #8883')
  const groups: string[] = []
  for (let at = 0; at < rows.length;) {
    const size = writer.random.fork(`section ${at}`).whole(1, 3)
    const inside = rows
      .slice(at, at + size)
      .map((_, index) => el('div', {}, bodyRow(table, at + index)))
    groups.push(el('section', { class: gap }, el('div', {}, ...inside)))
    at += size
  }
  return headerRow(table) + el('div', {}, ...groups)
}

/** Absolutely positioned rows of a list of which only a part is drawn. */
export const virtualLayout = (table: Table, drawn: readonly number[]): string => {
  const { writer, rows } = table
  const list = el(
    'div',
    {
      class: writer.css(
        `position:relative;height:${rows.length * rowHeight}px;min-width:${widthOfAll(table)}px`,
      ),
    },
    ...(writer.random.fork('dom order').chance(0.5)
      ? writer.random.fork('order').shuffled(drawn)
      : drawn
    ).map((at) =>
      el(
        'div',
        {
          class: seen(table, 'list-item-container').trim(),
          style: `position:absolute;left:0;top:${at * rowHeight}px;width:100%;height:${rowHeight}px`,
        },
        bodyRow(table, at),
      ),
    ),
  )
  const first = drawn[0] ?? 0
  return (
    headerRow(table) +
    el(
      'div',
      {
        class:
          writer.css(
            `height:${Math.min(rows.length, 8) * rowHeight}px;overflow-y:auto;min-width:${widthOfAll(table)}px`,
          ) + seen(table, 'fixed-size-list'),
        ...(first > 0 && { 'data-scroll-top': first * rowHeight }),
      },
      list,
    )
  )
}
