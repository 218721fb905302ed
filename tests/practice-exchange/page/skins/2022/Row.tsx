import { memo, type ReactNode } from 'react'
import type { Column } from '../../../view.ts'
import {
  AdjustMarginIcon,
  closeCell,
  EditStopsIcon,
  joinedSymbol,
  sameRow,
  StopPrices,
} from '../row-parts.tsx'
import { cssHash } from '../css-hash.ts'
import type { RowProps } from '../skin.ts'

/** The class of a cell says what it is. */
const classes: Partial<Record<Column, string>> = {
  symbol: 'pair',
  size: 'size',
  entryPrice: 'entryPrice',
  markPrice: 'markPrice',
  liquidationPrice: 'liqPrice',
  marginRatio: 'marginRatio',
  margin: 'margin',
  pnl: 'pnl',
  close: 'closePosition',
  positionStops: 'tpsl',
}

const classOf = (column: Column, { row }: RowProps): string =>
  column === 'size' ? `size size-${row.colour.toLowerCase()}` : (classes[column] ?? '')

const cells = (props: RowProps): Partial<Record<Column, ReactNode>> => {
  const { row, words, view } = props
  const joined = joinedSymbol(row, view)
  const icon = cssHash('icon', view)
  return {
    symbol: (
      <>
        {!view.extraBodyCells && <i className={`mark-${row.colour.toLowerCase()}`} />}
        <div>
          {joined ?? (
            <>
              <span className="name">{row.pair}</span>
              <span className="type">{` ${row.contractType}`}</span>
            </>
          )}
          {joined === null && <span className="leverage">{row.leverage}</span>}
          {row.badge !== null && <span className="leverage">{row.badge}</span>}
        </div>
      </>
    ),
    size: `${row.size} ${row.sizeUnit}`,
    entryPrice: row.entryPrice,
    markPrice: row.markPrice,
    liquidationPrice: <span className="liquidation">{row.liquidationPrice}</span>,
    marginRatio: row.marginRatio,
    margin: (
      <div>
        <div>
          <span>{`${row.margin} ${row.marginUnit}`}</span>
          <AdjustMarginIcon row={row} words={words} className={icon} />
        </div>
        {row.marginMode !== null && <span className="type">{row.marginMode}</span>}
      </div>
    ),
    pnl: (
      <span className={`roi-${row.pnlColour.toLowerCase()}`}>
        <div>{`${row.pnl} ${row.unit}`}</div>
        <div>{row.roi}</div>
      </span>
    ),
    close: (
      <div>
        {closeCell(props, {
          market: cssHash('button', view),
          limit: cssHash('button', view),
          input: 'number',
        })}
      </div>
    ),
    positionStops: (
      <div>
        <StopPrices {...props} />
        <EditStopsIcon row={row} words={words} className={icon} />
      </div>
    ),
  }
}

export const Row = memo((props: RowProps) => {
  const { row, columns, overrides, view } = props
  const contents = cells(props)
  return (
    <div
      className={`position-row body ${cssHash('row', view)} ${view.extraBodyCells ? 'bare' : ''}`}
    >
      {view.extraBodyCells && (
        <div className="mark">
          <i className={`mark-${row.colour.toLowerCase()}`} />
        </div>
      )}
      {columns.map(({ key, column, width }) => (
        <div key={key} className={classOf(column, props)} style={{ width }}>
          {overrides?.[column] ?? contents[column]}
        </div>
      ))}
    </div>
  )
}, sameRow)
Row.displayName = 'Row2022'
