import type { Choices } from './dimensions.ts'
import { drawChoices } from './draw-choices.ts'
import { figureMarkup } from './look/figure-markup.ts'
import { el } from './look/html.ts'
import { exactly } from './look/numerals.ts'
import type { Habits } from './look/print-position.ts'
import { type Writer, writerFor } from './look/writer.ts'
import { accountCard } from './page/around/account-card.ts'
import {
  assetList,
  historyCards,
  marketList,
  ordersTable,
  tradesTable,
} from './page/around/orders.ts'
import { availableLine, chart, orderBook, tickerLine, topBar } from './page/around/scenery.ts'
import { hiddenText } from './page/amount-cells.ts'
import { drawColumns } from './page/columns.ts'
import { drawnRows, positionsMarkup, stalePane } from './page/pane.ts'
import { panelTabs, tabGroup, widget } from './page/panel.ts'
import { type Row, rowOf } from './page/row.ts'
import { type Random, randomFrom } from './random.ts'
import type { PageTruth } from './truth.ts'
import { wordsOf } from './words/page-words.ts'
import { drawWorld, type World } from './world/draw-world.ts'

export type ZooPage = {
  seed: number
  choices: Choices
  /** Path of the address under www.binance.com. */
  pathname: string
  width: number
  html: string
  truth: PageTruth
}

/** How addresses name the languages; the one that nobody speaks goes by that of Italian. */
const segments: Readonly<Record<string, string>> = { 'zh-TW': 'zh-TC', qaa: 'it', uk: 'uk-UA' }

const habitsOf = (choices: Choices, words: Writer['words'], random: Random): Habits => ({
  choices,
  contractsWord: words.contracts,
  coinDigits: random.pick([4, 8]),
  quoteDigits: random.pick([2, 2, 4]),
  countsInUsd: choices['asset mode'] === 'multi' && random.chance(0.4),
})

const besideMarkup = (writer: Writer, random: Random): string => {
  switch (writer.choices.beside) {
    case 'nothing':
      return ''
    case 'orders table':
      return ordersTable(writer, random, random.whole(2, 6))
    case 'market list':
      return marketList(writer, random, random.whole(4, 7))
    case 'asset list':
      return assetList(writer, random)
    case 'trade history':
      return tradesTable(writer, random, random.whole(2, 6))
  }
}

const otherPane = (writer: Writer, random: Random, front: string): string =>
  front === 'openOrders'
    ? ordersTable(writer, random, random.whole(1, 6))
    : front === 'assets'
      ? assetList(writer, random)
      : historyCards(writer, random, random.whole(1, 5))

const themes = {
  dark: 'background:#181a20;color:#eaecef',
  light: 'background:#fff;color:#1e2329',
} as const

/** Page number `seed`: what stands there, and what a person can read of it. */
export const drawPage = (seed: number): ZooPage => {
  const random = randomFrom(seed)
  const choices = drawChoices(random.fork('choices'))
  const words = wordsOf(choices, random.fork('words'))
  const writer = writerFor(choices, random.fork('writer'), words)
  const world = drawWorld(random.fork('world'), choices)
  const columns = drawColumns(choices, random.fork('columns'))
  const habits = habitsOf(choices, words, random.fork('habits'))
  const rowsIn = ({ positions }: World, name: string): Row[] =>
    positions.map((position, at) =>
      rowOf(writer, position, { habits, columns, random: random.fork(`${name} ${at}`) }),
    )
  const rows = rowsIn(world, 'row')
  const isInFront = choices['tab in front'] === 'positions'
  const front = isInFront
    ? 'positions'
    : random.fork('front').pick(['openOrders', 'positionHistory', 'assets'] as const)
  const drawn = drawnRows(writer, rows.length)
  const pane = isInFront
    ? positionsMarkup(writer, { rows, columns, drawn })
    : otherPane(writer, random.fork('other pane'), front)
  const old = { ...choices, positions: '2–3' } as const
  const stale =
    choices['stale pane'] === 'none'
      ? ''
      : stalePane(
          writer,
          positionsMarkup(writer, {
            rows: rowsIn(drawWorld(random.fork('old world'), old), 'old row'),
            columns,
            drawn: [0, 1],
          }),
        )
  const own = random.fork('own contract').pick(world.positions)
  const account = world.accounts.get(own.contract.asset) ?? [...world.accounts.values()][0]!
  const card = accountCard(writer, account)
  const available = exactly(account.available, /USD|^U$|BNFCR/.test(account.unit) ? 2 : 8)
  const isHidden = choices['hidden amounts'] === 'yes'
  const tabs = panelTabs(writer, {
    positions: world.positions.length,
    openOrders: world.openOrders,
    front,
  })
  const apart = choices.tabs === 'far apart'
  const { css } = writer
  const width = Number(choices.width)
  const paneBox = el(
    'div',
    {
      class: css('overflow-x:auto;position:relative;min-height:120px'),
      ...(choices.markers === 'all' && isInFront && { id: 'POSITIONS' }),
    },
    pane,
    stale,
  )
  const besides = besideMarkup(writer, random.fork('beside'))
  const side = el(
    'aside',
    { class: css('width:300px;flex:none;display:flex;flex-direction:column;gap:4px') },
    widget(
      writer,
      'padding:8px;min-height:260px',
      tabGroup(
        writer,
        [words.limit, words.market, words.stopMarket].map((text, at) => ({
          text,
          isInFront: at === 0,
        })),
      ),
      availableLine(
        writer,
        isHidden ? hiddenText : figureMarkup(writer, available, { unit: account.unit }),
      ),
      el('input', { type: 'text', class: css('width:100%') }),
      el('button', {}, writer.word(words.buy)),
      el('button', {}, writer.word(words.sell)),
    ),
    widget(writer, 'padding:8px', card.markup),
    choices.beside === 'market list' ? widget(writer, 'padding:8px', besides) : '',
  )
  const main = el(
    'main',
    { class: css('flex:1;min-width:0') },
    apart ? widget(writer, 'padding:0 8px', tabs) : '',
    el(
      'div',
      { class: css('display:flex;gap:4px') },
      widget(writer, 'flex:1;min-width:0', chart(writer)),
      widget(
        writer,
        'width:240px;padding:4px',
        orderBook(writer, random.fork('book'), own.last, own.contract.priceDigits),
      ),
    ),
    apart ? '' : widget(writer, 'min-width:0', tabs, paneBox),
    choices.beside !== 'market list' && besides !== ''
      ? widget(writer, 'padding:8px;overflow-x:auto', besides)
      : '',
  )
  const body =
    topBar(writer) +
    widget(writer, '', tickerLine(writer, own)) +
    el('div', { class: css('display:flex;gap:4px') }, main, side) +
    (apart ? el('div', { class: css(`width:${width - 320}px`) }, paneBox) : '')
  const isTranslated = choices.wording === 'translated by the browser'
  const style =
    `*{scrollbar-width:thin}body{margin:0;font:12px/16px Arial,sans-serif;${themes[choices.theme]}}` +
    'button,input{font:inherit;color:inherit}font{vertical-align:inherit}'
  const html = el(
    'html',
    {
      lang: isTranslated ? words.tag : words.tag,
      ...(choices.direction === 'right to left' && { dir: 'rtl' }),
      ...(isTranslated && { class: 'translated-ltr' }),
    },
    el(
      'head',
      {},
      el('title', {}, `${own.last} | ${own.contract.pair} Perp`),
      `<style>${style}\n${writer.sheet()}</style>`,
    ),
    el('body', {}, el('div', { ...(choices.markers !== 'none' && { id: 'client-side' }) }, body)),
  )
  const segment = isTranslated ? 'en' : (segments[words.tag] ?? words.tag)
  const place = choices.market === 'coinm' ? 'delivery' : 'futures'
  return {
    seed,
    choices,
    pathname: encodeURI(`/${segment}/${place}/${own.contract.symbol}`),
    width,
    html,
    truth: {
      positions: isInFront ? drawn.map((at) => rows[at]!.truth) : [],
      open: world.positions.length,
      tabInFront: isInFront ? 'positions' : 'another',
      declared: choices['tab text'] === 'Positions' ? null : world.positions.length,
      openOrders:
        choices['open orders'] === 'not printed' || choices['tab text'] === 'Positions'
          ? null
          : world.openOrders,
      positionMode: choices['position mode'],
      account: {
        ...card.truth,
        availableBalance: isHidden
          ? { is: 'hidden' }
          : { is: 'figure', value: available.value, digits: available.digits },
      },
      knowsWords: choices.language !== 'unknown',
    },
  }
}
