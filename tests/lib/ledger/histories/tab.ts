import { lookSchedule } from '@/entrypoints/futures.content/look-schedule'
import type { Observation } from '@/lib/ledger'
import type { Market } from '@/lib/ledger/observation'
import type { Page, Picture, Row } from './page'

export type Look = {
  observation: Observation
  rows: readonly Row[]
  /** Whose positions it shows, and whether the tab never shows another account's. */
  account: string
  isFixed: boolean
}

type TabOptions = {
  name: string
  market: Market
  /** Behind the exchange, in milliseconds. */
  lag: number
  browserTab: number
  page: Page
  isFixed?: boolean
}

/** One content script: what it sends of what it reads. */
export class Tab {
  readonly name: string
  readonly lag: number
  readonly browserTab: number
  readonly page: Page
  readonly isFixed: boolean
  readonly #market: Market
  readonly #schedule = lookSchedule()
  /** "Hide Other Symbols" is ticked, and the page stands on this symbol. */
  filter: string | null = null
  /** Read but not yet taken by the background. */
  readonly queue: Look[] = []
  last: Picture | null = null
  #before: Pick<Look, 'rows' | 'account'> = { rows: [], account: '' }

  constructor({ name, market, lag, browserTab, page, isFixed = false }: TabOptions) {
    this.name = name
    this.lag = lag
    this.browserTab = browserTab
    this.page = page
    this.isFixed = isFixed
    this.#market = market
  }

  read(picture: Picture, at: number): void {
    const rows = picture.rows.filter(
      ({ shown }) => this.filter === null || shown.symbol === this.filter,
    )
    const looks = this.#schedule({
      at,
      tab: this.name,
      browserTab: this.browserTab,
      market: this.#market,
      ...picture.around,
      complete: this.filter === null,
      positions: rows.map(({ shown }) => shown),
    })
    const now = { rows, account: picture.account }
    for (const observation of looks) {
      const seen = observation.at === at ? now : this.#before
      this.queue.push({ observation, isFixed: this.isFixed, ...seen })
    }
    this.last = picture
    this.#before = now
  }
}
