/** How the page shows what the exchange knows: every way in which the real page is known to differ. */
export type Column =
  | 'symbol'
  | 'size'
  | 'entryPrice'
  | 'breakEvenPrice'
  | 'markPrice'
  | 'liquidationPrice'
  | 'marginRatio'
  | 'margin'
  | 'pnl'
  | 'funding'
  | 'close'
  | 'pnlClose'
  | 'reverse'
  | 'positionStops'
  | 'partialStops'

export const allColumns: readonly Column[] = [
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
]

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

export type View = {
  generation: '2022' | '2024' | '2026'
  language: Language
  theme: 'dark' | 'light'
  sizeUnit: 'coin' | 'quote' | 'contracts'
  /** Shorts carry a minus (one-way mode, 2024). Screenshots of 2026 show none. */
  signedSize: boolean
  roiParentheses: boolean
  marginHolds: 'wallet' | 'wallet-and-pnl'
  pnlBy: 'mark' | 'last'
  numbers: 'point' | 'comma'
  columns: readonly Column[]
  /** Cells of a header that belong to no column: a colour bar, an icon. */
  extraHeaderCells: boolean
  hideOtherSymbols: boolean
  /** The Hidden pane of another tab keeps old rows mounted. */
  stalePane: boolean
  /** The whole pane is thrown away and rebuilt at every change. */
  replacePane: boolean
  state: 'ready' | 'loading' | 'logged-out'
  /** Order book and trades: updates per second. */
  churn: number
  path: boolean
  dock: boolean
}

export const defaultView: View = {
  generation: '2026',
  language: 'en',
  theme: 'dark',
  sizeUnit: 'coin',
  signedSize: true,
  roiParentheses: true,
  marginHolds: 'wallet',
  pnlBy: 'mark',
  numbers: 'point',
  columns: allColumns,
  extraHeaderCells: false,
  hideOtherSymbols: false,
  stalePane: false,
  replacePane: false,
  state: 'ready',
  churn: 10,
  path: true,
  dock: true,
}

const booleans = new Set<keyof View>([
  'signedSize',
  'roiParentheses',
  'extraHeaderCells',
  'hideOtherSymbols',
  'stalePane',
  'replacePane',
  'path',
  'dock',
])

/** Parameters of the address over a view: "?theme=light&columns=symbol,size&dock=off". */
export const viewFrom = (parameters: URLSearchParams, base: View = defaultView): View => {
  const view: Record<string, unknown> = { ...base }
  for (const [name, value] of parameters) {
    if (!(name in base)) continue
    const key = name as keyof View
    if (booleans.has(key)) view[key] = value === 'on'
    else if (key === 'columns')
      view[key] = value.split(',').filter((c) => allColumns.includes(c as Column))
    else if (key === 'churn') view[key] = Number(value)
    else view[key] = value
  }
  return view as View
}
