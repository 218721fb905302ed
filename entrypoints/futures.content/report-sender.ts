import type { Correction, Observation } from '@/lib/ledger'
import { RefusedMessage } from '@/lib/messages'
import { MOST_CORRECTIONS, MOST_OBSERVATIONS, type Request } from '@/lib/requests'
import type { Forgotten, LedgerAnswer } from '@/lib/storage/ledger'

/** What a tab has seen, or a correction that the trader made in it. */
export type Report = { observation: Observation } | { correction: Correction }

type ReportRequest = Extract<Request, { type: 'observe' | 'correct' }>

type SenderOptions = {
  /** `undefined`: nobody answered. */
  send: (request: ReportRequest) => Promise<LedgerAnswer | Forgotten | undefined>
  onAnswer: (answer: LedgerAnswer) => void
}

/** Older ones than these are of no more use. */
const LONGEST_QUEUE = 200

const isSeen = (report: Report): boolean => 'observation' in report

/** What goes in one message: of 12 observations, 2 corrections and 1 observation the first 12. */
const firstMessage = (reports: readonly Report[]): readonly Report[] => {
  const isOfSeen = reports.slice(0, 1).some(isSeen)
  const end = reports.findIndex((report) => isSeen(report) !== isOfSeen)
  const most = isOfSeen ? MOST_OBSERVATIONS : MOST_CORRECTIONS
  return reports.slice(0, Math.min(most, end < 0 ? Infinity : end))
}

const requestOf = (reports: readonly Report[], since: string | null): ReportRequest => {
  const observations = reports.flatMap((each) => ('observation' in each ? [each.observation] : []))
  const corrections = reports.flatMap((each) => ('correction' in each ? [each.correction] : []))
  return observations.length > 0
    ? { type: 'observe', since, observations }
    : { type: 'correct', since, corrections }
}

/**
 * Tells the ledger what was seen and said, in order, and again until it is acknowledged: the background may
 * be ended at any moment. In one queue: a word is about what was seen before it, and a background that was
 * ended needs both again. The ledger takes what it knows already once. What it refuses is dropped and holds
 * nothing else up; what it could not store is sent again once another background has taken over, and, where
 * there was no room for it, the last of it with every call that brings nothing new.
 */
export const reportSender = ({ send, onAnswer }: SenderOptions) => {
  let waiting: Report[] = []
  /** Acknowledged, but not in storage, and which background has them in memory. */
  let unsaved: { reports: Report[]; life: string | null } = { reports: [], life: null }
  /** … because there is no room: there may be by the next call, even if that brings nothing new. */
  let full = false
  let sending = false
  /** One by one, to find the report that is refused. */
  let alone = false

  const drop = (sent: readonly Report[]): void => {
    waiting = waiting.filter((report) => !sent.includes(report))
  }

  const taken = (sent: readonly Report[], answer: LedgerAnswer): void => {
    drop(sent)
    const before = unsaved.reports.filter((report) => !sent.includes(report))
    unsaved = answer.saved
      ? { reports: [], life: null }
      : { reports: [...before, ...sent].slice(-LONGEST_QUEUE), life: answer.life }
    full = answer.notice === 'full'
    onAnswer(answer)
  }

  const refused = (sent: readonly Report[], fault: RefusedMessage): void => {
    if (sent.length === 1) {
      console.warn('Margin Brake: something could not be recorded.', fault)
      drop(sent)
    }
    alone = sent.length > 1
  }

  /** Sends what comes first; whether there is any use in going on. */
  const sendNext = async (reports: readonly Report[]): Promise<boolean> => {
    const sent = alone ? reports.slice(0, 1) : firstMessage(reports)
    if (sent.length === 0) return false
    try {
      const answer = await send(requestOf(sent, unsaved.life))
      // A background that ends in mid-answer: the polyfill makes `undefined` of that.
      if (answer === undefined) return false
      if ('forgotten' in answer) {
        waiting = [...unsaved.reports, ...waiting].slice(-LONGEST_QUEUE)
        unsaved = { reports: [], life: null }
      } else {
        taken(sent, answer)
      }
      return true
    } catch (fault) {
      // Nobody there: the background is starting again, and the next call sends what is left.
      if (!(fault instanceof RefusedMessage)) return false
      refused(sent, fault)
      return true
    }
  }

  /** Takes what is new, and tries everything that is left. */
  return async (reports: readonly Report[]): Promise<void> => {
    waiting = [...waiting, ...reports].slice(-LONGEST_QUEUE)
    if (sending) return
    sending = true
    if (waiting.length === 0 && full) await sendNext(unsaved.reports.slice(-1))
    while (await sendNext(waiting));
    sending = false
    alone = false
  }
}
