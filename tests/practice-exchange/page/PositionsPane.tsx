import { memo, type ReactNode, useState } from 'react'
import AutoSizer from 'react-virtualized-auto-sizer'
import { FixedSizeList, type ListChildComponentProps } from 'react-window'
import { type Position, type RowText, rowText } from '../engine/index.ts'
import type { Column, View } from '../view.ts'
import { AdjustMargin } from './AdjustMargin.tsx'
import { StopsDialog } from './StopsDialog.tsx'
import { store } from './store.ts'
import { type Words, wordsFor } from './words.ts'

const widths: Record<Column, number> = {
  symbol: 150,
  size: 110,
  entryPrice: 96,
  breakEvenPrice: 118,
  markPrice: 92,
  liquidationPrice: 92,
  marginRatio: 92,
  margin: 124,
  pnl: 130,
  funding: 112,
  close: 190,
  pnlClose: 140,
  reverse: 70,
  positionStops: 150,
  partialStops: 80,
}

type RowProps = {
  id: number
  text: RowText
  overrides: Partial<Record<Column, string>> | undefined
  mode: Position['marginMode']
  side: Position['side'] | null
  stops: number
  view: View
  words: Words
  onAdjust: (id: number) => void
  onStops: (id: number) => void
}

const EditIcon = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <svg
    width="12"
    height="12"
    viewBox="0 0 12 12"
    aria-label={label}
    className="edit"
    onClick={onClick}
  >
    <path d="M2 10 L2 8 L8 2 L10 4 L4 10 Z" fill="none" stroke="currentColor" />
  </svg>
)

const cells = ({
  id,
  text,
  mode,
  side,
  stops,
  view,
  words,
  onAdjust,
  onStops,
}: RowProps): Record<Column, ReactNode> => ({
  symbol: (
    <>
      <div className="bar" data-sign={text.size.startsWith('-') ? 'sell' : 'buy'} />
      <div>
        <span className="text-PrimaryText">{text.symbol}</span>{' '}
        <span className="text-TertiaryText">
          {text.contractType === 'Perp' ? words.perp : text.contractType}
        </span>{' '}
        <span className="tag">{text.leverage}</span>
        {side !== null && <span className="tag">{words[side]}</span>}
      </div>
    </>
  ),
  size: (
    <div>
      {text.size} {text.sizeUnit === 'Cont' ? words.contracts : text.sizeUnit}
    </div>
  ),
  entryPrice: text.entryPrice,
  breakEvenPrice: text.breakEvenPrice,
  markPrice: text.markPrice,
  liquidationPrice: <div className="liq">{text.liquidationPrice}</div>,
  marginRatio: text.marginRatio,
  margin: (
    <div>
      <div>
        {text.margin} {text.marginUnit}
      </div>
      <div className="text-TertiaryText">({mode === 'cross' ? words.cross : words.isolated})</div>
      {mode === 'isolated' && (
        <EditIcon
          label={words.adjustMargin}
          onClick={() => {
            onAdjust(id)
          }}
        />
      )}
    </div>
  ),
  pnl: (
    <div className={text.pnl.startsWith('-') ? 'text-Sell' : 'text-Buy'}>
      <div>
        {text.pnl} {text.marginUnit}
      </div>
      <div>{view.roiParentheses ? `(${text.roi})` : text.roi}</div>
    </div>
  ),
  funding: (
    <div>
      {text.funding} {text.marginUnit}
    </div>
  ),
  close: (
    <div className="flex items-center space-x-[8px] shrink-0">
      <button
        type="button"
        className="bn-button bn-button__text data-size-tiny"
        onClick={() => {
          store.act('Position closed', () => {
            store.exchange.close(id)
          })
        }}
      >
        {words.market}
      </button>
      <button type="button" className="bn-button bn-button__text data-size-tiny">
        {words.limit}
      </button>
      <input size={6} placeholder={words.columns.markPrice} />
      <input size={5} placeholder={text.size} />
    </div>
  ),
  pnlClose: '',
  reverse: (
    <button type="button" className="bn-button bn-button__text">
      {words.reverse}
    </button>
  ),
  positionStops: (
    <div className="stops">
      <div>
        {text.takeProfit} / {text.stopLoss}
      </div>
      <EditIcon
        label="TP/SL"
        onClick={() => {
          onStops(id)
        }}
      />
    </div>
  ),
  partialStops: stops > 0 ? <a>{stops}</a> : <a>{words.add}</a>,
})

const Row = memo(
  (props: RowProps) => {
    const contents = cells(props)
    return (
      <div className="flex items-center typography-caption2 text-PrimaryText w-full">
        {props.view.columns.map((column) => (
          <div key={column} className="cell" style={{ width: widths[column] }}>
            {props.overrides?.[column] ?? contents[column]}
          </div>
        ))}
      </div>
    )
  },
  (before, after) =>
    before.view === after.view &&
    before.overrides === after.overrides &&
    before.stops === after.stops &&
    before.mode === after.mode &&
    before.id === after.id &&
    Object.entries(before.text).every(([key, value]) => after.text[key as keyof RowText] === value),
)
Row.displayName = 'Row'

type ListData = { positions: readonly Position[]; open: (dialog: Dialog) => void }
type Dialog = { kind: 'margin' | 'stops'; id: number }

const ListItem = ({ index, style, data }: ListChildComponentProps<ListData>) => {
  const position = data.positions[index]
  if (position === undefined) return null
  const { view, exchange, overrides } = store
  const figures = exchange.figures(position)
  return (
    <div className="list-item-container" style={style}>
      <Row
        id={position.id}
        text={rowText(position, figures, view)}
        overrides={overrides[position.symbol]}
        mode={position.marginMode}
        side={exchange.account.positionMode === 'hedge' ? position.side : null}
        stops={position.partialStops.length}
        view={view}
        words={wordsFor(view.language)}
        onAdjust={(id) => {
          data.open({ kind: 'margin', id })
        }}
        onStops={(id) => {
          data.open({ kind: 'stops', id })
        }}
      />
    </div>
  )
}

const Header = ({ columns, words }: { columns: readonly Column[]; words: Words }) => (
  <div className="flex items-center header-row">
    {columns.map((column) => (
      <div key={column} className="cell" style={{ width: widths[column] }}>
        <div className="text-TertiaryText text-[12px] truncate">{words.columns[column]}</div>
      </div>
    ))}
  </div>
)

export const PositionsPane = ({ positions }: { positions: readonly Position[] }) => {
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const { view, place } = store
  const words = wordsFor(view.language)
  const shown = view.hideOtherSymbols
    ? positions.filter(({ symbol }) => symbol === place.symbol)
    : positions
  const width = view.columns.reduce((sum, column) => sum + widths[column], 0)
  return (
    <>
      <div className="filters">
        <span
          role="checkbox"
          aria-checked={view.hideOtherSymbols}
          {...{ name: 'hideOtherSymbol' }}
          onClick={() => {
            store.setView({ hideOtherSymbols: !view.hideOtherSymbols })
          }}
        />
        <span>{words.hideOtherSymbols}</span>
      </div>
      {view.state === 'logged-out' ? (
        <div className="emptyLine">Log In or Register Now to trade</div>
      ) : (
        <div className="scroller">
          <div style={{ width, height: '100%', display: 'flex', flexDirection: 'column' }}>
            <Header columns={view.columns} words={words} />
            {shown.length === 0 ? (
              <div className="emptyLine">{words.noPosition}</div>
            ) : (
              <div className="list-container css-wr25is">
                <div className="list-auto-sizer">
                  <AutoSizer>
                    {({ height, width: room }: { height: number; width: number }) => (
                      <FixedSizeList
                        className="fixed-size-list"
                        height={height}
                        width={room}
                        itemCount={shown.length}
                        itemSize={44}
                        overscanCount={1}
                        itemData={{ positions: shown, open: setDialog }}
                        itemKey={(index) => shown[index]?.id ?? index}
                      >
                        {ListItem}
                      </FixedSizeList>
                    )}
                  </AutoSizer>
                </div>
              </div>
            )}
          </div>
        </div>
      )}
      {dialog?.kind === 'margin' && (
        <AdjustMargin
          id={dialog.id}
          onClose={() => {
            setDialog(null)
          }}
        />
      )}
      {dialog?.kind === 'stops' && (
        <StopsDialog
          id={dialog.id}
          onClose={() => {
            setDialog(null)
          }}
        />
      )}
    </>
  )
}
