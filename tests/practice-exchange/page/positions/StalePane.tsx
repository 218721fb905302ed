import { type CSSProperties, memo, useState } from 'react'
import type { View } from '../../view.ts'
import { skinOf } from '../skins/index.ts'
import { paneIds } from '../skins/pane-ids.ts'
import { store } from '../store.ts'
import type { ShownColumn } from './shown-column.ts'
import { type PrintedRow, printedRow } from './printed-row.ts'

type Hidden = Exclude<View['stalePane'], 'none'>

const outOfSight: Record<Hidden, CSSProperties> = {
  'display-none': { display: 'none' },
  'visibility-hidden': { visibility: 'hidden', position: 'absolute', inset: 0 },
  'off-screen': { position: 'absolute', left: -20_000, width: 1_200, height: 260 },
  collapsed: { flex: 'none', height: 0, overflow: 'hidden' },
}

/** A position that was closed long ago. */
const ghost = (like: PrintedRow): PrintedRow => ({
  ...like,
  id: -1,
  pair: 'SOLUSDT',
  leverage: '50x',
  size: '12.00',
  sizeUnit: 'SOL',
})

type Props = { hidden: Hidden; columns: readonly ShownColumn[]; width: number }

const noAction = () => undefined

/**
 * A positions pane as it was when it was put away: rows of then, and one of a position that is gone.
 * It is never drawn again.
 */
export const StalePane = memo(
  ({ hidden, columns, width }: Props) => {
    const [rows] = useState(() => {
      const old = store.exchange.account.positions.map(printedRow)
      return [...old, ...old.slice(0, 1).map(ghost)]
    })
    const { view, words } = store
    const skin = skinOf(view)
    return (
      <div id={paneIds.positions} className="pane" style={outOfSight[hidden]}>
        <skin.Frame
          width={width}
          header={<skin.Header columns={columns} view={view} onClose={noAction} />}
        >
          <div className={skin.listClass('list-container', view)}>
            {rows.map((row) => (
              <div key={row.id} className={skin.listClass('list-item-container', view)}>
                <skin.Row
                  row={row}
                  columns={columns}
                  overrides={undefined}
                  view={view}
                  words={words}
                />
              </div>
            ))}
          </div>
        </skin.Frame>
      </div>
    )
  },
  (before, after) => before.hidden === after.hidden,
)
StalePane.displayName = 'StalePane'
