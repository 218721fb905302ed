import type { Band, Severity } from '@/lib/rules'

/** A shape beside every colour: no colour has to be told from another. */
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
