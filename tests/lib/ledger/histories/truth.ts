import type { ObservedPosition } from '@/lib/ledger'
import { notionalAt, type TruthEvent } from '../../../practice-exchange/engine/index'
import { beyondSight, type Bundle, sum, unitOf } from './beyond-sight'
import type { Expectation, Kind } from './expectation'
import type { Row } from './page'
import type { Look } from './tab'

/** A look at a row, in true time and by the tab's clock. */
type Glance = { row: Row; at: number; clock: number }
/** The first of some looks that say the same, and the latest. */
type Seen = Glance & { last: Glance }

/** Rises closer together are one. */
const ONE_ADDITION = 5_000
/** What looks like another position is believed only after it stood so long. */
const SETTLED = 20_000
/** After an account was switched back, what is in front is told by size and entry alone. */
const RETURN = 120_000
/** Nobody looked for longer than this. */
const AWAY = 150_000

const equalOrHidden = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b

/** A margin derived from prices trembles within its slack. */
const sameMargin = (a: ObservedPosition, b: ObservedPosition): boolean =>
  a.marginSlack === null || b.marginSlack === null || a.margin === null || b.margin === null
    ? equalOrHidden(a.margin, b.margin)
    : Math.abs(Number(a.margin) - Number(b.margin)) <= Number(a.marginSlack) + Number(b.marginSlack)

/** The same columns are in sight. */
const sameSight = ({ shown: a }: Row, { shown: b }: Row): boolean =>
  (a.margin === null) === (b.margin === null) &&
  (a.liquidationPrice === null) === (b.liquidationPrice === null)

/** Nothing that both rows show differs. */
const sameRow = ({ shown: a }: Row, { shown: b }: Row): boolean =>
  a.quantity === b.quantity &&
  a.entryPrice === b.entryPrice &&
  a.leverage === b.leverage &&
  equalOrHidden(a.liquidationPrice, b.liquidationPrice) &&
  (a.stopLoss.state === 'unknown' ||
    b.stopLoss.state === 'unknown' ||
    JSON.stringify(a.stopLoss) === JSON.stringify(b.stopLoss)) &&
  (a.marginMode === 'cross' || sameMargin(a, b))

type Place = Pick<Expectation, 'key' | 'positionId' | 'at' | 'since'>
type Said = { amount?: number; slack?: number; beyond?: string | null }

/**
 * What an honest observer can expect to find: the true events of a position, folded by the intervals
 * between stable looks (the same whole row, seen twice).
 */
export class Truth {
  readonly expectations: Expectation[] = []
  readonly #log: readonly TruthEvent[]
  /** What each tab shows now, by position and tab. */
  readonly #seen = new Map<number, Map<string, Seen>>()
  readonly #stable = new Map<number, Seen>()
  /** Positions that the last complete looks did not show. */
  readonly #vanished = new Set<number>()
  readonly #closed = new Set<number>()
  readonly #tabs = new Set<string>()
  /** The last rise of each position that came without a fill: the next may be one with it. */
  readonly #lastRises = new Map<number, Expectation>()

  /** When it last looked like another position in the same contract. */
  readonly #replaced = new Map<number, number>()
  /** When the size of a position was last seen to change. */
  readonly #lastTrades = new Map<number, number>()
  /** When another account's position in the same contract was last in front instead. */
  readonly #rivals = new Map<number, number>()

  constructor(log: readonly TruthEvent[]) {
    this.#log = log
  }

  /** A look that the background has taken, and when it was made in true time. */
  look(look: Look, at: number): void {
    this.#miss(look, at)
    const { tab } = look.observation
    for (const row of look.rows) {
      const shown = this.#seen.get(row.id) ?? new Map<string, Seen>()
      this.#seen.set(row.id, shown)
      const glance: Glance = { row, at, clock: look.observation.at }
      const seen: Seen = { ...glance, last: glance }
      const stable = this.#stable.get(row.id)
      if (stable !== undefined && sameSight(stable.row, row) && sameRow(stable.row, row)) {
        stable.last = glance
      }
      const before = [...shown.values()].find(
        (other) =>
          other.row.version === row.version && sameSight(other.row, row) && sameRow(other.row, row),
      )
      const equal = before?.row.whole === true && row.whole
      shown.set(tab, equal ? before : seen)
      if (equal) this.#becameStable(before)
    }
  }

  /** Positions that a complete look no longer shows: closed, or of the account that is not in front. */
  #miss({ observation, rows }: Look, at: number): void {
    const isNew = !this.#tabs.has(observation.tab)
    this.#tabs.add(observation.tab)
    if (!observation.complete) return
    for (const id of this.#stable.keys()) {
      if (this.#closed.has(id) || rows.some((row) => row.id === id)) continue
      const key = this.#eventsOf(id)[0]?.key
      if (rows.some((row) => this.#eventsOf(row.id)[0]?.key === key)) this.#rivals.set(id, at)
      const seen = this.#seen.get(id)
      const showed = seen?.delete(observation.tab) ?? false
      const events = this.#eventsOf(id)
      const place = { key: events[0]?.key ?? '', positionId: id, at, since: at }
      if (events.some(({ kind }) => kind === 'closed')) {
        this.#closed.add(id)
        if (!this.#vanished.has(id)) this.#expect('closed', place)
      } else if (!this.#vanished.has(id) && (isNew || showed)) {
        // A tab that never showed it lags behind the one that did.
        this.#vanished.add(id)
        this.#expect('closed', place, { beyond: 'another account in front' })
      }
    }
  }

  #within(times: ReadonlyMap<number, number>, { positionId, at }: Place, length: number): boolean {
    return at - (times.get(positionId) ?? Number.NEGATIVE_INFINITY) <= length
  }

  #eventsOf(id: number): TruthEvent[] {
    return this.#log.filter(({ positionId }) => positionId === id)
  }

  #expect(kind: Kind, place: Place, { amount, slack = 0, beyond = null }: Said = {}) {
    const expectation: Expectation = { kind, ...place, amount: amount ?? null, slack, beyond }
    this.expectations.push(expectation)
    return expectation
  }

  #becameStable(seen: Seen): void {
    const { id, version, shown } = seen.row
    const vanished = this.#vanished.delete(id)
    const before = this.#stable.get(id)
    if (before !== undefined && before.row.version >= version) return
    this.#stable.set(id, seen)
    const events = this.#eventsOf(id)
    const place = { key: events[0]?.key ?? '', positionId: id, at: seen.at, since: seen.at }
    if (before === undefined) {
      this.#expect('opened', place)
      return
    }
    const bundle: Bundle = {
      events: events.slice(before.row.version, version),
      before: before.last.row.shown,
      after: shown,
      from: before.last.clock,
      to: seen.clock,
      away: vanished || Math.abs(seen.clock - before.last.clock) > AWAY,
    }
    const since = Math.min(seen.at, ...bundle.events.map(({ at }) => at))
    this.#fold(bundle, { ...place, since }, vanished)
  }

  #fold(bundle: Bundle, place: Place, vanished: boolean): void {
    const { before, after } = bundle
    const size = Number(after.quantity) - Number(before.quantity)
    const whole =
      size <= 0 && before.entryPrice !== after.entryPrice
        ? 'bought and sold unseen'
        : vanished && size !== 0
          ? 'came back in another size'
          : null
    if (whole !== null) {
      // Nobody can tell it from another position in the same contract, nor what follows at once.
      this.#replaced.set(place.positionId, place.at)
      this.#expect('closed', place, { beyond: whole })
      this.#expect('opened', place, { beyond: whole })
    }
    if (size !== 0) {
      const kind = size > 0 ? 'increased' : 'reduced'
      this.#expect(kind, place, { amount: Math.abs(size), slack: 1e-9, beyond: whole })
    }
    if (before.leverage !== after.leverage) {
      this.#expect('leverage-changed', place, { beyond: whole })
    }
    const [from, to] = [before.stopLoss, after.stopLoss]
    const known = from.state !== 'unknown' && to.state !== 'unknown'
    if (known && JSON.stringify(from) !== JSON.stringify(to)) {
      this.#expect('stop-changed', place, { beyond: whole })
    }
    if (after.marginMode === 'isolated') this.#foldWallet(bundle, place, whole)
  }

  #foldWallet(bundle: Bundle, place: Place, whole: string | null): void {
    const { events, before, after } = bundle
    const unit = unitOf(after.symbol)
    const total = (amountOf: (event: TruthEvent) => number): number => sum(events.map(amountOf))
    const net = total((event) =>
      event.kind === 'margin-added'
        ? event.amount
        : event.kind === 'margin-removed'
          ? -event.amount
          : 0,
    )
    // By luck of half-way looks they may be seen one by one: then telling so is no invention.
    const additions = events.filter(({ kind }) => kind === 'margin-added')
    for (const { at } of additions.slice(1)) {
      this.#expect('margin-added', { ...place, at }, { beyond: 'several between two looks' })
    }
    const settled = total((event) => (event.kind === 'funding' ? event.amount : 0))
    const filled = total((event) =>
      event.kind === 'increased' || event.kind === 'reduced'
        ? notionalAt({ symbol: after.symbol, quantity: event.quantity }, event.price)
        : 0,
    )
    const slack =
      unit * 1.01 +
      Number(before.marginSlack ?? 0) +
      Number(after.marginSlack ?? 0) +
      Math.abs(settled) * 1.3 +
      filled * 0.005
    const traded = this.#within(this.#lastTrades, place, ONE_ADDITION)
    if (filled > 0) this.#lastTrades.set(place.positionId, place.at)
    const last = this.#lastRises.get(place.positionId)
    const hidden = before.margin === null || after.margin === null
    if (filled > 0 && hidden && last !== undefined && place.at - last.at <= ONE_ADDITION) {
      // The cells of one trade look like that: its liquidation price first.
      last.beyond ??= 'one with a trade, margin hidden'
    }
    if (Math.abs(net) > unit / 10) {
      const kind = net > 0 ? 'margin-added' : 'margin-removed'
      const beyond =
        whole ??
        (this.#within(this.#replaced, place, SETTLED) ? 'at once after trades unseen' : null) ??
        (this.#within(this.#rivals, place, RETURN)
          ? 'an account switched in one contract'
          : null) ??
        (hidden && traded ? 'one with a trade, margin hidden' : null) ??
        beyondSight(bundle, Math.abs(net))
      const alone = net > 0 && filled === 0
      if (!alone || !this.#join(place, net, slack)) {
        const expectation = this.#expect(kind, place, { amount: Math.abs(net), slack, beyond })
        if (alone) this.#lastRises.set(place.positionId, expectation)
        else this.#lastRises.delete(place.positionId)
      }
    }
    if (settled !== 0 && events.every(({ kind }) => kind === 'funding')) {
      const beyond = whole ?? beyondSight({ ...bundle, from: 1, to: 1 }, Math.abs(settled))
      this.#expect('funding', place, { amount: settled, slack, beyond })
    }
  }

  /** A rise that follows another within seconds is one with it. */
  #join(place: Place, net: number, slack: number): boolean {
    const last = this.#lastRises.get(place.positionId)
    if (last === undefined || place.at - last.at > ONE_ADDITION || last.beyond !== null)
      return false
    // Where both were seen to stand, counting them apart is no invention.
    this.#expect('margin-added', place, { amount: net, slack, beyond: 'one with the rise before' })
    last.amount = (last.amount ?? 0) + net
    last.slack += slack
    return true
  }
}
