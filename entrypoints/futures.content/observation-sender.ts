import type { Observation } from '@/lib/ledger'
import type { PageReading } from '@/lib/page'
import { fingerprint, observationOf } from './observation'

type Send = (observation: Observation) => Promise<unknown>

export type ObservationSenderOptions = {
  send: Send
  tab: string
  private: boolean
}

/** Between two observations that differ in prices only. */
const PRICE_SAMPLE = 60_000
/** A second look is one of its own only after the page had time to change its mind. */
const SECOND_LOOK = 250

/**
 * Tells the ledger what changed, when it changed; once more when the next look is the same, since
 * nothing counts before it was seen twice; and once a minute for the journal's chart. What was not
 * acknowledged is sent again, in order.
 */
export const observationSender = ({ send, tab, private: isPrivate }: ObservationSenderOptions) => {
  let sequence = 0
  let last: { print: string; at: number; looks: number } | null = null
  const queue: Observation[] = []
  let sending = false

  const drain = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      for (let next = queue[0]; next !== undefined; next = queue[0]) {
        await send(next)
        queue.shift()
      }
    } catch {
      // The background is starting or restarting: the next observation, or the next look, tries again.
    } finally {
      sending = false
    }
  }

  return {
    see: (reading: PageReading, at: number): void => {
      if (reading.status !== 'positions' && reading.status !== 'flat') return
      const observation = observationOf(reading, {
        at,
        tab,
        sequence: sequence + 1,
        private: isPrivate,
      })
      const print = fingerprint(observation)
      const repeats = last?.print === print
      const due =
        !repeats ||
        last === null ||
        (last.looks === 1 && at - last.at >= SECOND_LOOK) ||
        at - last.at >= PRICE_SAMPLE
      if (due) {
        sequence += 1
        last = { print, at, looks: repeats ? (last?.looks ?? 0) + 1 : 1 }
        queue.push(observation)
      }
      if (queue.length > 0) void drain()
    },
  }
}
