import type { TruthEvent } from '../../../practice-exchange/engine/index'
import type { How } from './expectation'

type Of<K extends TruthEvent['kind']> = Extract<TruthEvent, { kind: K }>

/** What the exchange has written of one position. */
export class PositionLog {
  readonly events: readonly TruthEvent[]

  constructor(log: readonly TruthEvent[], id: number) {
    this.events = log.filter(({ positionId }) => positionId === id)
  }

  get key(): string {
    return this.events[0]?.key ?? ''
  }

  get account(): string {
    return this.events[0]?.account ?? ''
  }

  get openedAt(): number {
    return this.events[0]?.at ?? 0
  }

  get end(): Of<'closed'> | undefined {
    return this.events.find((event): event is Of<'closed'> => event.kind === 'closed')
  }

  /** How it ended, and what else may be said of it by one who sees the page. */
  get how(): { true: How; allowed: readonly How[] } | null {
    const { end } = this
    if (end === undefined) return null
    if (end.how !== 'closed') return { true: end.how, allowed: [end.how] }
    const stop = this.events.findLast((event) => event.kind === 'stop-changed')?.stopLoss ?? null
    const long = this.key.split(':')[1] === 'long'
    const isStopped = stop !== null && (long ? end.price <= stop : end.price >= stop)
    return isStopped
      ? { true: 'stopped', allowed: ['stopped'] }
      : { true: 'closed', allowed: ['closed'] }
  }
}
