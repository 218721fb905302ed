import { store, useStore } from '../store.ts'
import { skinOf } from '../skins/index.ts'
import { countText } from './BottomPanel.tsx'

/** The same tabs once more, as a narrow layout has them beside the wide one. */
export const TwinTabs = () => {
  useStore(({ version }) => version)
  const { view, words, exchange } = store
  const { SmallTab } = skinOf(view)
  const twins = [
    ['positions', words.tabs.positions + countText(exchange.account.positions.length)],
    ['openOrders', words.tabs.openOrders + countText(exchange.account.orders.length)],
    ['orderHistory', words.tabs.orderHistory],
  ] as const
  return (
    <div className="twin-tabs" style={{ display: view.twinTabs === 'hidden' ? 'none' : undefined }}>
      <div className="bn-tabs sub-tabs">
        {twins.map(([tab, word]) => (
          <SmallTab
            key={tab}
            word={word}
            selected={view.tab === tab}
            onSelect={() => store.setView({ tab })}
          />
        ))}
      </div>
    </div>
  )
}
