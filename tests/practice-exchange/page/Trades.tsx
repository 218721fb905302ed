import { useEffect, useState } from 'react'
import { contractOf, digitsOf, number } from '../engine/index.ts'
import { noise } from './scenery.ts'
import { store, useStore } from './store.ts'

type Trade = { id: number; price: string; size: string; time: string; buy: boolean }

const SHOWN = 16

let lastId = 0

const trade = (): Trade => {
  const { symbol } = store.place
  const { tick } = contractOf(symbol)
  const { last } = store.exchange.market(symbol)
  return {
    id: (lastId += 1),
    price: number(last + (noise() - 0.5) * 4 * tick, digitsOf(tick), store.view),
    size: number(noise() * 2, 3, store.view),
    time: new Date(store.exchange.state.now).toISOString().slice(11, 19),
    buy: noise() > 0.5,
  }
}

const someTrades = () => Array.from({ length: SHOWN }, trade)

export const Trades = () => {
  const churn = useStore(({ view }) => view.churn)
  const symbol = useStore(({ place }) => place.symbol)
  const last = useStore(({ exchange, place }) => exchange.market(place.symbol).last)
  const words = useStore((current) => current.words)
  const [trades, setTrades] = useState(someTrades)
  useEffect(() => {
    setTrades(someTrades())
    if (churn === 0) return undefined
    const timer = setInterval(() => {
      setTrades((old) => [trade(), ...old].slice(0, SHOWN))
    }, 2000 / churn)
    return () => clearInterval(timer)
  }, [churn, symbol, churn === 0 ? last : null])
  return (
    <section className="widget">
      <header className="widget-handle">
        <span className="current">{words.trades}</span>
      </header>
      <div className="trades">
        {trades.map(({ id, price, size, time, buy }) => (
          <div key={id} className="trade">
            <span className={buy ? 'text-Buy' : 'text-Sell'}>{price}</span>
            <span>{size}</span>
            <span className="text-TertiaryText">{time}</span>
          </div>
        ))}
      </div>
    </section>
  )
}
