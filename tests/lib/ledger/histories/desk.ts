import { emptyLedger, type Ledger, reduceLedger, withoutTab } from '@/lib/ledger'
import type { Market } from '@/lib/ledger/observation'
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
  /** Of the account in front. */
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
  /** Orders that the TP/SL columns do not show: they close a position when the mark comes there. */
  conditionals: { id: number; price: number; falling: boolean }[] = []
  /** What the background holds back till later. */
  #held: Look[] = []
  readonly #trueTimes = new Map<number, number>()
  #tabCount = 0
  #browserTabs = 0
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
    this.#enrich('second', pick(this.random, [0.1, 0.3, 0.6, 1.7, 3]))
    this.market = market
    this.symbols = symbols
    this.sight = sight
    this.clockError = Math.round(between(this.random, -20, 20) * SECOND)
    const [symbol = ''] = symbols
    this.page = new Page({ exchange: this.exchange, random: this.random, symbol, account: null })
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

  /** No two people have the same balance. */
  #enrich(name: string, factor: number): void {
    const account = this.exchange.state.accounts[name]
    if (account === undefined) throw new RangeError(`no account: ${name}`)
    for (const [asset, amount] of Object.entries(account.wallets)) {
      account.wallets[asset] = amount * factor
    }
  }

  /** `browserTab`: of a page that is loaded again. */
  openTab({ lag = 0, browserTab }: { lag?: number; browserTab?: number | undefined } = {}): Tab {
    const { market, page } = this
    return this.#push({ lag, browserTab, market, page })
  }

  /** In a container of the browser, where another account is logged in. */
  openTabOf(account: string): Tab {
    const { market, exchange, random: state } = this
    const [symbol = ''] = this.symbols
    const page = new Page({ exchange, random: state, symbol, account })
    return this.#push({ lag: 0, browserTab: undefined, market, page, isFixed: true })
  }

  #push(options: {
    lag: number
    browserTab: number | undefined
    market: Market
    page: Page
    isFixed?: boolean
  }): Tab {
    this.#tabCount += 1
    const browserTab = options.browserTab ?? (this.#browserTabs += 1)
    const tab = new Tab({ ...options, name: `tab-${String(this.#tabCount)}`, browserTab })
    this.tabs.push(tab)
    return tab
  }

  /** The browser tells the background of it. What its tab had not heard of is not sent again. */
  closeTab(tab: Tab): void {
    this.endTab(tab)
    this.#held = this.#held.filter(({ observation }) => observation.tab !== tab.name)
    this.ledger = withoutTab(this.ledger, tab.browserTab)
  }

  /** The page goes, and the tab of the browser stays: it is loaded again. */
  endTab(tab: Tab): void {
    this.#deliver(tab)
    this.truth.close(tab.name)
    this.tabs = this.tabs.filter((other) => other !== tab)
  }

  closeTabs(): void {
    for (const tab of [...this.tabs]) this.closeTab(tab)
    this.page.clear()
  }

  /** Moves the mark at once, with all that it brings about. */
  setMark(symbol: string, price: number): void {
    this.exchange.setMark(symbol, price)
    this.#trigger()
  }

  #trigger(): void {
    const { exchange } = this
    const due = this.conditionals.filter(({ id, price, falling }) => {
      const position = exchange.account.positions.find((each) => each.id === id)
      if (position === undefined) return false
      const { mark } = exchange.market(position.symbol)
      return falling ? mark <= price : mark >= price
    })
    for (const { id } of due) exchange.close(id)
    this.conditionals = this.conditionals.filter((order) => !due.includes(order))
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
    this.#trigger()
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
      const frozen = next + between(this.random, 0.3, 20) * SECOND
      for (const { page } of this.tabs) page.frozenUntil = frozen
      this.page.frozenUntil = frozen
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
      const after = tab.page.picture(this.sight, tab.lag)
      const before = tab.last
      const caught = before !== null && this.chance(this.halfReads)
      const half = caught ? tab.page.halfWay(before, after) : null
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
    tab.read(this.sight.ticker ? this.#withCountdown(picture, at) : picture, at)
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
    const { now } = this.exchange.state
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
