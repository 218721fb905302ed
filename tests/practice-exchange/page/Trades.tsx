import { useEffect, useState } from 'react'
import { contractOf, digitsOf, number } from '../engine/index.ts'
import { store, useStore } from './store.ts'

type Trade = { id: number; price: string; size: string; time: string; buy: boolean }

let lastId = 0

const trade = (): Trade => {
  const { symbol } = store.place
  const { tick } = contractOf(symbol)
  const { last } = store.exchange.market(symbol)
  return {
    id: (lastId += 1),
    price: number(last + (Math.random() - 0.5) * 4 * tick, digitsOf(tick), store.view),
    size: number(Math.random() * 2, 3, store.view),
    time: new Date().toTimeString().slice(0, 8),
    buy: Math.random() > 0.5,
  }
}

export const Trades = () => {
  const churn = useStore(({ view }) => view.churn)
  const [trades, setTrades] = useState<Trade[]>(() => Array.from({ length: 14 }, trade))
  useEffect(() => {
    if (churn === 0) return undefined
    const timer = setInterval(() => {
      setTrades((old) => [trade(), ...old].slice(0, 14))
    }, 2000 / churn)
    return () => {
      clearInterval(timer)
    }
  }, [churn])
  return (
    <section className="widget">
      <header className="widget-handle">
        <span className="current">Trades</span>
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
