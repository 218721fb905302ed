import { listOf, numberOption, onOff, oneOf, type Option, textOption } from './view-option.ts'

/** Columns in the order of the 2026 page. `close` and `pnlClose` are header actions as well. */
export const allColumns = [
  'symbol',
  'size',
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
  'marginRatio',
  'margin',
  'pnl',
  'funding',
  'close',
  'pnlClose',
  'reverse',
  'positionStops',
  'partialStops',
] as const
export type Column = (typeof allColumns)[number]

export const languages = [
  'en',
  'zh-CN',
  'zh-TW',
  'ru',
  'tr',
  'vi',
  'es',
  'pt-BR',
  'ko',
  'nonsense',
] as const
export type Language = (typeof languages)[number]

/** The tabs of the bottom panel. */
export const allTabs = [
  'positions',
  'openOrders',
  'orderHistory',
  'tradeHistory',
  'transactionHistory',
  'positionHistory',
  'bots',
  'assets',
] as const
export type Tab = (typeof allTabs)[number]

export const allWidgets = ['chart', 'book', 'trades', 'form', 'panel', 'account'] as const
export type Widget = (typeof allWidgets)[number]

/** How the page shows what the exchange knows: every way in which the real page is known to differ. */
const options = {
  generation: oneOf('2026', '2024', '2022'),
  /** `path`: the language of the address. */
  language: oneOf('path', ...languages),
  /** Where the evidence has two spellings of a word. In nonsense: another script. */
  spelling: oneOf('usual', 'other'),
  theme: oneOf('dark', 'light'),

  sizeUnit: oneOf('coin', 'quote', 'contracts'),
  /** Shorts carry a minus (one-way mode, 2024). Screenshots of 2026 show none. */
  signedSize: onOff(true),
  roiParentheses: onOff(true),
  marginHolds: oneOf('wallet', 'wallet-and-pnl'),
  pnlBy: oneOf('mark', 'last'),
  /** 1,234.5 · 1.234,5 · the same with U+00A0 or U+202F between thousands. */
  numbers: oneOf('point', 'comma', 'nbsp-comma', 'narrow-comma'),
  minus: oneOf('hyphen', 'minus-sign'),
  brackets: oneOf('ascii', 'full-width'),
  /** Digits of an amount in coins (COIN-M): what is shown of the eight that are kept. */
  coinDigits: oneOf('4', '8'),

  /** "BTCUSDT" "Perp" "20x" in nodes of their own, in one with spaces, or in one without. */
  symbolText: oneOf('nodes', 'spaced', 'glued'),
  /** "(Isolated)" in a node of its own, glued to the amount, or not printed. */
  marginMode: oneOf('apart', 'glued', 'absent'),
  sideBadge: oneOf('hedge', 'always', 'never'),
  /** Of dated contracts: "BTCUSDT 1225" or "BTCUSDT 261225". */
  delivery: oneOf('MMDD', 'YYMMDD'),
  /** "Positions(2)", "Positions (2)", "Positions". */
  tabCount: oneOf('glued', 'spaced', 'absent'),
  /** TP/SL for position: "77,000.00 / 73,000.00" in one text, or in two. */
  stopPrices: oneOf('line', 'two-lines'),
  /** Without either: "-- / --", or a link that adds them. */
  noStops: oneOf('dashes', 'add'),
  /** Partial TP/SL orders: "2", or "2" and the link that adds one more. */
  partialStops: oneOf('count', 'count-and-add'),
  /** Multi-Assets mode: margin and PnL of the rows in USD too, not only those of the account. */
  rowsInUsd: onOff(false),

  columns: listOf(allColumns, allColumns),
  /** A header cell in front that stands over no cell, and one behind (column settings). */
  extraHeaderCells: onOff(false),
  /** The colour bar of a row is a cell of its own. */
  extraBodyCells: onOff(false),
  /** Two header actions stand over one cell of buttons. */
  mergedCloseCell: onOff(false),
  /** 2026: the class names of the virtualised list, seen until the middle of the year. */
  listClasses: oneOf('kept', 'dropped'),

  /** Order form: "Cross" and "20x" on two buttons, or "Cross 20x" on one. */
  modeButtons: oneOf('apart', 'joined'),

  tab: oneOf(...allTabs),
  hideOtherSymbols: onOff(false),
  /** Another positions pane with old rows is still mounted, and out of sight in one of these ways. */
  stalePane: oneOf('none', 'display-none', 'visibility-hidden', 'off-screen', 'collapsed'),
  /** A second group of tabs with the same words, as a narrow layout would have. */
  twinTabs: oneOf('none', 'hidden', 'visible'),
  /** Ids of the panes and tabs are used a second time elsewhere. */
  twiceIds: onOff(false),
  /** Position History and Bots hold cards that look like open positions. */
  cards: onOff(false),
  /** The whole pane is thrown away and rebuilt at every change. */
  replacePane: onOff(false),
  state: oneOf('ready', 'loading', 'table-loading', 'logged-out'),
  hiddenWidgets: listOf(allWidgets, []),

  /** Order book and trades: updates per second. */
  churn: numberOption(10),
  path: onOff(true),
  dock: onOff(true),
  /** What the hashed class names are made from; empty: the build itself, so that they change. */
  build: textOption(''),
} satisfies Record<string, Option<unknown>>

export type View = { [K in keyof typeof options]: (typeof options)[K]['usual'] }

const names = Object.keys(options) as (keyof View)[]

export const defaultView = Object.fromEntries(
  names.map((name) => [name, options[name].usual]),
) as View

/** Parameters of the address over a view: "?theme=light&columns=symbol,size&dock=off". */
export const viewFrom = (parameters: URLSearchParams, base: View = defaultView): View => {
  const given = names.flatMap((name) => {
    const text = parameters.get(name)
    const value = text === null ? null : options[name].parse(text)
    return value === null ? [] : [[name, value] as const]
  })
  return { ...base, ...Object.fromEntries(given) }
}
