import type { Observation } from '@/lib/ledger'
import type { PageReading } from '@/lib/page'
import { lookSchedule } from './look-schedule'
import { lookOf } from './observation'

export type SenderOptions<Answer> = {
  send: (observation: Observation) => Promise<Answer>
  onAnswer: (answer: Answer) => void
  /** One content script's life. */
  tab: string
  private: boolean
}

/** What is not acknowledged is sent again; older looks than these are of no more use. */
const LONGEST_QUEUE = 200

/** Tells the ledger what is worth telling, in order, until it is acknowledged. */
export const observationSender = <Answer>(options: SenderOptions<Answer>) => {
  const { send, onAnswer, tab, private: isPrivate } = options
  const schedule = lookSchedule()
  const queue: Observation[] = []
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
      queue.push(...schedule(lookOf(reading, { at, tab, private: isPrivate })))
      queue.splice(0, queue.length - LONGEST_QUEUE)
    }
    if (queue.length > 0) void drain()
  }
}
