import { useMemo } from 'react'
import type { Position } from '../../engine/index.ts'
import { skinOf } from '../skins/index.ts'
import { store } from '../store.ts'
import { closeAll } from './actions.ts'
import { bodyColumns } from './columns.ts'
import type { ShownColumn } from './shown-column.ts'
import { Table } from './Table.tsx'

const ROOM = 32

export const tableWidth = (columns: readonly ShownColumn[]): number =>
  columns.reduce((sum, { width }) => sum + width, ROOM)

const Skeleton = () => (
  <div className="flex-1 skeleton-rows" aria-busy="true">
    {[0, 1, 2].map((row) => (
      <div key={row} className="skeleton-line" />
    ))}
  </div>
)

type Props = { positions: readonly Position[]; columns: readonly ShownColumn[] }

const Body = ({ positions, columns }: Props) => {
  const { view, words } = store
  const skin = skinOf(view)
  const body = useMemo(() => bodyColumns(columns, view), [columns, view])
  return (
    <skin.Frame
      width={tableWidth(columns)}
      header={<skin.Header columns={columns} view={view} onClose={closeAll} />}
    >
      {view.state === 'table-loading' ? (
        <Skeleton />
      ) : positions.length === 0 ? (
        <div className="emptyLine">{words.noPosition}</div>
      ) : (
        <Table positions={positions} columns={body} />
      )}
    </skin.Frame>
  )
}

/** The filter, the header, and the rows that the filter leaves. */
export const PositionsPane = ({ positions, columns }: Props) => {
  const { view, words, place } = store
  const { HideOthers } = skinOf(view)
  const shown = view.hideOtherSymbols
    ? positions.filter(({ symbol }) => symbol === place.symbol)
    : positions
  return (
    <>
      <HideOthers
        checked={view.hideOtherSymbols}
        label={words.hideOtherSymbols}
        onToggle={() => store.setView({ hideOtherSymbols: !view.hideOtherSymbols })}
      />
      {view.state === 'logged-out' ? (
        <div className="emptyLine">{words.logInToTrade}</div>
      ) : (
        <Body positions={shown} columns={columns} />
      )}
    </>
  )
}
