import { readFileSync } from 'node:fs'
import type { Box, BrowserPage } from './driver.ts'

/**
 * A picture as a grid of its mean colours, 24 × 24 px a cell: what a person sees who squints. It stays the same
 * through another version of a browser or a font, and not through another colour, size or order.
 */
export type CoarsePicture = {
  columns: number
  rows: number
  /** RGB, hexadecimal, by rows. */ cells: string
}

const CELL = 24

/** Reads a PNG in a page of the browser; `box`: a part of it, else the whole. */
export const coarsePicture = (
  stage: BrowserPage,
  file: string,
  box: Box | null = null,
): Promise<CoarsePicture> =>
  stage.evaluate(
    async (data: string, part: Box | null, cell: number) => {
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const { x, y, width, height } = part ?? {
        x: 0,
        y: 0,
        width: image.naturalWidth,
        height: image.naturalHeight,
      }
      const columns = Math.max(1, Math.round(width / cell))
      const rows = Math.max(1, Math.round(height / cell))
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(width)
      canvas.height = Math.round(height)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.drawImage(image, x, y, width, height, 0, 0, canvas.width, canvas.height)
      const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height)
      let cells = ''
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          const sum = [0, 0, 0]
          const [left, right] = [column, column + 1].map((at) =>
            Math.floor((at * canvas.width) / columns),
          )
          const [top, bottom] = [row, row + 1].map((at) => Math.floor((at * canvas.height) / rows))
          for (let py = top!; py < bottom!; py += 1) {
            for (let px = left!; px < right!; px += 1) {
              for (const channel of [0, 1, 2])
                sum[channel]! += pixels[(py * canvas.width + px) * 4 + channel]!
            }
          }
          const count = (right! - left!) * (bottom! - top!)
          cells += sum
            .map((each) =>
              Math.round(each / count)
                .toString(16)
                .padStart(2, '0'),
            )
            .join('')
        }
      }
      return { columns, rows, cells }
    },
    readFileSync(file).toString('base64'),
    box,
    CELL,
  )

const channels = ({ cells }: CoarsePicture): number[] =>
  (cells.match(/../g) ?? []).map((each) => parseInt(each, 16))

/** In words; `null`: they look the same. */
export const difference = (one: CoarsePicture, other: CoarsePicture): string | null => {
  const taller = Math.abs(one.rows - other.rows)
  if (one.columns !== other.columns || taller > 1 + one.rows * 0.04) {
    return `${String(one.columns)} × ${String(one.rows)} cells, and was ${String(other.columns)} × ${String(other.rows)}`
  }
  const rows = Math.min(one.rows, other.rows)
  const size = rows * one.columns * 3
  const [a, b] = [channels(one).slice(0, size), channels(other).slice(0, size)]
  const apart = a.map((value, at) => Math.abs(value - (b[at] ?? 0)))
  const mean = apart.reduce((sum, each) => sum + each, 0) / size
  const cells = size / 3
  const isFar = (cell: number) => apart.slice(cell * 3, cell * 3 + 3).some((each) => each > 60)
  const far = Array.from({ length: cells }, (_, cell) => cell).filter(isFar).length / cells
  return mean > 9 || far > 0.06
    ? `mean ${mean.toFixed(1)}, ${(far * 100).toFixed(1)} % far apart`
    : null
}
