import { fingerprint } from '@/entrypoints/futures.content/observation'
import type { Market, Observation } from '@/lib/ledger'
import type { Picture, Row } from './page'

export type Look = { observation: Observation; rows: readonly Row[] }

const PRICE_SAMPLE = 60_000
const LATER_LOOKS = [250, 6_000]

/** One content script: what it sends of what it reads, by the sender's rules. */
export class Tab {
  readonly name: string
  readonly #market: Market
  /** Behind the exchange, in milliseconds. */
  lag: number
  /** "Hide Other Symbols" is ticked, and the page stands on this symbol. */
  filter: string | null = null
  #sequence = 0
  #last: { print: string; at: number; sent: number; looks: number } | null = null
  /** Read but not yet taken by the background. */
  readonly queue: Look[] = []

  constructor(name: string, market: Market, lag: number) {
    this.name = name
    this.#market = market
    this.lag = lag
  }

  read(picture: Picture, at: number): void {
    const rows = picture.rows.filter(
      ({ shown }) => this.filter === null || shown.symbol === this.filter,
    )
    const observation: Observation = {
      at,
      tab: this.name,
      sequence: this.#sequence + 1,
      market: this.#market,
      private: false,
      complete: this.filter === null,
      positions: rows.map(({ shown }) => shown),
    }
    const print = fingerprint(observation)
    const last = this.#last
    const repeated = last?.print === print
    const due = repeated ? LATER_LOOKS[last.looks - 1] : undefined
    const later = due !== undefined && last !== null && Math.abs(at - last.at) >= due
    const minute = last !== null && Math.abs(at - last.sent) >= PRICE_SAMPLE
    if (repeated && !later && !minute) return
    this.#sequence += 1
    this.#last =
      repeated && last !== null
        ? { ...last, sent: at, looks: last.looks + 1 }
        : { print, at, sent: at, looks: 1 }
    this.queue.push({ observation, rows })
  }
}
