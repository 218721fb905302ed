import { el } from '../look/html.ts'
import type { Writer } from '../look/writer.ts'
import type { Random } from '../random.ts'
import type { OpenLeg } from '../world/draw-leg.ts'
import { chart, orderBook, tickerLine, topBar } from './around/scenery.ts'
import { filterBox } from './filter.ts'
import { widget } from './panel.ts'

const themes = {
  dark: 'background:#181a20;color:#eaecef',
  light: 'background:#fff;color:#1e2329',
} as const

export type Parts = {
  /** The position whose contract the address names. */
  own: OpenLeg
  tabs: string
  /** Positions, or what another tab shows; with a stale pane where one is mounted. */
  pane: string
  form: string
  card: string
  besides: string
  dialogs: string
}

const FORM_WIDTH = 300

/** The widgets of the page around its panel: chart and book above, form and account at the side. */
const widgets = (writer: Writer, parts: Parts, random: Random): string => {
  const { choices, css } = writer
  const { own, tabs, pane, besides } = parts
  const isApart = choices.tabs === 'far apart'
  const isAside = choices.beside === 'market list'
  const side = el(
    'aside',
    { class: css(`width:${FORM_WIDTH}px;flex:none;display:flex;flex-direction:column;gap:4px`) },
    widget(writer, 'padding:8px;min-height:260px', parts.form),
    widget(writer, 'padding:8px', parts.card),
    isAside ? widget(writer, 'padding:8px', besides) : '',
  )
  const main = el(
    'main',
    { class: css('flex:1;min-width:0') },
    isApart ? widget(writer, 'padding:0 8px', tabs) : '',
    el(
      'div',
      { class: css('display:flex;gap:4px') },
      widget(writer, 'flex:1;min-width:0', chart(writer)),
      widget(
        writer,
        'width:240px;padding:4px',
        orderBook(writer, random, own.last, own.contract.priceDigits),
      ),
    ),
    isApart ? '' : widget(writer, 'min-width:0', tabs, filterBox(writer), pane),
    isAside || besides === '' ? '' : widget(writer, 'padding:8px;overflow-x:auto', besides),
  )
  const rest = isApart
    ? el('div', { class: css(`width:${Number(choices.width) - FORM_WIDTH - 20}px`) }, pane)
    : ''
  return el('div', { class: css('display:flex;gap:4px') }, main, side) + rest
}

/** The whole document. */
export const assemble = (writer: Writer, parts: Parts, random: Random): string => {
  const { choices, words } = writer
  const { own } = parts
  const inside =
    topBar(writer) + widget(writer, '', tickerLine(writer, own)) + widgets(writer, parts, random)
  const style =
    `*{scrollbar-width:thin}body{margin:0;font:12px/16px Arial,sans-serif;${themes[choices.theme]}}` +
    'button,input{font:inherit;color:inherit;background:none;border:1px solid #8886;border-radius:3px}'
  return el(
    'html',
    {
      lang: words.tag,
      ...(choices.direction === 'right to left' && { dir: 'rtl' }),
      ...(choices.wording === 'translated by the browser' && { class: 'translated-ltr' }),
    },
    el(
      'head',
      {},
      el('title', {}, `${own.last} | ${own.contract.pair} Perp`),
      `<style>${style}\n${writer.sheet()}</style>`,
    ),
    el(
      'body',
      {},
      el('div', { ...(choices.markers !== 'none' && { id: 'client-side' }) }, inside),
      parts.dialogs,
    ),
  )
}
