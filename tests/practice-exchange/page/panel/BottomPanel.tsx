import { useMemo } from 'react'
import { contractOf, inBrackets } from '../../engine/index.ts'
import { allTabs, type Tab } from '../../view.ts'
import { shownColumns } from '../positions/columns.ts'
import { PositionsPane, tableWidth } from '../positions/PositionsPane.tsx'
import { StalePane } from '../positions/StalePane.tsx'
import { skinOf } from '../skins/index.ts'
import { paneIds } from '../skins/pane-ids.ts'
import { store, useStore } from '../store.ts'
import { Assets } from './Assets.tsx'
import { Bots } from './Bots.tsx'
import { OpenOrders } from './OpenOrders.tsx'
import { PositionHistory } from './PositionHistory.tsx'

const inSight = ({ symbol }: { symbol: string }): boolean =>
  (contractOf(symbol).kind === 'inverse') === (store.place.market === 'coinm')

/** "(2)" behind the word, " (2)", or nothing. */
export const countText = (count: number | undefined): string => {
  const { view } = store
  if (count === undefined || view.tabCount === 'absent' || view.state === 'logged-out') return ''
  return `${view.tabCount === 'spaced' ? ' ' : ''}${inBrackets(String(count), view)}`
}

const positionsInSight = () => {
  const { exchange } = store
  const positions = exchange.account.positions.filter(inSight)
  const stops = positions.reduce((sum, { partialStops }) => sum + partialStops.length, 0)
  const counts: Partial<Record<Tab, number>> = {
    positions: positions.length,
    openOrders:
      exchange.account.orders.filter(inSight).length +
      exchange.account.conditionals.filter(inSight).length +
      stops,
  }
  return { positions, counts }
}

export const BottomPanel = () => {
  const version = useStore((current) => current.version)
  const { view, words } = store
  const skin = skinOf(view)
  const columns = useMemo(() => shownColumns(view, words, skin), [view, words, skin])
  const { positions, counts } = positionsInSight()
  const pane = (tab: Tab) => {
    switch (tab) {
      case 'positions':
        return <PositionsPane positions={positions} columns={columns} />
      case 'openOrders':
        return <OpenOrders />
      case 'positionHistory':
        return <PositionHistory />
      case 'bots':
        return <Bots />
      case 'assets':
        return <Assets />
      default:
        return <div className="emptyLine">--</div>
    }
  }
  return (
    <section className="widget panel">
      <div className="bn-tabs panel-tabs">
        {allTabs.map((tab) => (
          <skin.PanelTab
            key={tab}
            tab={tab}
            word={words.tabs[tab]}
            count={countText(counts[tab])}
            selected={view.tab === tab}
            onSelect={() => store.setView({ tab })}
          />
        ))}
      </div>
      {view.twiceIds && <div id={paneIds.positions} style={{ display: 'none' }} />}
      {view.stalePane !== 'none' && (
        <StalePane hidden={view.stalePane} columns={columns} width={tableWidth(columns)} />
      )}
      {allTabs.map((tab) => (
        <skin.Pane
          key={view.replacePane && tab === 'positions' ? `${tab}-${String(version)}` : tab}
          tab={tab}
          selected={view.tab === tab}
        >
          {pane(tab)}
        </skin.Pane>
      ))}
    </section>
  )
}
