import type { Band, Severity } from '@/lib/rules/position'

/** A shape for every colour, so that nobody has to tell colours apart. */
export const shapeOfTone: Readonly<Record<Band, string>> = {
  calm: '●',
  caution: '◆',
  danger: '▲',
  crossed: '✕',
  unknown: '?',
}

export const shapeOfSeverity: Readonly<Record<Severity, string>> = {
  danger: '▲',
  caution: '◆',
  info: '●',
}
