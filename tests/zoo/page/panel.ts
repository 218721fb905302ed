import { el } from '../look/html.ts'
import { icon } from '../look/icons.ts'
import type { Writer } from '../look/writer.ts'

type Tab = { text: string; isInFront: boolean }

/** A group of tabs, as this generation of the page marks them. */
export const tabGroup = (writer: Writer, tabs: readonly Tab[]): string => {
  const { choices, css, random, word } = writer
  const hasRoles = choices.markers !== 'none' || random.fork('roles').chance(0.5)
  const style = css('padding:8px 12px;cursor:pointer;white-space:nowrap')
  const front = css('border-bottom:2px solid #f0b90b')
  return el(
    'div',
    {
      class: css('display:flex;border-bottom:1px solid #8883'),
      ...(hasRoles && { role: 'tablist' }),
    },
    ...tabs.map(({ text, isInFront }) =>
      el(
        'div',
        {
          class: isInFront ? `${style} ${front}` : style,
          ...(hasRoles && { role: 'tab', 'aria-selected': String(isInFront) }),
        },
        word(text),
      ),
    ),
  )
}

const counted = ({ choices }: Writer, word: string, count: number | null): string => {
  if (count === null || choices['tab text'] === 'Positions') return word
  return choices['tab text'].replace('Positions', word).replace('2', String(count))
}

export type PanelCounts = { positions: number; openOrders: number }

const otherTabs = [
  'orderHistory',
  'tradeHistory',
  'transactionHistory',
  'positionHistory',
  'assets',
] as const

/** The tabs of the bottom panel; `front` is the one whose pane is in sight. */
export const panelTabs = (
  writer: Writer,
  {
    positions,
    openOrders,
    front,
  }: PanelCounts & { front: 'positions' | 'openOrders' | 'positionHistory' | 'assets' },
): string => {
  const { choices, words, random } = writer
  const orders = choices['open orders'] === 'not printed' ? null : openOrders
  const others = random.fork('fewer tabs').chance(0.25) ? otherTabs.slice(0, 3) : otherTabs
  const shown =
    others.includes(front as never) || ['positions', 'openOrders'].includes(front)
      ? others
      : [...others, front as (typeof otherTabs)[number]]
  const tabs = tabGroup(writer, [
    { text: counted(writer, words.tabs.positions, positions), isInFront: front === 'positions' },
    { text: counted(writer, words.tabs.openOrders, orders), isInFront: front === 'openOrders' },
    ...shown.map((name) => ({ text: words.tabs[name], isInFront: front === name })),
  ])
  const settings = random.fork('settings').chance(0.5) ? icon(writer, 'settings') : ''
  return el('div', { class: writer.css('display:flex;align-items:center') }, tabs, settings)
}

/** A widget of the layout grid, marked as such or not. */
export const widget = (writer: Writer, style: string, ...inside: string[]): string => {
  const isMarked = writer.choices.markers === 'all'
  return el(
    'div',
    {
      class: `${isMarked ? 'react-grid-item react-draggable ' : ''}${writer.css(`${style};box-sizing:border-box`)}`,
    },
    ...inside,
  )
}
