import type { Outcome } from '@/lib/journal'

/** A shape beside every colour. */
export const outcomeMarks: Record<Outcome, string> = {
  open: '●',
  gain: '▲',
  even: '=',
  loss: '▼',
  liquidated: '✕',
  unknown: '?',
}
