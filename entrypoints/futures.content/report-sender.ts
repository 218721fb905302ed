import type { Correction, Observation } from '@/lib/ledger'
import { RefusedMessage } from '@/lib/messages'
import { MOST_CORRECTIONS, MOST_OBSERVATIONS, type Request } from '@/lib/requests'
import type { Forgotten, LedgerAnswer } from '@/lib/storage/ledger'
import { outbox } from './outbox'

/** What a tab has seen, or a correction that the trader made in it. */
export type Report = { observation: Observation } | { correction: Correction }

type ReportRequest = Extract<Request, { type: 'observe' | 'correct' }>

export type SenderOptions = {
  send: (request: ReportRequest) => Promise<LedgerAnswer | Forgotten | undefined>
  onAnswer: (answer: LedgerAnswer) => void
}

/** Reports of one kind go as one message. */
const requestOf = (reports: readonly Report[], since: string | null): ReportRequest => {
  const observations = reports.flatMap((each) => ('observation' in each ? [each.observation] : []))
  const corrections = reports.flatMap((each) => ('correction' in each ? [each.correction] : []))
  return observations.length > 0
    ? { type: 'observe', since, observations }
    : { type: 'correct', since, corrections }
}

/**
 * Tells the ledger what was seen and said, in order, until it is acknowledged and in storage. In one
 * queue: a word is about what was seen before it, and a background that was ended needs both again.
 */
export const reportSender = ({ send, onAnswer }: SenderOptions) =>
  outbox<Report, LedgerAnswer>({
    send: (reports, since) => send(requestOf(reports, since)),
    mayJoin: (reports, next) =>
      'observation' in reports[0]
        ? 'observation' in next && reports.length < MOST_OBSERVATIONS
        : 'correction' in next && reports.length < MOST_CORRECTIONS,
    onAnswer,
    isUnsaved: ({ saved }) => !saved,
    isFull: ({ notice }) => notice === 'full',
    isRefusal: (fault) => fault instanceof RefusedMessage,
  })
