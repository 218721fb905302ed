import { memo, useEffect, useState } from 'react'
import { contractOf, digitsOf, number } from '../engine/index.ts'
import { noise } from './scenery.ts'
import { store, useStore } from './store.ts'

type Level = { price: string; size: string; share: number }

const ROWS = 14
const BUSY_ROWS = 20

/** Invented depth around the last price: it is there to make the page busy, like the real one. */
const levels = (sense: 1 | -1, rows: number): Level[] => {
  const { symbol } = store.place
  const { tick } = contractOf(symbol)
  const { last } = store.exchange.market(symbol)
  let price = last
  let depth = 0
  return Array.from({ length: rows }, () => {
    price += sense * tick * (1 + Math.floor(noise() * 3))
    const size = noise() * 4 + 0.01
    depth += size
    return {
      price: number(price, digitsOf(tick), store.view),
      size: number(size, 3, store.view),
      share: Math.min(1, depth / (rows * 2.4)),
    }
  })
}

const bookOf = (rows: number) => ({ asks: levels(1, rows), bids: levels(-1, rows) })

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

export const OrderBook = () => {
  const churn = useStore(({ view }) => view.churn)
  const symbol = useStore(({ place }) => place.symbol)
  const last = useStore(({ exchange, place }) => exchange.market(place.symbol).last)
  const words = useStore((current) => current.words)
  const rows = churn > 10 ? BUSY_ROWS : ROWS
  const [book, setBook] = useState(() => bookOf(rows))
  useEffect(() => {
    setBook(bookOf(rows))
    if (churn === 0) return undefined
    const timer = setInterval(() => setBook(bookOf(rows)), 1000 / churn)
    return () => clearInterval(timer)
  }, [churn, rows, symbol, churn === 0 ? last : null])
  const { tick } = contractOf(symbol)
  return (
    <section className="widget" id="futuresOrderbook">
      <header className="widget-handle">
        <span className="current">{words.orderBook}</span>
      </header>
      <div className="book">
        <div className="side asks">
          {book.asks.map((level, index) => (
            <Row key={index} {...level} tone="ask" />
          ))}
        </div>
        <div className="middle">{number(last, digitsOf(tick), store.view)}</div>
        <div className="side bids">
          {book.bids.map((level, index) => (
            <Row key={index} {...level} tone="bid" />
          ))}
        </div>
      </div>
    </section>
  )
}
