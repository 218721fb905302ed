import type { Observation } from '@/lib/ledger'
import { MOST_OBSERVATIONS, RefusedMessage } from '@/lib/messages'
import type { PageReading } from '@/lib/page'
import type { Forgotten, LedgerAnswer } from '@/lib/storage'
import { lookSchedule } from './look-schedule'
import { lookOf } from './observation'
import { outbox } from './outbox'

export type SenderOptions = {
  send: (
    observations: readonly Observation[],
    since: string | null,
  ) => Promise<LedgerAnswer | Forgotten | undefined>
  onAnswer: (answer: LedgerAnswer) => void
  /** One content script's life. */
  tab: string
}

/** Sends the ledger what is worth writing down, in order, until it is acknowledged and in storage. */
export const observationSender = ({ send, onAnswer, tab }: SenderOptions) => {
  const schedule = lookSchedule()
  const post = outbox<Observation, LedgerAnswer>({
    send,
    atOnce: MOST_OBSERVATIONS,
    onAnswer,
    isUnsaved: ({ saved }) => !saved,
    isRefusal: (fault) => fault instanceof RefusedMessage,
  })

  return (reading: PageReading, at: number): void => {
    const isLook = reading.status === 'positions' || reading.status === 'flat'
    void post(isLook ? schedule(lookOf(reading, { at, tab })) : [])
  }
}
