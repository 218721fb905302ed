import { emptyLedger, type Ledger, type Market, reduceLedger } from '@/lib/ledger'
import {
  between,
  contractOf,
  Exchange,
  newState,
  normal,
  pick,
  random,
  type RandomState,
} from '../../../practice-exchange/engine/index'
import { Page, type Picture } from './page'
import type { Sight } from './printed-position'
import { type Look, Tab } from './tab'
import { Truth } from './truth'

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** Of the price, per square root of a minute. */
const VOLATILITY = 0.0008

/**
 * A trader's desk: the exchange, a page that prints it, tabs that read the page, a background that
 * takes what they send, and the truth beside it.
 */
export class Desk {
  readonly exchange: Exchange
  readonly random: RandomState
  readonly page: Page
  readonly truth: Truth
  readonly market: Market
  readonly symbols: readonly string[]
  ledger: Ledger = emptyLedger
  tabs: Tab[] = []
  sight: Sight
  /** The machine's clock is ahead of the exchange's by this. */
  clockError: number
  /** Part of the changes that are caught half-way. */
  halfReads = 0.25
  /** What the background holds back till later. */
  #held: Look[] = []
  readonly #trueTimes = new Map<number, number>()
  #tabCount = 0
  /** When each event was written down, true time, by episode and event. */
  readonly #written = new Map<string, number>()
  /** Every look that the background has taken, by true time. */
  readonly taken: { at: number; look: Look }[] = []
  readonly #taken = new Set<string>()

  constructor(seed: number, market: Market, symbols: readonly string[], sight: Sight) {
    this.random = { seed }
    const now = Date.UTC(2026, 0, 5) + Math.floor(between(this.random, 0, 86_400_000))
    const wallets = { USDT: 1e6, USDC: 1e6, BTC: 1e4, ETH: 1e5, BNB: 1e5 }
    this.exchange = new Exchange(newState({ seed: seed + 1, now, wallets }))
    this.market = market
    this.symbols = symbols
    this.sight = sight
    this.clockError = Math.round(between(this.random, -20, 20) * SECOND)
    this.page = new Page(this.exchange, this.random)
    this.truth = new Truth(this.exchange.truth)
    for (const symbol of symbols) this.#newRate(symbol)
  }

  chance(probability: number): boolean {
    return random(this.random) < probability
  }

  between(low: number, high: number): number {
    return between(this.random, low, high)
  }

  pick<T>(items: readonly T[]): T {
    return pick(this.random, items)
  }

  /** True time of a look by the clock of its tab. */
  trueTime(at: number): number | undefined {
    return this.#trueTimes.get(at)
  }

  /** True time of an event: of its look, or of its being written down where clocks were changed. */
  trueTimeOf(episode: string, { id, at }: { id: number; at: number }): number {
    const written = this.#written.get(`${episode} ${String(id)}`) ?? at
    const seen = this.#trueTimes.get(at)
    return seen !== undefined && seen <= written ? seen : written
  }

  openTab(lag = 0): Tab {
    this.#tabCount += 1
    const tab = new Tab(`tab-${String(this.#tabCount)}`, this.market, lag)
    this.tabs.push(tab)
    return tab
  }

  closeTabs(): void {
    for (const tab of this.tabs) this.#deliver(tab)
    this.tabs = []
    this.page.clear()
  }

  /** Most rates are small; a few are wild. */
  #newRate(symbol: string): void {
    const dice = random(this.random)
    const rate =
      dice < 0.9
        ? 1e-4 + 1e-4 * normal(this.random)
        : dice < 0.98
          ? between(this.random, -0.0015, 0.0015)
          : between(this.random, -0.01, 0.01)
    if (contractOf(symbol).delivery === null) this.exchange.setFundingRate(symbol, rate)
  }

  #movePrices(milliseconds: number): void {
    const step = VOLATILITY * Math.sqrt(milliseconds / MINUTE)
    for (const symbol of this.symbols) {
      const { mark } = this.exchange.market(symbol)
      this.exchange.setMark(symbol, mark * Math.exp(step * normal(this.random)))
    }
  }

  /** Moves time on, without anybody looking. */
  elapse(milliseconds: number): void {
    const until = this.exchange.state.now + milliseconds
    for (;;) {
      const { now } = this.exchange.state
      const next = Math.min(...this.symbols.map((s) => this.exchange.market(s).nextFunding))
      const step = Math.min(until, next) - now
      this.exchange.advance(step)
      this.#movePrices(step)
      if (next > until) return
      for (const symbol of this.symbols) {
        if (this.exchange.market(symbol).nextFunding !== next) this.#newRate(symbol)
      }
      this.page.frozenUntil = next + between(this.random, 0.3, 20) * SECOND
      if (this.exchange.state.now >= until) return
    }
  }

  /** Moves time on while every tab goes on reading. */
  watch(milliseconds: number): void {
    const until = this.exchange.state.now + milliseconds
    while (this.exchange.state.now < until) {
      const left = until - this.exchange.state.now
      const step = left < 10 * SECOND ? between(this.random, 0.3, 3) : between(this.random, 5, 55)
      this.elapse(Math.min(left, step * SECOND))
      this.look()
    }
  }

  /** Every tab reads the page once; what changed may be caught half-way first. */
  look(): void {
    for (const tab of this.tabs) {
      const after = this.page.picture(this.sight, tab.lag)
      const before = tab.last
      const caught = before !== null && this.chance(this.halfReads)
      const half = caught ? this.page.halfWay(before, after) : null
      if (half !== null) {
        this.#read(tab, half)
        if (this.chance(0.1)) {
          this.exchange.advance(between(this.random, 260, 500))
          this.#read(tab, half)
        }
        this.exchange.advance(between(this.random, 20, 150))
      }
      this.#read(tab, after)
    }
    for (const tab of this.tabs) if (!this.chance(0.1)) this.#deliver(tab)
  }

  /** Looks until everything in sight was seen twice. */
  settle(): void {
    this.watch(between(this.random, 60, 400))
    this.watch(between(this.random, 300, 900))
  }

  #clock(): number {
    const { now } = this.exchange.state
    let at = Math.round(now + this.clockError)
    while (this.#trueTimes.has(at)) at += 1
    this.#trueTimes.set(at, now)
    return at
  }

  #read(tab: Tab, picture: Picture): void {
    const at = this.#clock()
    tab.read(this.sight.countdown ? this.#withCountdown(picture, at) : picture, at)
  }

  /** The page counts down to the next settlement of its own contract, in whole seconds. */
  #withCountdown(picture: Picture, at: number): Picture {
    const [symbol = ''] = this.symbols
    const left = this.exchange.market(symbol).nextFunding - this.exchange.state.now
    if (contractOf(symbol).delivery !== null) return picture
    const nextFundingAt = at + Math.floor(left / SECOND) * SECOND
    const rows = picture.rows.map((row) =>
      row.shown.symbol === symbol ? { ...row, shown: { ...row.shown, nextFundingAt } } : row,
    )
    return { ...picture, rows }
  }

  /** Looks reach the background in a tab's order; some twice, some again after later ones. */
  #deliver(tab: Tab): void {
    for (const look of tab.queue.splice(0)) {
      this.#take(look)
      if (this.chance(0.05)) this.#take(look)
      if (this.chance(0.03)) this.#held.push(look)
    }
    if (this.#held.length > 0 && this.chance(0.2)) {
      for (const look of this.#held.splice(0)) this.#take(look)
    }
  }

  #take(look: Look): void {
    const { observation } = look
    this.ledger = reduceLedger(this.ledger, observation)
    const now = this.trueTime(observation.at) ?? observation.at
    for (const { id, events } of [...Object.values(this.ledger.open), ...this.ledger.closed]) {
      for (const event of events) {
        const key = `${id} ${String(event.id)}`
        if (!this.#written.has(key)) this.#written.set(key, now)
      }
    }
    const name = `${observation.tab} ${String(observation.sequence)}`
    if (this.#taken.has(name)) return
    this.#taken.add(name)
    this.taken.push({ at: this.trueTime(observation.at) ?? observation.at, look })
    this.truth.look(look, this.trueTime(observation.at) ?? observation.at)
  }
}
