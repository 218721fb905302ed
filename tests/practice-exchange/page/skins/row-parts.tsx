import { closeAtLimit, closeAtMarket, reversePosition } from '../positions/actions.ts'
import type { PrintedRow } from '../positions/printed-row.ts'
import { store } from '../store.ts'
import type { Words } from '../words/index.ts'
import type { RowProps } from './skin.ts'

const samePrint = (a: PrintedRow, b: PrintedRow): boolean =>
  Object.entries(a).every(([name, value]) => b[name as keyof PrintedRow] === value)

/** A row is drawn again only when something in it prints otherwise: text changes in place. */
export const sameRow = (a: RowProps, b: RowProps): boolean =>
  a.view === b.view &&
  a.words === b.words &&
  a.columns === b.columns &&
  a.overrides === b.overrides &&
  samePrint(a.row, b.row)

type IconProps = { label: string; className: string; onClick: () => void }

/** A pencil; its accessible name is a word of the page. */
export const EditIcon = ({ label, className, onClick }: IconProps) => (
  <svg
    width="12"
    height="12"
    viewBox="0 0 12 12"
    aria-label={label}
    className={className}
    onClick={onClick}
  >
    <path d="M2 10 L2 8 L8 2 L10 4 L4 10 Z" fill="none" stroke="currentColor" />
  </svg>
)

type EditProps = { row: PrintedRow; words: Words; className: string }

export const AdjustMarginIcon = ({ row, words, className }: EditProps) =>
  row.adjustable ? (
    <EditIcon
      label={words.adjustMargin}
      className={className}
      onClick={() => store.show({ kind: 'margin', id: row.id })}
    />
  ) : null

export const EditStopsIcon = ({ row, words, className }: EditProps) => (
  <EditIcon
    label={words.stops}
    className={className}
    onClick={() => store.show({ kind: 'stops', id: row.id })}
  />
)

/** Opens a picture to share, on the real page; here it is only drawn. */
export const ShareIcon = ({ className }: { className: string }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" className={className} aria-hidden="true">
    <path d="M7 2 H10 V5 M10 2 L5 7 M5 3 H2 V10 H9 V7" fill="none" stroke="currentColor" />
  </svg>
)

/** The tokens of a symbol cell as one text, where a build prints them so; else `null`. */
export const joinedSymbol = (
  { pair, contractType, leverage }: PrintedRow,
  { symbolText }: RowProps['view'],
): string | null =>
  symbolText === 'nodes'
    ? null
    : [pair, contractType, leverage].join(symbolText === 'glued' ? '' : ' ')

/** Market, Limit, and the fields for a price and a size. */
export const closeCell = (
  { row, words }: Pick<RowProps, 'row' | 'words'>,
  style: { market: string; limit: string; input: 'text' | 'number' },
) => (
  <>
    <button
      type="button"
      className={style.market}
      onClick={({ currentTarget }) => closeAtMarket(row.id, currentTarget)}
    >
      {words.market}
    </button>
    <button
      type="button"
      className={style.limit}
      onClick={({ currentTarget }) => closeAtLimit(row.id, currentTarget)}
    >
      {words.limit}
    </button>
    <input type={style.input} placeholder={words.price} />
    <input type={style.input} placeholder={words.size} />
  </>
)

export const reverseCell = ({ row, words }: Pick<RowProps, 'row' | 'words'>, className: string) => (
  <button type="button" className={className} onClick={() => reversePosition(row.id)}>
    {words.reverse}
  </button>
)

/** "77,000.00 / 73,000.00" on one line or on two; without either perhaps a link that adds them. */
export const StopPrices = ({ row, words, view }: RowProps) => {
  const { takeProfit, stopLoss } = row
  if (view.noStops === 'add' && takeProfit === '--' && stopLoss === '--') {
    return (
      <a
        className="text-Accent cursor-pointer"
        onClick={() => store.show({ kind: 'stops', id: row.id })}
      >
        {words.add}
      </a>
    )
  }
  return view.stopPrices === 'line' ? (
    <div>{`${takeProfit} / ${stopLoss}`}</div>
  ) : (
    <div>
      <div>{`${takeProfit} /`}</div>
      <div>{stopLoss}</div>
    </div>
  )
}

/** How many partial orders there are, and the way to one more. */
export const partialStopsCell = ({ row, words, view }: RowProps, className: string) => {
  const add = (
    <a className={className} onClick={() => store.show({ kind: 'partial-stop', id: row.id })}>
      {words.add}
    </a>
  )
  if (row.partialStops === 0) return add
  const count = <a className={className}>{row.partialStops}</a>
  return view.partialStops === 'count' ? (
    count
  ) : (
    <>
      {count} {add}
    </>
  )
}
