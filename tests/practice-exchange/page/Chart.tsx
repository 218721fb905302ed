import { useEffect, useRef } from 'react'
import { contractOf, digitsOf, number } from '../engine/index.ts'
import { type Candle, scenery, takeTick } from './candles.ts'
import { drawChart } from './draw-chart.ts'
import { store, useStore } from './store.ts'

/** A canvas chart that ticks with the mark. */
export const Chart = () => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useStore((current) => current.words)
  useEffect(() => {
    let symbol = ''
    let candles: Candle[] = []
    let ticks = 0
    const update = () => {
      const { mark } = store.exchange.market(store.place.symbol)
      if (symbol !== store.place.symbol) {
        symbol = store.place.symbol
        candles = scenery(mark, 240)
      }
      takeTick(candles, mark, ticks)
      ticks += 1
      const digits = digitsOf(contractOf(symbol).tick)
      const print = (price: number) => number(price, digits, store.view)
      if (canvas.current !== null) drawChart(canvas.current, { candles, print })
    }
    update()
    return store.subscribe(update)
  }, [])
  return (
    <section className="widget">
      <header className="widget-handle">
        <span className="current">{words.chart}</span>
        <span>{words.depth}</span>
      </header>
      <canvas ref={canvas} className="chart" />
    </section>
  )
}
