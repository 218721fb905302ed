import { el } from '../../look/html.ts'
import type { ColumnName } from '../columns.ts'
import type { Row } from '../row.ts'
import { plainTitle } from '../titles.ts'
import type { Table } from './table-of.ts'

const withoutLabel = new Set<ColumnName>(['symbol', 'close', 'reverse'])

/** Labels inside of each position and no header, as in the app and in narrow windows. */
export const cardsLayout = (table: Table): string => {
  const { writer, rows, columns } = table
  const { css, random, word, words } = writer
  const names = columns.map(({ name }) => name)
  const form = random.fork('card').pick(['above', 'beside', 'line'] as const)
  const perRow = random.fork('cards in a row').pick([1, 1, 2, 3])
  const label = css('opacity:.6;font-size:12px')
  const field = (name: ColumnName, row: Row): string => {
    const isUsualPnl = name === 'pnl' && !writer.reworded.has(name)
    const title = word(isUsualPnl ? words.more.unrealizedPnl : plainTitle(writer, name))
    const value = row.cells[name]
    switch (form) {
      case 'above':
        return el(
          'div',
          { class: css('min-width:104px') },
          el('div', { class: label }, title),
          el('div', {}, value),
        )
      case 'beside':
        return el(
          'div',
          { class: css('display:flex;justify-content:space-between;gap:12px;min-width:180px') },
          el('span', { class: label }, title),
          el('div', { class: css('text-align:end') }, value),
        )
      case 'line':
        return el(
          'div',
          { class: css('display:flex;gap:6px;white-space:nowrap') },
          el('span', { class: label }, title),
          el('span', {}, value),
        )
    }
  }
  const actions = ({ cells }: Row): string =>
    el(
      'div',
      { class: css('display:flex;gap:10px;margin-top:6px') },
      el('button', {}, word(words.columns.partialStops)),
      names.includes('close') ? el('button', {}, word(words.dismiss)) : '',
      names.includes('reverse') ? cells.reverse : '',
    )
  const card = (row: Row): string =>
    el(
      'div',
      {
        class: css(
          'padding:10px 12px;border:1px solid #8883;border-radius:6px;box-sizing:border-box;min-width:0',
        ),
      },
      row.cells.symbol,
      el(
        'div',
        {
          class: css(
            form === 'beside'
              ? `display:grid;grid-template-columns:repeat(${perRow === 1 ? 3 : 1},1fr);gap:4px 24px;margin-top:6px`
              : 'display:flex;flex-wrap:wrap;gap:8px 20px;margin-top:6px',
          ),
        },
        ...names.filter((name) => !withoutLabel.has(name)).map((name) => field(name, row)),
      ),
      actions(row),
    )
  return el(
    'div',
    { class: css(`display:grid;grid-template-columns:repeat(${perRow},1fr);gap:8px;padding:8px`) },
    ...rows.filter(({ isHidden }) => isHidden !== true).map(card),
  )
}
