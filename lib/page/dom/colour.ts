const CHANNELS = /rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)/

/** How light a computed colour is, from 0 to 1, and how opaque: 0 where it is in another notation. */
export const lightnessOf = (colour: string): { alpha: number; value: number } => {
  const [, red, green, blue, alpha = '1'] = CHANNELS.exec(colour) ?? []
  const value =
    (Number(red ?? 0) * 299 + Number(green ?? 0) * 587 + Number(blue ?? 0) * 114) / 255_000
  return { alpha: red === undefined ? 0 : Number(alpha), value }
}
