import { useEffect } from 'react'
import { contractOf, digitsOf, number } from '../engine/index.ts'
import { store, useStore } from './store.ts'
import { wordsFor } from './words.ts'

const countdown = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** Symbol, last price, mark, index, funding rate and its countdown. */
export const TickerLine = () => {
  useStore(({ version }) => version)
  const { place, exchange, view } = store
  const spec = contractOf(place.symbol)
  const market = exchange.market(place.symbol)
  const words = wordsFor(view.language)
  const price = (value: number) => number(value, digitsOf(spec.tick), view)
  const last = price(market.last)
  useEffect(() => {
    document.title = `${last} | ${spec.pair} Perp | Practice Exchange`
  }, [last, spec.pair])
  return (
    <div className="ticker">
      <h1>
        {spec.pair} <span>{spec.delivery ?? words.perp}</span>
      </h1>
      <div className="last">{last}</div>
      <div className="stat">
        <div className="text-TertiaryText">{words.mark}</div>
        <div className="text-PrimaryText">{price(market.mark)}</div>
      </div>
      <div className="stat">
        <div className="text-TertiaryText">{words.index}</div>
        <div className="text-PrimaryText">{price(market.index)}</div>
      </div>
      {spec.delivery === null && (
        <div className="stat">
          <div className="text-TertiaryText">{words.funding}</div>
          <div className="text-PrimaryText">
            <span>{number(market.fundingRate * 100, 5, view)}%</span>
            {' / '}
            <span>{countdown(market.nextFunding - exchange.state.now)}</span>
          </div>
        </div>
      )}
    </div>
  )
}
