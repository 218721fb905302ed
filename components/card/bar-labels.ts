import type { ScaleMark } from './distance-scale'
import { textPx } from '../figures/text-px'

/** A mark of the bar that may have its price written under it. */
export type LabelledMark = {
  name: ScaleMark | 'ghost'
  /** 0: the left end of the bar, 1: the right one. */
  place: number
  /** What could be written, the fullest first. */
  texts: readonly string[]
}

export type BarLabel = Pick<LabelledMark, 'name' | 'place'> & { text: string; anchor: Anchor }

/** Which point of the text stands at the place. */
export type Anchor = 'start' | 'middle' | 'end'

/** What is left between two texts. */
const GAP_PX = 8

type Span = { from: number; to: number }

const spanOf = (place: number, text: string, width: number): Span & { anchor: Anchor } => {
  const long = textPx(text)
  const middle = place * width
  if (middle - long / 2 < 0) return { from: middle, to: middle + long, anchor: 'start' }
  if (middle + long / 2 > width) return { from: middle - long, to: middle, anchor: 'end' }
  return { from: middle - long / 2, to: middle + long / 2, anchor: 'middle' }
}

/**
 * Which prices are written under a bar of that width, px: in the order of `marks`, each with the fullest
 * text that touches none before it. A price without room is left out: the mark itself still stands there.
 */
export const barLabels = (marks: readonly LabelledMark[], width: number): BarLabel[] => {
  const taken: Span[] = []
  return marks.flatMap(({ name, place, texts }) => {
    for (const text of texts) {
      const { from, to, anchor } = spanOf(place, text, width)
      const isFree = taken.every((other) => to + GAP_PX <= other.from || from >= other.to + GAP_PX)
      if (!isFree || from < -1 || to > width + 1) continue
      taken.push({ from, to })
      return [{ name, place, text, anchor }]
    }
    return []
  })
}
