import { type Report, reportSender } from '@/entrypoints/futures.content/report-sender'
import type { Correction, Observation } from '@/lib/ledger'
import { RefusedMessage } from '@/lib/messages'
import type { LedgerAnswer } from '@/lib/storage/ledger'
import { observation } from '../../../lib/ledger/observed'
import type { mortalBackground } from '../mortal-background'
import { rowOf, type Trade } from './trade'

/** One life of a content script, as far as the ledger is concerned. */
export class Tab {
  readonly name: string
  readonly browserTab: number
  /** The browser has stopped it: it neither looks nor sends. */
  frozen = false
  /** It has seen what the other tab has not, and may have it in memory only. */
  isOnlyWitness = false
  answer: LedgerAnswer | null = null
  sent = 0
  /** What was given to the outbox, and not yet acknowledged. */
  #waiting: unknown[] = []
  #sequence = 0
  readonly #report: (reports: readonly Report[]) => Promise<void>

  constructor(name: string, browserTab: number, background: ReturnType<typeof mortalBackground>) {
    this.name = name
    this.browserTab = browserTab
    this.#report = reportSender({
      send: async (request) => {
        this.sent += 1
        const answer = await background.send(request, { id: browserTab })
        const items: readonly unknown[] =
          request.type === 'observe' ? request.observations : request.corrections
        const isRefused = answer !== undefined && 'rejected' in answer
        const isTaken = answer !== undefined && !('forgotten' in answer)
        if (isTaken && (!isRefused || items.length === 1)) {
          this.#waiting = this.#waiting.filter((item) => !items.includes(item))
        }
        if (isRefused) throw new RefusedMessage('here')
        return answer
      },
      onAnswer: (answer) => {
        this.answer = answer
      },
    })
  }

  /** All that it has seen and said is in storage, but for prices of the last minute. */
  get isDone(): boolean {
    return this.#waiting.length === 0 && this.answer?.notice !== 'full'
  }

  /** One reading of the page. */
  async look(trade: Trade | null, { at, price }: { at: number; price: number }): Promise<void> {
    const positions = trade === null ? [] : [rowOf(trade, price)]
    await this.send(observation({ at, tab: this.name, sequence: (this.#sequence += 1), positions }))
  }

  async send(look: Observation): Promise<void> {
    this.#waiting.push(look)
    await this.#report([{ observation: look }])
  }

  async say(word: Correction): Promise<void> {
    this.#waiting.push(word)
    await this.#report([{ correction: word }])
  }

  /** A reading that brings nothing new is the moment to send again what was not acknowledged. */
  async retry(): Promise<void> {
    await this.#report([])
  }
}
