import type { Observation } from '@/lib/ledger'
import type { PageReading } from '@/lib/page'
import type { LedgerAnswer } from '@/lib/storage'
import { lookSchedule } from './look-schedule'
import { lookOf } from './observation'
import { outbox } from './outbox'

export type SenderOptions = {
  send: (observation: Observation) => Promise<LedgerAnswer | undefined>
  onAnswer: (answer: LedgerAnswer) => void
  /** One content script's life. */
  tab: string
  private: boolean
}

/** Tells the ledger what is worth telling, in order, until it is acknowledged and in storage. */
export const observationSender = (options: SenderOptions) => {
  const { send, onAnswer, tab, private: isPrivate } = options
  const schedule = lookSchedule()
  const tell = outbox<Observation, LedgerAnswer>({
    // Each is a look of its own, with its own time.
    send: ([observation]) => send(observation),
    atOnce: 1,
    onAnswer,
    isUnsaved: ({ notice }) => notice === 'full',
  })

  return (reading: PageReading, at: number): void => {
    const isLook = reading.status === 'positions' || reading.status === 'flat'
    void tell(isLook ? schedule(lookOf(reading, { at, tab, private: isPrivate })) : [])
  }
}
