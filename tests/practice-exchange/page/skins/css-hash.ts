import type { View } from '../../view.ts'

declare const __BUILD__: string

const hash = (text: string): number => {
  let value = 5381
  for (const letter of text) value = (Math.imul(value, 33) ^ letter.charCodeAt(0)) >>> 0
  return value
}

/** "css-1wr25is": means nothing, and is another one in the next build. */
export const cssHash = (part: string, { build, generation }: View): string =>
  `css-${hash(`${build || __BUILD__}/${generation}/${part}`).toString(36)}`
