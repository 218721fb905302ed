import { Window } from 'happy-dom'

/** The columns of the 2026 page in their full order. */
export const HEADERS = [
  'Symbol',
  'Size',
  'Entry Price',
  'Break Even Price',
  'Mark Price',
  'Liq.Price',
  'Margin Ratio',
  'Margin',
  'PNL(ROI %)',
  'Est. Funding Fee',
  'MKT Close All',
  'Reverse',
  'TP/SL for position',
  'TP/SL',
] as const

export type Cells = Partial<Record<(typeof HEADERS)[number], string>>

/** A 20x isolated long whose figures agree with each other: 0.020 BTC, wallet 59.43, rate 0.4 %. */
export const goodRow: Cells = {
  Symbol: '<span>BTCUSDT</span><span>Perp</span><span>20x</span>',
  Size: '0.020 BTC',
  'Entry Price': '60,018.80',
  'Break Even Price': '60,048.81',
  'Mark Price': '59,000.0',
  'Liq.Price': '57,276.3',
  'Margin Ratio': '12.09%',
  Margin: '<div>59.43 USDT</div><div>(Isolated)</div><svg></svg>',
  'PNL(ROI %)': '<div>-20.38 USDT</div><div>(-34.54%)</div>',
  'Est. Funding Fee': '-0.1180 USDT',
  'MKT Close All': '<button>Market</button><button>Limit</button><input><input>',
  Reverse: '<button>Reverse</button>',
  'TP/SL for position': '-- / 57,800.0<svg></svg>',
  'TP/SL': '<a>Add</a>',
}

type PageOptions = {
  rows?: readonly Cells[]
  headers?: readonly string[]
  declared?: number | null
  selected?: boolean
  path?: string
  pane?: string
  card?: string
  /** Positions, Open Orders, Order History. */
  tabs?: readonly [string, string, string]
  lang?: string
  /** One to use again: thousands of windows are more than memory holds. */
  window?: Window
}

const cell = (content: string): string => `<div class="cell">${content}</div>`

const accountCard = `
  <div class="react-grid-item">
    <div><span>Margin Ratio</span><span>0.31%</span></div>
    <div><span>Maintenance Margin</span><span>6.0007 USDT</span></div>
    <div><span>Margin Balance</span><span>1,998.7908 USDT</span></div>
    <div>Single-Asset Mode</div>
  </div>
  <div class="react-grid-item">
    <div role="tab" aria-selected="true">Market</div>
    <div><span>Avbl</span><span>1,789.04 USDT</span></div>
  </div>`

/** A futures page of the 2026 generation as a document without layout. */
export const futuresPage = ({
  rows = [goodRow],
  headers = HEADERS,
  declared = rows.length,
  selected = true,
  path = '/en/futures/BTCUSDT',
  pane = '',
  card = accountCard,
  tabs = ['Positions', 'Open Orders', 'Order History'],
  lang = '',
  window = new Window({ url: `https://www.binance.com${path}` }),
}: PageOptions = {}): Document => {
  const list = rows
    .map(
      (row) =>
        `<div class="list-item-container"><div class="flex items-center">${headers
          .map((header) => cell(row[header as keyof Cells] ?? ''))
          .join('')}</div></div>`,
    )
    .join('')
  if (lang !== '') window.document.documentElement.lang = lang
  window.document.body.innerHTML = `
    <div id="__APP">
      ${card}
      <div class="react-grid-item">
        <div class="bn-tabs">
          <div role="tab" aria-selected="${String(selected)}">${tabs[0]}${declared === null ? '' : `(${String(declared)})`}</div>
          <div role="tab" aria-selected="${String(!selected)}">${tabs[1]}(0)</div>
          <div role="tab" aria-selected="false">${tabs[2]}</div>
        </div>
        <div id="POSITIONS">
          <span role="checkbox" name="hideOtherSymbol" aria-checked="false"></span>
          <div class="flex header">${headers.map(cell).join('')}</div>
          <div class="list-container">${list}</div>
          ${pane}
        </div>
      </div>
    </div>`
  return window.document as unknown as Document
}
