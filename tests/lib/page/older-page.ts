import { Window } from 'happy-dom'
import { type Cells, goodRow } from './futures-page'

type Generation = '2022' | '2024'

/** Which column a cell is, was its class in 2022; in 2024 only its place. */
const columns: readonly (keyof Cells)[] = [
  'Symbol',
  'Size',
  'Entry Price',
  'Mark Price',
  'Liq.Price',
  'Margin Ratio',
  'Margin',
  'PNL(ROI %)',
]

const tabsOf: Record<Generation, (front: string) => string> = {
  '2022': (front) =>
    ['Positions(1)', 'Open Orders(0)', 'Order History', 'Trade History']
      .map(
        (text) =>
          `<div id="tab-${text.replace(/\W/g, '')}" class="css-1x2 tab ${text.startsWith(front) ? 'active' : ''}"><span>${text}</span></div>`,
      )
      .join(''),
  '2024': (front) =>
    ['Positions(1)', 'Open Orders(0)', 'Order History', 'Trade History']
      .map(
        (text) =>
          `<div id="${text.replace(/\W\d*/g, '')}----!!!" data-testid="${text}" class="draggableCancel ${text.startsWith(front) ? 'text-PrimaryText' : 'text-TertiaryText'}">${text}${text.startsWith(front) ? '<div class="line"></div>' : ''}</div>`,
      )
      .join(''),
}

const cellsOf: Record<Generation, (row: Cells) => string> = {
  '2022': (row) =>
    columns.map((column) => `<div class="css-7 entryPrice">${row[column] ?? ''}</div>`).join(''),
  '2024': (row) => columns.map((column) => `<div>${row[column] ?? ''}</div>`).join(''),
}

type OlderPage = {
  generation: Generation
  front?: string
  rows?: readonly Cells[]
  filter?: boolean
}

/** The page before its tabs had roles, as a document without layout. */
export const olderPage = ({
  generation,
  front = 'Positions',
  rows = [goodRow],
  filter = false,
}: OlderPage): Document => {
  const window = new Window({ url: 'https://www.binance.com/en/futures/BTCUSDT' })
  const cells = cellsOf[generation]
  const header = columns.map((column) => `<div><span>${column}</span></div>`).join('')
  const row = generation === '2022' ? 'position-row body' : 'flex items-center'
  window.document.body.innerHTML = `
    <div class="react-grid-layout"><div class="react-grid-item">
      <div class="tabs">${tabsOf[generation](front)}</div>
      <label><input type="checkbox" name="hideOtherSymbol" ${filter ? 'checked' : ''}></label>
      <div id="position-pc"><div>
        <div name="header" class="position-row header">${header}</div>
        <div class="list-container css-wr25is"><div class="list-auto-sizer"><div>
          ${rows.map((one) => `<div class="list-item-container"><div class="${row}">${cells(one)}</div></div>`).join('')}
        </div></div></div>
      </div></div>
    </div></div>`
  return window.document as unknown as Document
}
