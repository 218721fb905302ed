import AutoSizer from 'react-virtualized-auto-sizer'
import { FixedSizeList, type ListChildComponentProps } from 'react-window'
import type { Position } from '../../engine/index.ts'
import { skinOf } from '../skins/index.ts'
import { store } from '../store.ts'
import type { ShownColumn } from './shown-column.ts'
import { printedRow } from './printed-row.ts'

const ROW_HEIGHT = 44

export type TableProps = { positions: readonly Position[]; columns: readonly ShownColumn[] }

const Item = ({ index, style, data }: ListChildComponentProps<TableProps>) => {
  const position = data.positions[index]
  if (position === undefined) return null
  const { view, words, overrides } = store
  const skin = skinOf(view)
  return (
    <div className={skin.listClass('list-item-container', view)} style={style}>
      <skin.Row
        row={printedRow(position)}
        columns={data.columns}
        overrides={overrides[position.symbol]}
        view={view}
        words={words}
      />
    </div>
  )
}

/** The rows that are in sight, and one more on either side. */
export const Table = (props: TableProps) => {
  const { view } = store
  const { positions } = props
  const skin = skinOf(view)
  return (
    <div className={skin.listClass('list-container', view)}>
      <AutoSizer className={skin.listClass('list-auto-sizer', view)}>
        {({ height, width }: { height: number; width: number }) => (
          <FixedSizeList
            className={skin.listClass('fixed-size-list', view)}
            height={height}
            width={width}
            itemCount={positions.length}
            itemSize={ROW_HEIGHT}
            overscanCount={1}
            itemData={props}
            itemKey={(index) => positions[index]?.id ?? index}
          >
            {Item}
          </FixedSizeList>
        )}
      </AutoSizer>
    </div>
  )
}
