import type { Candle } from './candles.ts'

const WIDTH = 8
const BODY = 5
const AXIS = 78
const VOLUME = 0.18

const css = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

type Chart = { candles: readonly Candle[]; print: (price: number) => string }

const prepared = (canvas: HTMLCanvasElement) => {
  const box = canvas.getBoundingClientRect()
  const scale = devicePixelRatio
  const [width, height] = [Math.round(box.width * scale), Math.round(box.height * scale)]
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  const context = canvas.getContext('2d')
  context?.setTransform(scale, 0, 0, scale, 0, 0)
  context?.clearRect(0, 0, box.width, box.height)
  return context === null ? null : { context, width: box.width, height: box.height }
}

/** Candles, volume, a grid with prices, and a line at the last price. */
export const drawChart = (canvas: HTMLCanvasElement, { candles, print }: Chart): void => {
  const ground = prepared(canvas)
  if (ground === null) return
  const { context, width, height } = ground
  const room = width - AXIS
  const shown = candles.slice(-Math.floor(room / WIDTH))
  const high = Math.max(...shown.map((candle) => candle.high))
  const low = Math.min(...shown.map((candle) => candle.low))
  const plot = height * (1 - VOLUME)
  const y = (price: number) => 16 + ((high - price) / (high - low || 1)) * (plot - 28)

  context.font = '11px system-ui'
  context.textBaseline = 'middle'
  context.strokeStyle = css('--color-Line')
  context.fillStyle = css('--color-TertiaryText')
  for (let line = 0; line <= 5; line += 1) {
    const price = low + ((high - low) * line) / 5
    const at = Math.round(y(price)) + 0.5
    context.beginPath()
    context.moveTo(0, at)
    context.lineTo(room, at)
    context.stroke()
    context.fillText(print(price), room + 8, at)
  }

  shown.forEach(({ open, close, volume, ...candle }, index) => {
    const x = Math.round(index * WIDTH + WIDTH / 2)
    context.fillStyle = css(close >= open ? '--color-Buy' : '--color-Sell')
    context.fillRect(x - 0.5, y(candle.high), 1, y(candle.low) - y(candle.high))
    const top = Math.min(y(open), y(close))
    context.fillRect(x - BODY / 2, top, BODY, Math.max(1, Math.abs(y(open) - y(close))))
    context.globalAlpha = 0.28
    const bar = Math.min(1, volume / 1.4) * height * VOLUME * 0.9
    context.fillRect(x - BODY / 2, height - bar, BODY, bar)
    context.globalAlpha = 1
  })

  const last = shown.at(-1)
  if (last === undefined) return
  const at = Math.round(y(last.close)) + 0.5
  context.fillStyle = context.strokeStyle = css(
    last.close >= last.open ? '--color-Buy' : '--color-Sell',
  )
  context.setLineDash([3, 3])
  context.beginPath()
  context.moveTo(0, at)
  context.lineTo(room, at)
  context.stroke()
  context.setLineDash([])
  context.fillRect(room, at - 9, AXIS, 18)
  context.fillStyle = '#fff'
  context.fillText(print(last.close), room + 8, at)
}
