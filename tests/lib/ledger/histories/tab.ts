import { lookSchedule } from '@/entrypoints/futures.content/look-schedule'
import type { Market, Observation } from '@/lib/ledger'
import type { Picture, Row } from './page'

export type Look = { observation: Observation; rows: readonly Row[] }

/** One content script: what it sends of what it reads. */
export class Tab {
  readonly name: string
  readonly #market: Market
  readonly #schedule = lookSchedule()
  /** Behind the exchange, in milliseconds. */
  readonly lag: number
  /** "Hide Other Symbols" is ticked, and the page stands on this symbol. */
  filter: string | null = null
  /** Read but not yet taken by the background. */
  readonly queue: Look[] = []
  last: Picture | null = null
  #rows: readonly Row[] = []

  constructor(name: string, market: Market, lag: number) {
    this.name = name
    this.#market = market
    this.lag = lag
  }

  read(picture: Picture, at: number): void {
    const rows = picture.rows.filter(
      ({ shown }) => this.filter === null || shown.symbol === this.filter,
    )
    const looks = this.#schedule({
      at,
      tab: this.name,
      market: this.#market,
      browserTab: null,
      positionMode: null,
      account: null,
      ticker: null,
      complete: this.filter === null,
      positions: rows.map(({ shown }) => shown),
    })
    for (const observation of looks) {
      const now = observation.at === at
      this.queue.push({ observation, rows: now ? rows : this.#rows })
    }
    this.last = picture
    this.#rows = rows
  }
}
