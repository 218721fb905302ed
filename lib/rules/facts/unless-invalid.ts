import { InvalidFigure } from '@/lib/margin/preview'

/** `null` where the figures are none that a position can have. */
export const unlessInvalid = <T>(reckon: () => T): T | null => {
  try {
    return reckon()
  } catch (error) {
    if (error instanceof InvalidFigure) return null
    throw error
  }
}
