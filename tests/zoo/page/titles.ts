import { invent } from '../../practice-exchange/page/words/nonsense.ts'
import { el } from '../look/html.ts'
import { icon } from '../look/icons.ts'
import type { Writer } from '../look/writer.ts'
import type { ColumnName } from './columns.ts'

const titleOf = (writer: Writer, column: ColumnName): string => {
  const title = knownTitle(writer, column)
  return writer.reworded.has(column) ? invent(title) : title
}

const knownTitle = ({ words, choices }: Writer, column: ColumnName): string => {
  const { columns, more } = words
  switch (column) {
    case 'pnl':
      return choices.ROI === 'own column'
        ? more.pnlAlone
        : choices.ROI === 'absent'
          ? more.unrealizedPnl
          : columns.pnl
    case 'roi':
    case 'adl':
    case 'notional':
    case 'realized':
    case 'opened':
    case 'leverage':
      return more[column]
    case 'close':
      return columns.close
    default:
      return columns[column]
  }
}

/** For those who listen to the page: one pixel, and no one sees it. */
const spoken = ({ css, text, random }: Writer): string =>
  random.fork('spoken').chance(0.35)
    ? el(
        'span',
        { class: css('position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)') },
        text('Sort'),
      )
    : ''

const tooltip = (writer: Writer, text: string): string =>
  el(
    'div',
    {
      role: 'tooltip',
      class: writer.css(
        writer.random
          .fork('tooltip')
          .pick([
            'display:none',
            'visibility:hidden;position:absolute',
            'position:absolute;opacity:0;pointer-events:none;width:200px',
          ]),
      ),
    },
    writer.text(`${text}: ${writer.words.columns.markPrice} × ${writer.words.columns.size}`),
  )

/** Open while the trader chooses the price behind the PnL: "Mark Price" stands there twice. */
const basisMenu = ({ css, word, words }: Writer): string =>
  el(
    'div',
    {
      class: css(
        'position:absolute;top:100%;z-index:9;padding:8px;background:#333b47;color:#eaecef;border-radius:4px;white-space:nowrap',
      ),
    },
    el('div', {}, word(words.columns.markPrice)),
    el('div', {}, word(words.more.lastPrice)),
  )

/** The markup of a header cell. */
export const titleMarkup = (writer: Writer, column: ColumnName): string => {
  const { choices, css, word, words } = writer
  const title = titleOf(writer, column)
  if (column === 'close') {
    const button = css('border:0;background:none;color:inherit;font:inherit;padding:0')
    const buttons = [title, ...(choices.market === 'usdm' ? [words.columns.pnlClose] : [])]
    return el(
      'div',
      { class: css('display:flex;gap:8px') },
      ...buttons.map((each) => el('button', { class: button }, word(each))),
    )
  }
  switch (choices['header cells']) {
    case 'sort icons':
      return el(
        'div',
        { class: css('cursor:pointer') },
        el('span', {}, word(title)),
        icon(writer, 'sort'),
        spoken(writer),
      )
    case 'tooltips':
      return (
        el('span', { class: css('border-bottom:1px dashed currentColor') }, word(title)) +
        tooltip(writer, title)
      )
    case 'PnL basis open':
      return column === 'pnl'
        ? el(
            'div',
            { class: css('position:relative') },
            el('span', {}, word(title)),
            icon(writer, 'sort'),
            basisMenu(writer),
          )
        : el('span', {}, word(title))
    default:
      return word(title)
  }
}

export const plainTitle = titleOf
