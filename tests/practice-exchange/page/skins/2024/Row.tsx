import { memo, type ReactNode } from 'react'
import type { Column } from '../../../view.ts'
import {
  AdjustMarginIcon,
  closeCell,
  EditStopsIcon,
  joinedSymbol,
  partialStopsCell,
  reverseCell,
  sameRow,
  ShareIcon,
  StopPrices,
} from '../row-parts.tsx'
import type { RowProps } from '../skin.ts'

const TEXT = 'bn-button bn-button__text data-size-tiny'
const ICON = 'bn-svg cursor-pointer text-IconNormal'

const Bar = ({ row }: Pick<RowProps, 'row'>) => (
  <div className={`w-[4px] h-[36px] bg-${row.colour}`} />
)

const Symbol = ({ row, view }: RowProps) => (
  <>
    {!view.extraBodyCells && <Bar row={row} />}
    <div>
      {joinedSymbol(row, view) ?? (
        <>
          <div className="flex items-center gap-[6px]">
            <div className="font-[500]">{row.pair}</div>
            <div className="tag">{row.leverage}</div>
            {row.badge !== null && <div className="tag">{row.badge}</div>}
          </div>
          <div className="text-TertiaryText">{row.contractType}</div>
        </>
      )}
      {view.symbolText !== 'nodes' && row.badge !== null && <div className="tag">{row.badge}</div>}
    </div>
  </>
)

/** No class says what a cell is: only its place. */
const cells = (props: RowProps): Record<Column, ReactNode> => {
  const { row, words } = props
  return {
    symbol: <Symbol {...props} />,
    size: <div className={`text-${row.colour}`}>{`${row.size} ${row.sizeUnit}`}</div>,
    entryPrice: <div>{row.entryPrice}</div>,
    breakEvenPrice: <div>{row.breakEvenPrice}</div>,
    markPrice: <div>{row.markPrice}</div>,
    liquidationPrice: <div className="text-Accent">{row.liquidationPrice}</div>,
    marginRatio: <div>{row.marginRatio}</div>,
    margin: (
      <div className="flex items-center gap-[6px]">
        <div>
          <div>{`${row.margin} ${row.marginUnit}`}</div>
          {row.marginMode !== null && <div>{row.marginMode}</div>}
        </div>
        <AdjustMarginIcon row={row} words={words} className={ICON} />
      </div>
    ),
    pnl: (
      <>
        <div className={`text-${row.pnlColour}`}>
          <div>{`${row.pnl} ${row.unit}`}</div>
          <div>{row.roi}</div>
        </div>
        <ShareIcon className={ICON} />
      </>
    ),
    funding: <div>{row.funding}</div>,
    close: (
      <div className="flex items-center space-x-[8px] shrink-0 mr-[8px]">
        {closeCell(props, {
          market: `${TEXT} bn-button__text__yellow`,
          limit: `${TEXT} bn-button__text__yellow`,
          input: 'text',
        })}
      </div>
    ),
    pnlClose: '',
    reverse: reverseCell(props, TEXT),
    positionStops: (
      <div className="flex items-center gap-[6px]">
        <StopPrices {...props} />
        <EditStopsIcon row={row} words={words} className={ICON} />
      </div>
    ),
    partialStops: <div>{partialStopsCell(props, 'text-Accent cursor-pointer')}</div>,
  }
}

export const Row = memo((props: RowProps) => {
  const { row, columns, overrides, view } = props
  const contents = cells(props)
  return (
    <div
      className={`flex items-center w-full text-[12px] ${view.extraBodyCells ? '' : 'pl-[16px]'}`}
    >
      {view.extraBodyCells && (
        <div className="shrink-0 w-[16px]">
          <Bar row={row} />
        </div>
      )}
      {columns.map(({ key, column, width }) => (
        <div key={key} style={{ width }}>
          {overrides?.[column] ?? contents[column]}
        </div>
      ))}
    </div>
  )
}, sameRow)
Row.displayName = 'Row2024'
