import type { ObservedPosition } from '@/lib/ledger'
import {
  amountDigits,
  contractOf,
  notionalAt,
  type TruthEvent,
} from '../../../practice-exchange/engine/index'
import type { Row } from './page'
import type { Look } from './tab'

export type Kind =
  | 'opened'
  | 'increased'
  | 'reduced'
  | 'margin-added'
  | 'margin-removed'
  | 'funding'
  | 'leverage-changed'
  | 'stop-changed'
  | 'closed'

export type Expectation = {
  kind: Kind
  key: string
  positionId: number
  /** First look that shows it, true time. */
  at: number
  amount: number | null
  /** By which a right amount may be off. */
  slack: number
  /** Why nobody who looks at the page could tell; `null`: it can be told. */
  beyond: string | null
}

/** A look at a row; `at` is the first of those that say the same, `last` the latest. */
type Seen = { row: Row; at: number; last: { shown: ObservedPosition; at: number } }

const HOUR = 3_600_000
const MINUTE = 60_000
/** Rises closer together are one. */
const ONE_ADDITION = 5_000

const equalOrHidden = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b

/** Nothing that both rows show differs; a margin derived from prices trembles, there the state counts. */
const sameRow = ({ shown: a, state }: Row, { shown: b, state: other }: Row): boolean =>
  a.quantity === b.quantity &&
  a.entryPrice === b.entryPrice &&
  a.leverage === b.leverage &&
  equalOrHidden(a.liquidationPrice, b.liquidationPrice) &&
  (a.stopLoss.state === 'unknown' ||
    b.stopLoss.state === 'unknown' ||
    JSON.stringify(a.stopLoss) === JSON.stringify(b.stopLoss)) &&
  (a.marginMode === 'cross' ||
    (a.marginSlack === null && b.marginSlack === null
      ? equalOrHidden(a.margin, b.margin)
      : state === other))

const unitOf = (symbol: string): number => 10 ** -amountDigits(contractOf(symbol).asset)

/** How many full hours lie between two moments, a minute of doubt on either side. */
const hoursBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to + MINUTE) / HOUR) - Math.ceil((from - MINUTE) / HOUR) + 1)

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

type Bundle = {
  events: readonly TruthEvent[]
  before: ObservedPosition
  after: ObservedPosition
  from: number
  to: number
  away: boolean
}

/**
 * Why a rise could not be told from other things in the same interval by anyone who sees the page;
 * `null` if it can be.
 */
const beyondSight = (bundle: Bundle, net: number): string | null => {
  const { events, before, after, from, to, away } = bundle
  const { symbol } = after
  const unit = unitOf(symbol)
  const price = Number(after.markPrice)
  const notional = notionalAt({ symbol, quantity: Number(after.quantity) }, price)
  const marginSeen = before.margin !== null && after.margin !== null
  const liquidationSeen = before.liquidationPrice !== null && after.liquidationPrice !== null
  if (!marginSeen && !liquidationSeen) return 'columns hidden'
  const slack = Number(before.marginSlack ?? unit / 2) + Number(after.marginSlack ?? unit / 2)
  const moved = liquidationSeen && before.liquidationPrice !== after.liquidationPrice
  if (!(marginSeen && net > slack) && !moved) return 'below rounding'

  const filled = sum(
    events.map((event) =>
      event.kind === 'increased' || event.kind === 'reduced'
        ? notionalAt({ symbol, quantity: event.quantity }, event.price)
        : 0,
    ),
  )
  if (filled > 0) {
    const both = ['increased', 'reduced'].every((kind) =>
      events.some((event) => event.kind === kind),
    )
    if (both) return 'bought and sold unseen'
    const blur =
      (notional * 0.5 * 10 ** -(after.entryPrice.split('.')[1]?.length ?? 0)) /
      Number(after.entryPrice)
    if (!marginSeen) return 'size changed, margin hidden'
    if (net < filled * 0.005 + blur * 2 + slack) return 'within the reserve of a fill'
  }
  const settled = sum(events.map((event) => (event.kind === 'funding' ? event.amount : 0)))
  const hours = hoursBetween(from, to)
  if (hours > 0) {
    const estimate = before.estimatedFunding
    const one = estimate === null ? notional * 5e-4 : Math.abs(Number(estimate))
    const haze =
      estimate === null ? one * hours : away ? one * 1.5 * hours : one * 0.1 + notional * 2e-5
    if (net < haze + Math.abs(settled) + slack) return 'within funding'
  }
  return null
}

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
  readonly #closed = new Set<number>()

  constructor(log: readonly TruthEvent[]) {
    this.#log = log
  }

  /** A look that the background has taken, and when it was made in true time. */
  look(look: Look, at: number): void {
    this.#gone(look, at)
    const { tab } = look.observation
    for (const row of look.rows) {
      const shown = this.#seen.get(row.id) ?? new Map<string, Seen>()
      this.#seen.set(row.id, shown)
      const seen: Seen = { row, at, last: { shown: row.shown, at } }
      const stable = this.#stable.get(row.id)
      if (stable !== undefined && sameRow(stable.row, row)) stable.last = seen.last
      const before = [...shown.values()].find((other) => sameRow(other.row, row))
      const equal = before?.row.whole === true && row.whole
      shown.set(tab, equal ? before : seen)
      if (equal) this.#becameStable(before)
    }
  }

  /** Positions that a complete look no longer shows. */
  #gone({ observation, rows }: Look, at: number): void {
    if (!observation.complete) return
    for (const { kind, positionId, key } of this.#log) {
      if (kind !== 'closed' || this.#closed.has(positionId)) continue
      if (rows.some(({ id }) => id === positionId)) continue
      this.#closed.add(positionId)
      if (this.#stable.has(positionId)) this.#expect('closed', key, positionId, at, null, 0, null)
    }
  }

  #expect(
    kind: Kind,
    key: string,
    positionId: number,
    at: number,
    amount: number | null,
    slack: number,
    beyond: string | null,
  ): void {
    this.expectations.push({ kind, key, positionId, at, amount, slack, beyond })
  }

  #becameStable(seen: Seen): void {
    const { id, version, shown } = seen.row
    const before = this.#stable.get(id)
    if (before !== undefined && before.row.version >= version) return
    this.#stable.set(id, seen)
    const events = this.#log.filter(({ positionId }) => positionId === id)
    const key = events[0]?.key ?? ''
    if (before === undefined) {
      this.#expect('opened', key, id, seen.at, null, 0, null)
      return
    }
    const bundle: Bundle = {
      events: events.slice(before.row.version, version),
      before: before.last.shown,
      after: shown,
      from: before.last.at,
      to: seen.at,
      away: seen.at - before.last.at > 150_000,
    }
    this.#fold(bundle, { key, id, at: seen.at })
  }

  #fold(bundle: Bundle, { key, id, at }: { key: string; id: number; at: number }): void {
    const { events, before, after } = bundle
    const unit = unitOf(after.symbol)
    const size = Number(after.quantity) - Number(before.quantity)
    if (size <= 0 && before.entryPrice !== after.entryPrice) {
      // Bought and sold in between: it looks like another position.
      const why = 'bought and sold unseen'
      this.#expect('closed', key, id, at, null, 0, why)
      this.#expect('opened', key, id, at, null, 0, why)
      return
    }
    if (size > 0) this.#expect('increased', key, id, at, size, 1e-9, null)
    if (size < 0) this.#expect('reduced', key, id, at, -size, 1e-9, null)
    if (before.leverage !== after.leverage) {
      this.#expect('leverage-changed', key, id, at, null, 0, null)
    }
    const [from, to] = [before.stopLoss, after.stopLoss]
    if (from.state !== 'unknown' && to.state !== 'unknown') {
      if (JSON.stringify(from) !== JSON.stringify(to)) {
        this.#expect('stop-changed', key, id, at, null, 0, null)
      }
    }
    if (after.marginMode === 'cross') return

    const net = sum(
      events.map((event) =>
        event.kind === 'margin-added'
          ? event.amount
          : event.kind === 'margin-removed'
            ? -event.amount
            : 0,
      ),
    )
    const settled = sum(events.map((event) => (event.kind === 'funding' ? event.amount : 0)))
    const filled = sum(
      events.map((event) =>
        event.kind === 'increased' || event.kind === 'reduced'
          ? notionalAt({ symbol: after.symbol, quantity: event.quantity }, event.price)
          : 0,
      ),
    )
    const slack =
      unit * 1.01 +
      Number(before.marginSlack ?? 0) +
      Number(after.marginSlack ?? 0) +
      Math.abs(settled) * 1.3 +
      filled * 0.005
    if (net > unit / 10) {
      const beyond = beyondSight(bundle, net)
      const last = this.expectations.findLast(
        (other) => other.kind === 'margin-added' && other.positionId === id,
      )
      const quick = last !== undefined && at - last.at <= ONE_ADDITION && last.beyond === null
      if (quick && filled === 0) {
        last.amount = (last.amount ?? 0) + net
        last.slack += slack
      } else {
        this.#expect('margin-added', key, id, at, net, slack, beyond)
      }
    }
    if (net < -unit / 10) {
      const beyond = beyondSight({ ...bundle }, -net)
      this.#expect('margin-removed', key, id, at, -net, slack, beyond)
    }
    const alone = events.every(({ kind }) => kind === 'funding')
    if (settled !== 0 && alone) {
      const beyond = beyondSight({ ...bundle, from: 1, to: 1 }, Math.abs(settled))
      this.#expect('funding', key, id, at, settled, slack, beyond)
    }
  }
}
