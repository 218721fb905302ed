import { memo, useEffect, useState } from 'react'
import { contractOf, digitsOf, number } from '../engine/index.ts'
import { store, useStore } from './store.ts'

type Level = { price: string; size: string; share: number }

const ROWS = 8

const noise = () => Math.random()

/** Invented depth around the last price: it is there to make the page busy, like the real one. */
const side = (sense: 1 | -1, rows: number): Level[] => {
  const { symbol } = store.place
  const spec = contractOf(symbol)
  const { last } = store.exchange.market(symbol)
  return Array.from({ length: rows }, (_, index) => ({
    price: number(
      last + sense * (index + 1) * spec.tick * (1 + noise() * 2),
      digitsOf(spec.tick),
      store.view,
    ),
    size: number(noise() * 9 + 0.01, 3, store.view),
    share: noise(),
  }))
}

const Row = memo(({ price, size, share, tone }: Level & { tone: 'ask' | 'bid' }) => (
  <div className="row-content">
    <div
      className="depth"
      data-tone={tone}
      style={{ width: `${String(Math.round(share * 100))}%` }}
    />
    <div className={`${tone}-light emit-price`}>{price}</div>
    <div className="text">{size}</div>
  </div>
))
Row.displayName = 'Row'

const everyTick = (churn: number, rows: number) => ({
  asks: side(1, rows).reverse(),
  bids: side(-1, rows),
  churn,
})

export const OrderBook = () => {
  const churn = useStore(({ view }) => view.churn)
  const rows = churn > 10 ? 20 : ROWS
  const [book, setBook] = useState(() => everyTick(churn, rows))
  useEffect(() => {
    if (churn === 0) return undefined
    const timer = setInterval(() => {
      setBook(everyTick(churn, rows))
    }, 1000 / churn)
    return () => {
      clearInterval(timer)
    }
  }, [churn, rows])
  const last = useStore(({ exchange, place }) => exchange.market(place.symbol).last)
  const { tick } = contractOf(store.place.symbol)
  return (
    <section className="widget" id="futuresOrderbook">
      <header className="widget-handle">
        <span className="current">Order Book</span>
      </header>
      <div className="book">
        {book.asks.map((level, index) => (
          <Row key={index} {...level} tone="ask" />
        ))}
        <div className="middle">{number(last, digitsOf(tick), store.view)}</div>
        {book.bids.map((level, index) => (
          <Row key={index} {...level} tone="bid" />
        ))}
      </div>
    </section>
  )
}
