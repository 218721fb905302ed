import { type ReactNode, useEffect, useRef } from 'react'
import { tickerText } from '../engine/index.ts'
import { store, useStore } from './store.ts'

/** Which way the last price went, for its colour: it stays until the next change. */
const useTrend = (last: number): 'Buy' | 'Sell' => {
  const seen = useRef<{ last: number; trend: 'Buy' | 'Sell' }>({ last, trend: 'Buy' })
  if (last !== seen.current.last) {
    seen.current = { last, trend: last > seen.current.last ? 'Buy' : 'Sell' }
  }
  return seen.current.trend
}

type StatProps = { label: string; children: ReactNode }

const Stat = ({ label, children }: StatProps) => (
  <div className="stat">
    <div className="text-TertiaryText">{label}</div>
    <div className="text-PrimaryText">{children}</div>
  </div>
)

/** Symbol, last price, mark, index, funding rate and its countdown. */
export const TickerLine = () => {
  useStore(({ version }) => version)
  const { place, exchange, view, words } = store
  const { symbol, contractType, last, mark, index, funding } = tickerText(
    exchange.state,
    place.symbol,
    view,
  )
  const trend = useTrend(exchange.market(place.symbol).last)
  const kind = contractType === 'Perp' ? words.perp : contractType
  useEffect(() => {
    document.title = `${last} | ${symbol} ${kind} | Practice Exchange`
  }, [last, symbol, kind])
  return (
    <div className="ticker">
      <h1>
        {symbol} <span>{kind}</span>
      </h1>
      <div className={`last text-${trend}`}>{last}</div>
      <Stat label={words.mark}>{mark}</Stat>
      <Stat label={words.index}>{index}</Stat>
      {funding !== null && (
        <Stat label={words.funding}>
          <span>{funding.rate}</span>
          {' / '}
          <span>{funding.countdown}</span>
        </Stat>
      )}
    </div>
  )
}
