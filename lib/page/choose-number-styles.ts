import { type NumberStyle, numberStyles, parseNumber } from './parse-number'

const admits = (style: NumberStyle, text: string): boolean => {
  const parsed = parseNumber(text, [style])
  return !('missing' in parsed)
}

/**
 * The styles in which most of these texts are figures: one, as soon as a text such as "67,001.2" or
 * "0,020" tells; several, while all of them ("1,234") could be either.
 */
export const chooseNumberStyles = (texts: readonly string[]): readonly NumberStyle[] => {
  const figures = new Set(texts.filter((text) => /\d/.test(text)))
  const votes = numberStyles.map((style) => ({
    style,
    count: [...figures].filter((text) => admits(style, text)).length,
  }))
  const most = Math.max(...votes.map(({ count }) => count))
  return votes.filter(({ count }) => count === most).map(({ style }) => style)
}
