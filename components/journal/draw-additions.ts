import uPlot from 'uplot'

/** CSS pixels. */
const RADIUS = 8

type Colours = { mark: string; text: string }

export const drawAdditions =
  (additions: readonly { time: number; ordinal: number }[], { mark, text }: Colours) =>
  (chart: uPlot): void => {
    const { ctx: canvas, bbox } = chart
    const ratio = uPlot.pxRatio
    canvas.save()
    canvas.lineWidth = ratio
    canvas.setLineDash([3 * ratio, 3 * ratio])
    canvas.font = `600 ${String(10 * ratio)}px system-ui, sans-serif`
    canvas.textAlign = 'center'
    canvas.textBaseline = 'middle'
    for (const { time, ordinal } of additions) {
      const x = Math.round(chart.valToPos(time, 'x', true))
      if (x < bbox.left || x > bbox.left + bbox.width) continue
      const y = bbox.top + RADIUS * ratio
      canvas.strokeStyle = mark
      canvas.beginPath()
      canvas.moveTo(x, y)
      canvas.lineTo(x, bbox.top + bbox.height)
      canvas.stroke()
      canvas.fillStyle = mark
      canvas.beginPath()
      canvas.arc(x, y, RADIUS * ratio, 0, Math.PI * 2)
      canvas.fill()
      canvas.fillStyle = text
      canvas.fillText(String(ordinal), x, y)
    }
    canvas.restore()
  }
