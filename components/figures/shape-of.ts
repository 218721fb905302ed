import type { Band, Severity } from '@/lib/rules/position'

/** A shape for every colour, so that nobody has to tell colours apart. */
export const shapeOf: Readonly<Record<Band | Severity, string>> = {
  calm: '●',
  info: '●',
  caution: '◆',
  danger: '▲',
  crossed: '✕',
  unknown: '?',
}
