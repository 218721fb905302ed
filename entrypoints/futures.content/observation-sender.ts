import type { Observation } from '@/lib/ledger'
import type { PageReading } from '@/lib/page'
import { fingerprint, observationOf } from './observation'

export type SenderOptions<Answer> = {
  send: (observation: Observation) => Promise<Answer>
  onAnswer: (answer: Answer) => void
  /** One content script's life. */
  tab: string
  private: boolean
}

/** Between two observations that differ in prices only. */
const PRICE_SAMPLE = 60_000
/** A second look is one of its own only after the page had time to change its mind. */
const SECOND_LOOK = 250
/** What is not acknowledged is sent again; older looks than these are of no more use. */
const LONGEST_QUEUE = 200

/**
 * Tells the ledger what changed, when it changed; once more when the next look is the same, since
 * nothing counts before it was seen twice; and once a minute for the journal's chart.
 */
export const observationSender = <Answer>(options: SenderOptions<Answer>) => {
  const { send, onAnswer, tab, private: isPrivate } = options
  const queue: Observation[] = []
  let sequence = 0
  let last: { print: string; at: number; looks: number } | null = null
  let sending = false

  const drain = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      for (let next = queue[0]; next !== undefined; next = queue[0]) {
        const answer = await send(next)
        queue.shift()
        onAnswer(answer)
      }
    } catch {
      // The background is starting again: the next look sends what is left, in order.
    } finally {
      sending = false
    }
  }

  return (reading: PageReading, at: number): void => {
    if (reading.status === 'positions' || reading.status === 'flat') {
      const observation = observationOf(reading, {
        at,
        tab,
        sequence: sequence + 1,
        private: isPrivate,
      })
      const print = fingerprint(observation)
      const repeated = last?.print === print
      const since = last === null ? Infinity : Math.abs(at - last.at)
      const secondLook = repeated && last?.looks === 1 && since >= SECOND_LOOK
      if (!repeated || secondLook || since >= PRICE_SAMPLE) {
        sequence += 1
        last = { print, at, looks: repeated ? (last?.looks ?? 0) + 1 : 1 }
        queue.push(observation)
        if (queue.length > LONGEST_QUEUE) queue.shift()
      }
    }
    if (queue.length > 0) void drain()
  }
}
