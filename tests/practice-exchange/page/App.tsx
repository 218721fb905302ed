import { useEffect, useMemo } from 'react'
import GridLayout, { WidthProvider } from 'react-grid-layout'
import { AccountCard } from './AccountCard.tsx'
import { BottomPanel } from './BottomPanel.tsx'
import { Chart } from './Chart.tsx'
import { Dock } from './Dock.tsx'
import { OrderBook } from './OrderBook.tsx'
import { OrderForm } from './OrderForm.tsx'
import { useStore } from './store.ts'
import { TickerLine } from './TickerLine.tsx'
import { Toasts } from './Toasts.tsx'
import { TopBar } from './TopBar.tsx'
import { Trades } from './Trades.tsx'

const Grid = WidthProvider(GridLayout)

const layout = [
  { i: 'chart', x: 0, y: 0, w: 14, h: 44 },
  { i: 'book', x: 14, y: 0, w: 4, h: 28 },
  { i: 'trades', x: 14, y: 28, w: 4, h: 16 },
  { i: 'form', x: 18, y: 0, w: 5, h: 44 },
  { i: 'panel', x: 0, y: 44, w: 18, h: 30 },
  { i: 'account', x: 18, y: 44, w: 5, h: 30 },
]

export const App = () => {
  const theme = useStore(({ view }) => view.theme)
  const language = useStore(({ view }) => view.language)
  const dock = useStore(({ view }) => view.dock)
  const state = useStore(({ view }) => view.state)
  useEffect(() => {
    document.documentElement.dataset.theme = theme
    document.documentElement.lang = language === 'nonsense' ? 'en' : language
  }, [theme, language])
  const children = useMemo(
    () => [
      <div key="chart">
        <Chart />
      </div>,
      <div key="book">
        <OrderBook />
      </div>,
      <div key="trades">
        <Trades />
      </div>,
      <div key="form">
        <OrderForm />
      </div>,
      <div key="panel">
        <BottomPanel />
      </div>,
      <div key="account">
        <AccountCard />
      </div>,
    ],
    [],
  )
  return (
    <div className="app">
      <TopBar />
      <TickerLine />
      {state === 'loading' ? (
        <div className="skeleton" aria-busy="true">
          {layout.map(({ i }) => (
            <div key={i} className="react-grid-item skeleton-block" />
          ))}
        </div>
      ) : (
        <Grid
          className="layout"
          layout={layout}
          cols={23}
          rowHeight={7}
          margin={[4, 4]}
          containerPadding={[4, 4]}
          draggableHandle=".widget-handle"
        >
          {children}
        </Grid>
      )}
      <Toasts />
      {dock && <Dock />}
    </div>
  )
}
