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
const ICON = 'icon cursor-pointer text-TertiaryText'

const Bar = ({ row }: Pick<RowProps, 'row'>) => (
  <div className={`w-[3px] h-[26px] rounded bg-${row.colour}`} />
)

const Symbol = ({ row, view }: RowProps) => {
  const joined = joinedSymbol(row, view)
  return (
    <>
      {!view.extraBodyCells && <Bar row={row} />}
      <div>
        {joined ?? (
          <>
            <span className="text-PrimaryText">{row.pair}</span>{' '}
            <span className="text-TertiaryText">{row.contractType}</span>{' '}
            <span className="tag">{row.leverage}</span>
          </>
        )}
        {row.badge !== null && <span className="tag">{row.badge}</span>}
      </div>
    </>
  )
}

const cells = (props: RowProps): Record<Column, ReactNode> => {
  const { row, words } = props
  return {
    symbol: <Symbol {...props} />,
    size: (
      <div className={props.view.signedSize ? undefined : `text-${row.colour}`}>
        {row.size} {row.sizeUnit}
      </div>
    ),
    entryPrice: row.entryPrice,
    breakEvenPrice: row.breakEvenPrice,
    markPrice: row.markPrice,
    liquidationPrice: <div className="text-Accent">{row.liquidationPrice}</div>,
    marginRatio: row.marginRatio,
    margin: (
      <div>
        <div>
          {row.margin} {row.marginUnit}
        </div>
        <div className="flex items-center gap-[6px]">
          {row.marginMode !== null && <div className="text-TertiaryText">{row.marginMode}</div>}
          <AdjustMarginIcon row={row} words={words} className={ICON} />
        </div>
      </div>
    ),
    pnl: (
      <>
        <div className={`text-${row.pnlColour}`}>
          <div>
            {row.pnl} {row.unit}
          </div>
          <div>{row.roi}</div>
        </div>
        <ShareIcon className={ICON} />
      </>
    ),
    funding: <div>{row.funding}</div>,
    close: (
      <div className="flex items-center gap-[6px] shrink-0">
        {closeCell(props, { market: TEXT, limit: `${TEXT} text-TertiaryText`, input: 'text' })}
      </div>
    ),
    pnlClose: '',
    reverse: reverseCell(props, TEXT),
    positionStops: (
      <div className="stops flex items-center gap-[6px]">
        <StopPrices {...props} />
        <EditStopsIcon row={row} words={words} className={ICON} />
      </div>
    ),
    partialStops: partialStopsCell(props, 'text-Accent cursor-pointer'),
  }
}

export const Row = memo((props: RowProps) => {
  const { row, columns, overrides, view } = props
  const contents = cells(props)
  return (
    <div
      className={`flex items-center typography-caption2 text-PrimaryText w-full ${view.extraBodyCells ? '' : 'pl-[16px]'}`}
    >
      {view.extraBodyCells && (
        <div className="shrink-0 w-[16px]">
          <Bar row={row} />
        </div>
      )}
      {columns.map(({ key, column, width }) => (
        <div
          key={key}
          className="flex items-center shrink-0 whitespace-nowrap gap-[6px]"
          style={{ width }}
        >
          {overrides?.[column] ?? contents[column]}
        </div>
      ))}
    </div>
  )
}, sameRow)
Row.displayName = 'Row2026'
