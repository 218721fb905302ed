import { type Episode, standingEvents } from '@/lib/ledger'

/** Whether a position ever had a stop-loss; `unknown`: the page never showed. */
export type StopUse = 'set' | 'never' | 'unknown'

export const stopUse = ({
  figures,
  events,
  samples,
}: Pick<Episode, 'figures' | 'events' | 'samples'>): StopUse => {
  const states = [
    figures.stopLoss.state,
    ...standingEvents(events).flatMap((event) =>
      event.kind === 'stop-changed' ? [event.from.state, event.to.state] : [],
    ),
  ]
  const drawn = samples.some(([, , , , stop]) => stop !== null)
  if (drawn || states.includes('present')) return 'set'
  return states.includes('absent') ? 'never' : 'unknown'
}
