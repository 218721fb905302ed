import type { Outcome } from '@/lib/journal'

/** A shape with every colour. */
export const outcomeMarks: Record<Outcome, string> = {
  open: '●',
  gain: '▲',
  even: '=',
  loss: '▼',
  liquidated: '✕',
  'probably-liquidated': '✕?',
  unknown: '?',
}
