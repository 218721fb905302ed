import { useEffect, useRef } from 'react'
import { contractOf, digitsOf, number } from '../engine/index.ts'
import { store } from './store.ts'

type Candle = { open: number; high: number; low: number; close: number }

const WIDTH = 8
const PER_CANDLE = 6

/** Candles before the session, drawn from the price with a seed of their own: scenery only. */
const scenery = (price: number, count: number): Candle[] => {
  let seed = 7
  const next = () => {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647 - 0.5
  }
  const candles: Candle[] = []
  let close = price
  for (let index = 0; index < count; index += 1) {
    const open = close * (1 + next() * 0.004)
    const high = Math.max(open, close) * (1 + Math.abs(next()) * 0.002)
    const low = Math.min(open, close) * (1 - Math.abs(next()) * 0.002)
    candles.unshift({ open, high, low, close })
    close = open
  }
  return candles
}

const css = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

const draw = (canvas: HTMLCanvasElement, candles: readonly Candle[], digits: number): void => {
  const box = canvas.getBoundingClientRect()
  const scale = devicePixelRatio
  if (canvas.width !== Math.round(box.width * scale)) {
    canvas.width = Math.round(box.width * scale)
    canvas.height = Math.round(box.height * scale)
  }
  const context = canvas.getContext('2d')
  if (context === null) return
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, box.width, box.height)
  const room = box.width - 72
  const shown = candles.slice(-Math.floor(room / WIDTH))
  const high = Math.max(...shown.map((candle) => candle.high))
  const low = Math.min(...shown.map((candle) => candle.low))
  const y = (price: number) => 14 + ((high - price) / (high - low || 1)) * (box.height - 28)
  context.font = '11px system-ui'
  context.strokeStyle = css('--color-Line')
  context.fillStyle = css('--color-TertiaryText')
  for (let line = 0; line <= 5; line += 1) {
    const price = low + ((high - low) * line) / 5
    context.beginPath()
    context.moveTo(0, y(price))
    context.lineTo(room, y(price))
    context.stroke()
    context.fillText(number(price, digits, store.view), room + 6, y(price) + 4)
  }
  shown.forEach(({ open, close, ...candle }, index) => {
    const x = index * WIDTH + WIDTH / 2
    context.strokeStyle = context.fillStyle = css(close >= open ? '--color-Buy' : '--color-Sell')
    context.beginPath()
    context.moveTo(x, y(candle.high))
    context.lineTo(x, y(candle.low))
    context.stroke()
    const top = Math.min(y(open), y(close))
    context.fillRect(x - 2.5, top, 5, Math.max(1, Math.abs(y(open) - y(close))))
  })
}

/** A canvas chart that ticks with the mark. */
export const Chart = () => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let symbol = ''
    let candles: Candle[] = []
    let ticks = 0
    const update = () => {
      const { mark } = store.exchange.market(store.place.symbol)
      if (symbol !== store.place.symbol) {
        symbol = store.place.symbol
        candles = scenery(mark, 160)
      }
      const last = candles.at(-1)
      if (last === undefined || ticks % PER_CANDLE === 0) {
        const open = last?.close ?? mark
        candles.push({ open, high: Math.max(open, mark), low: Math.min(open, mark), close: mark })
        candles.splice(0, Math.max(0, candles.length - 400))
      } else {
        last.close = mark
        last.high = Math.max(last.high, mark)
        last.low = Math.min(last.low, mark)
      }
      ticks += 1
      if (canvas.current !== null) draw(canvas.current, candles, digitsOf(contractOf(symbol).tick))
    }
    update()
    return store.subscribe(update)
  }, [])
  return (
    <section className="widget">
      <header className="widget-handle">
        <span className="current">Chart</span>
        <span>Depth</span>
      </header>
      <canvas ref={canvas} className="chart" />
    </section>
  )
}
