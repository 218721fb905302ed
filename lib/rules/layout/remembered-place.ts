import { type PanelPlace, type Size, windowClass } from './panel-place'

const classOf = (name: string): [number, number] => {
  const [width = 0, height = 0] = name.split('x').map(Number)
  return [width, height]
}

/**
 * Where the trader has put the panel, in a window of this size, else in the one nearest to it: a place
 * hangs on two edges, and holds in any window. `null`: they never moved it.
 */
export const rememberedPlace = (
  places: Readonly<Record<string, PanelPlace>>,
  window: Size,
): PanelPlace | null => {
  const [width, height] = classOf(windowClass(window))
  const away = (name: string): number => {
    const [otherWidth, otherHeight] = classOf(name)
    return Math.abs(width - otherWidth) + Math.abs(height - otherHeight)
  }
  const [nearest] = Object.keys(places).sort((a, b) => away(a) - away(b))
  return nearest === undefined ? null : (places[nearest] ?? null)
}
