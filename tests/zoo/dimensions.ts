/**
 * In which ways pages differ, and how many of 100 pages have each. What a page cannot have
 * (a table without a header has no titles to align) is settled in `drawChoices`.
 */
export const dimensions = {
  // The account.
  market: { usdm: 79, coinm: 21 },
  contracts: { perpetual: 88, 'with dated ones': 12 },
  'position mode': { 'one-way': 76, hedge: 24 },
  'margin modes': { isolated: 34, cross: 26, both: 40 },
  'asset mode': { single: 82, multi: 9, credits: 9 },
  positions: { '0': 6.5, '1': 21, '2–3': 27, '4–8': 26, '9–20': 11.5, '21–40': 8 },
  'break-even': { near: 62, far: 38 },
  'PnL by': { mark: 62, last: 38 },
  'cells apart by ticks': { '0': 40, '1': 22, '2': 19, '3': 19 },

  // What is printed, and how.
  layout: {
    rows: 26,
    table: 13,
    grid: 13,
    frozen: 11,
    sections: 9,
    virtual: 12,
    cards: 16,
  },
  tabs: { 'above the pane': 88, 'far apart': 12 },
  direction: { 'left to right': 91, 'right to left': 9 },
  'scrolled aside': { no: 86, yes: 14 },
  columns: { all: 26, most: 30, half: 18, six: 13, four: 13 },
  'order of columns': { usual: 58, moved: 42 },
  'columns that nobody knows': { none: 58, one: 26, several: 16 },
  'header cells': { plain: 40, 'sort icons': 24, tooltips: 20, 'PnL basis open': 16 },
  titles: { known: 87, 'some reworded': 13 },
  'unit of size': { coin: 34, quote: 33, contracts: 11, 'coin of COIN-M': 11, 'USD of COIN-M': 11 },
  'size in': { 'one text': 50, 'two elements': 24, 'coin over quote': 17, 'number over unit': 13 },
  'sign of size': { none: 45, minus: 40, 'plus and minus': 15 },
  'side badge': {
    none: 32,
    'Long, Short': 26,
    'B, S': 14,
    'Buy, Sell': 14,
    'colour only': 14,
  },
  'mode word': {
    'under margin': 34,
    'behind margin': 13,
    'beside symbol': 14,
    'with leverage': 16,
    none: 23,
  },
  leverage: { '20x': 45, x20: 12, '20X': 10, '20 and x apart': 22, 'own column': 11 },
  'symbol cell': {
    'texts apart': 44,
    'one text': 18,
    'two lines': 22,
    'without a contract word': 16,
  },
  'digits beyond tick': { '0': 24, '1': 24, '2': 20, '3': 16, '4 or 5': 16 },
  prices: { bare: 82, 'with unit': 18 },
  'zeros behind prices': { no: 86, yes: 14 },
  ROI: { 'in brackets': 40, 'bare, below': 16, 'own column': 16, 'one text': 14, absent: 14 },
  'last digit': { rounded: 62, 'cut off': 38 },
  'figures in': { 'one element': 68, 'sign apart': 11, 'unit apart': 10, 'last digits apart': 11 },
  icons: { drawings: 50, letters: 20, pictures: 18, components: 12 },
  'old figures in cells': { no: 86, 'out of sight': 14 },
  'number style': { '1,234.5': 74, '1.234,5': 9, '1 234,5': 8.5, '1\u202f234,5': 8.5 },
  minus: { hyphen: 84, 'minus sign': 16 },
  'hidden amounts': { no: 91, yes: 9 },
  stops: { 'both columns': 30, 'for position': 26, partial: 14, none: 30 },
  alignment: { left: 40, right: 20, centre: 20, 'titles left, cells right': 20 },

  // Its words.
  language: {
    en: 22,
    'zh-CN': 8,
    'zh-TW': 8,
    ru: 8,
    tr: 8,
    vi: 8,
    es: 8,
    'pt-BR': 8,
    ko: 8,
    further: 7,
    unknown: 7,
  },
  wording: { plain: 62, 'mixed with English': 13, bilingual: 12, 'translated by the browser': 13 },

  // What else stands there.
  'tab in front': { positions: 90, 'another tab': 10 },
  'tab text': { 'Positions(2)': 44, 'Positions (2)': 26, 'Positions（2）': 10, Positions: 20 },
  'open orders': { '0': 34, some: 48, 'not printed': 18 },
  'hide other symbols': { 'not there': 44, off: 42, on: 14 },
  'stale pane': {
    none: 55,
    'display none': 9,
    'visibility hidden': 9,
    'off screen': 9,
    collapsed: 9,
    transparent: 9,
  },
  beside: {
    nothing: 40,
    'orders table': 16,
    'market list': 16,
    'asset list': 14,
    'trade history': 14,
  },
  'account card': { lines: 52, table: 22, absent: 26 },
  markers: { all: 42, some: 28, none: 30 },
  width: { '1280': 25, '1440': 30, '1680': 20, '1920': 25 },
  theme: { dark: 65, light: 35 },
} as const

export type Dimension = keyof typeof dimensions
export type Choices = { [D in Dimension]: keyof (typeof dimensions)[D] & string }
