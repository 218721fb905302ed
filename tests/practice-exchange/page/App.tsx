import { type ReactNode, useEffect, useMemo } from 'react'
import GridLayout, { WidthProvider } from 'react-grid-layout'
import { allWidgets, type Widget } from '../view.ts'
import { AccountCard } from './AccountCard.tsx'
import { Chart } from './Chart.tsx'
import { Dialogs } from './dialogs/Dialogs.tsx'
import { Dock } from './Dock.tsx'
import { OrderForm } from './form/OrderForm.tsx'
import { columnCounts, layouts, useSize } from './layouts.ts'
import { OrderBook } from './OrderBook.tsx'
import { BottomPanel } from './panel/BottomPanel.tsx'
import { TwinTabs } from './panel/TwinTabs.tsx'
import { useStore } from './store.ts'
import { TickerLine } from './TickerLine.tsx'
import { Toasts } from './Toasts.tsx'
import { TopBar } from './TopBar.tsx'
import { Trades } from './Trades.tsx'

const Grid = WidthProvider(GridLayout)

const widgets: Record<Widget, ReactNode> = {
  chart: <Chart />,
  book: <OrderBook />,
  trades: <Trades />,
  form: <OrderForm />,
  panel: <BottomPanel />,
  account: <AccountCard />,
}

const Skeleton = () => (
  <div className="skeleton" aria-busy="true">
    {allWidgets.map((widget) => (
      <div key={widget} className="react-grid-item skeleton-block" />
    ))}
  </div>
)

export const App = () => {
  const view = useStore((store) => store.view)
  const language = useStore((store) => store.language)
  const size = useSize()
  const { theme, generation, state, hiddenWidgets } = view
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.theme = theme
    dataset.look = generation
    // `qaa`: a language without a name.
    document.documentElement.lang = language === 'nonsense' ? 'qaa' : language
  }, [theme, generation, language])
  const children = useMemo(
    () =>
      allWidgets
        .filter((widget) => !hiddenWidgets.includes(widget))
        .map((widget) => <div key={widget}>{widgets[widget]}</div>),
    [hiddenWidgets],
  )
  return (
    <div className="app">
      <TopBar />
      <TickerLine />
      {view.twinTabs !== 'none' && <TwinTabs />}
      {state === 'loading' ? (
        <Skeleton />
      ) : (
        <Grid
          className="layout"
          key={size}
          layout={layouts[size]}
          cols={columnCounts[size]}
          rowHeight={7}
          margin={[4, 4]}
          containerPadding={[4, 4]}
          draggableHandle=".widget-handle"
        >
          {children}
        </Grid>
      )}
      <Dialogs />
      <Toasts />
      {view.dock && <Dock />}
    </div>
  )
}
