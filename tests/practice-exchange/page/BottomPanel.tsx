import { useState } from 'react'
import { contractOf, digitsOf, number } from '../engine/index.ts'
import { PositionsPane } from './PositionsPane.tsx'
import { store, useStore } from './store.ts'
import { wordsFor } from './words.ts'

const tabs = [
  'positions',
  'openOrders',
  'orderHistory',
  'tradeHistory',
  'transactionHistory',
  'positionHistory',
  'bots',
  'assets',
] as const
type Tab = (typeof tabs)[number]

const paneIds: Record<Tab, string> = {
  positions: 'POSITIONS',
  openOrders: 'OPEN_ORDERS',
  orderHistory: 'ORDER_HISTORY',
  tradeHistory: 'TRADE_HISTORY',
  transactionHistory: 'TRANSACTION_HISTORY',
  positionHistory: 'POSITION_HISTORY',
  bots: 'STRATEGY',
  assets: 'ASSETS',
}

const OpenOrders = () => {
  const [sub, setSub] = useState<'basic' | 'conditional'>('basic')
  const { exchange, view } = store
  const words = wordsFor(view.language)
  const stops = exchange.account.positions.flatMap(({ partialStops }) => partialStops)
  const { orders } = exchange.account
  return (
    <>
      <div className="bn-tabs">
        <div
          role="tab"
          aria-selected={sub === 'basic'}
          onClick={() => {
            setSub('basic')
          }}
        >
          {words.basic}({orders.length})
        </div>
        <div
          role="tab"
          aria-selected={sub === 'conditional'}
          onClick={() => {
            setSub('conditional')
          }}
        >
          {words.conditional}({stops.length})
        </div>
      </div>
      {orders.length === 0 && <div className="emptyLine">{words.noOrders}</div>}
      {sub === 'basic' &&
        orders.map(({ id, symbol, side, price, quantity }) => (
          <div
            key={id}
            className="flex items-center typography-caption2 text-PrimaryText w-full card-row"
          >
            <div>{contractOf(symbol).pair}</div>
            <div>{words.perp}</div>
            <div>{words.limit}</div>
            <div>{side === 'buy' ? words.buy : words.sell}</div>
            <div>{number(price, digitsOf(contractOf(symbol).tick), view)}</div>
            <div>{number(quantity, 3, view)}</div>
            <svg
              width="14"
              height="14"
              viewBox="0 0 14 14"
              aria-label="Cancel Order"
              onClick={() => {
                exchange.cancelOrder(id)
                store.changed()
              }}
            >
              <path d="M3 3 L11 11 M11 3 L3 11" stroke="currentColor" />
            </svg>
          </div>
        ))}
    </>
  )
}

/** Cards with the same words as open positions: symbol, leverage, mode, side. */
const PositionHistory = () => {
  const { exchange, view } = store
  const words = wordsFor(view.language)
  return (
    <div className="cards">
      {exchange.account.closed.map((closed) => {
        const spec = contractOf(closed.symbol)
        const price = (value: number) => number(value, digitsOf(spec.tick), view)
        return (
          <div key={closed.id} className="card">
            <div className="flex">
              <span>{spec.pair}</span>
              <span>{words.perp}</span>
              <span>{closed.leverage}x</span>
              <span>{words[closed.marginMode]}</span>
              <span>{words[closed.side]}</span>
              <span>{closed.how === 'liquidated' ? 'Liquidated' : 'Closed'}</span>
            </div>
            <div className="flex">
              <span>{words.columns.entryPrice}</span>
              <span>{price(closed.entryPrice)}</span>
              <span>Avg. Close Price</span>
              <span>{price(closed.exitPrice)}</span>
              <span>Closing PNL</span>
              <span>{number(closed.realizedPnl, 2, view)}</span>
            </div>
          </div>
        )
      })}
    </div>
  )
}

const Assets = () => {
  const { exchange, view } = store
  return (
    <div className="cards">
      {Object.entries(exchange.account.wallets).map(([asset, amount]) => (
        <div key={asset} className="flex card-row">
          <span>{asset}</span>
          <span>{number(amount, 4, view)}</span>
        </div>
      ))}
    </div>
  )
}

export const BottomPanel = () => {
  useStore(({ version }) => version)
  const [selected, setSelected] = useState<Tab>('positions')
  const { view, exchange, place } = store
  const words = wordsFor(view.language)
  const positions = exchange.account.positions.filter(
    ({ symbol }) => (contractOf(symbol).kind === 'inverse') === (place.market === 'coinm'),
  )
  const counts: Partial<Record<Tab, number>> = {
    positions: positions.length,
    openOrders: exchange.account.orders.length,
  }
  const pane = (tab: Tab) => {
    switch (tab) {
      case 'positions':
        return <PositionsPane positions={positions} />
      case 'openOrders':
        return <OpenOrders />
      case 'positionHistory':
        return <PositionHistory />
      case 'assets':
        return <Assets />
      default:
        return <div className="emptyLine">--</div>
    }
  }
  return (
    <section className="widget panel">
      <div className="bn-tabs widget-handle">
        {tabs.map((tab) => (
          <div
            key={tab}
            role="tab"
            className="bn-tab"
            aria-selected={selected === tab}
            id={`bn-tab-${String(tabs.indexOf(tab))}`}
            onClick={() => {
              setSelected(tab)
            }}
          >
            {words[tab]}
            {counts[tab] !== undefined && `(${String(counts[tab])})`}
          </div>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab}
          id={paneIds[tab]}
          className="pane"
          style={{ display: selected === tab ? undefined : 'none' }}
        >
          {pane(tab)}
        </div>
      ))}
    </section>
  )
}
