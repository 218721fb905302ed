import type { ObservedPosition } from '@/lib/ledger'
import { sameQuantity } from '@/lib/ledger'
import { notionalAt, type TruthEvent } from '../../../practice-exchange/engine/index'
import {
  BELOW_ROUNDING,
  beyondSight,
  type Bundle,
  isAroundOneHour,
  liquidationOf,
  mayBeLarger,
  mayBeOpenedAnew,
  mayBeWild,
  sizeSlack,
  sum,
  unitOf,
  WITHIN_FUNDING,
} from './beyond-sight'
import type { Expectation, Kind } from './expectation'
import type { Row } from './page'
import { PositionLog } from './position-log'
import type { Look } from './tab'

/** A look at a row, in true time and by the tab's clock. */
type Glance = { row: Row; at: number; clock: number }
/** The first of some looks that say the same, and the latest. */
type Seen = Glance & { last: Glance }

/** Rises closer together are one. */
const ONE_ADDITION = 5_000
const BORDER = 300
/** What looks like another position is believed only after it stood so long. */
const SETTLED = 20_000
const ANOTHER = 'larger, and what had been added is gone'
const FOREIGN = 'in another account’s tab'
const BRIEF = 'stood only briefly where another had been'
/** After an account was switched back, what is in front is told by size and entry alone. */
const RETURN = 120_000
/** Nobody looked for longer than this; within this of it is too close to call. */
const AWAY = 150_000
const CLOSE_CALL = 15_000
/** Of the mark: an entry price that is this close was made just now, beyond doubt. */
const JUST_NOW = 0.01

const HOUR = 3_600_000
const MOST_ESTIMATES = 20

const equalOrHidden = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b

/** A margin derived from prices trembles within its slack. */
const sameMargin = (a: ObservedPosition, b: ObservedPosition): boolean =>
  a.marginSlack === null || b.marginSlack === null || a.margin === null || b.margin === null
    ? equalOrHidden(a.margin, b.margin)
    : Math.abs(Number(a.margin) - Number(b.margin)) <=
      Number(a.marginSlack) + Number(b.marginSlack) + 1e-9

/** The same columns are in sight. */
const sameSight = ({ shown: a }: Row, { shown: b }: Row): boolean =>
  (a.margin === null) === (b.margin === null) &&
  (a.liquidationPrice === null) === (b.liquidationPrice === null)

type Stop = ObservedPosition['stopLoss']

const sameStop = (a: Stop, b: Stop): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Nothing that both show differs. */
const sameShown = (a: ObservedPosition, b: ObservedPosition): boolean =>
  sameQuantity(a, b) &&
  a.entryPrice === b.entryPrice &&
  a.leverage === b.leverage &&
  (a.marginMode === 'cross' || equalOrHidden(liquidationOf(a), liquidationOf(b))) &&
  (a.stopLoss.state === 'unknown' ||
    b.stopLoss.state === 'unknown' ||
    sameStop(a.stopLoss, b.stopLoss)) &&
  (a.marginMode === 'cross' || sameMargin(a, b))

const sameRow = (a: Row, b: Row): boolean => sameShown(a.shown, b.shown)

type Place = Pick<Expectation, 'key' | 'positionId' | 'at' | 'since'> &
  Partial<Pick<Expectation, 'by'>>
type Said = Partial<Omit<Expectation, keyof Place | 'kind'>>

type Moment = { at: number; clock: number }

/**
 * What an honest observer can expect to find: the true events of a position, folded by the intervals
 * between stable looks (the same whole row, seen twice).
 */
export class Truth {
  readonly expectations: Expectation[] = []
  readonly #log: readonly TruthEvent[]
  readonly #clocks: Moment[] = []
  /** What each tab shows now, by position and tab. */
  readonly #seen = new Map<number, Map<string, Seen>>()
  /** What any tab has shown of each position since it was last stable: another one may repeat it later. */
  readonly #glanced = new Map<number, readonly Seen[]>()
  readonly #stable = new Map<number, Seen>()
  /** Positions that the last complete looks did not show, since when. */
  readonly #vanished = new Map<number, number>()
  readonly #closed = new Set<number>()
  readonly #tabs = new Set<string>()
  /** The last rise of each position that came without a fill: the next may be one with it. */
  readonly #lastRises = new Map<number, Expectation>()

  /** When each was last seen to be as it was, by the clock of the tab. */
  readonly #lastSeen = new Map<number, Moment>()
  readonly #logs = new Map<number, { log: PositionLog; size: number }>()
  /** First seen at all, by whatever columns were in sight. */
  readonly #arrived = new Map<number, number>()
  /** Ended, and how many complete looks have not shown it since. */
  readonly #gone = new Map<number, { expectation: Expectation; looks: number }>()
  /** Entered before the one before was seen to be gone; and that one. */
  readonly #blurred = new Set<number>()
  /** Seen in a tab of another account; and when that last showed one in the same contract. */
  readonly #foreign = new Set<number>()
  readonly #foreignAt = new Map<string, number>()
  /** Vanished while a balance was in sight that tells one account from another. */
  readonly #toldApart = new Set<number>()
  readonly #complete: { at: number; clock: number; account: string }[] = []
  /** Stood at once where another one had been, and is believed when it has stood for a while. */
  readonly #direct = new Set<number>()
  readonly #brief = new Map<number, Expectation>()
  /** Came where another one had been, or may still have been; and when. */
  readonly #doubted = new Map<number, number>()

  /** What the last look of each tab showed, and when the mark of each position last moved. */
  readonly #showing = new Map<string, Moment & { ids: ReadonlySet<number>; marks: string }>()
  readonly #marks = new Map<number, { mark: string | null; at: number }>()
  /** The stop that was last seen twice, however long its column was hidden since. */
  readonly #stops = new Map<number, Stop>()
  readonly #glimpsed = new Map<number, { stop: Stop; at: number }>()

  /** Settled since the wallet was last seen to change, and lost in its rounding. */
  readonly #unseen = new Map<number, number>()
  /** What each said lately that the next settlement will be, by the clock of the tab. */
  readonly #estimates = new Map<number, readonly { clock: number; estimate: string | null }[]>()
  /** When it last looked like another position in the same contract. */
  readonly #replaced = new Map<number, number>()
  /** When the size of a position was last seen to change, and how many times as large it was before. */
  readonly #lastTrades = new Map<number, number>()
  readonly #lastSizes = new Map<number, { clock: number; times: number }>()
  /** When another account's position in the same contract was last in front instead. */
  readonly #rivals = new Map<number, number>()

  constructor(log: readonly TruthEvent[]) {
    this.#log = log
  }

  /** What a tab showed stands for nothing once it is closed. */
  close(tab: string): void {
    this.#showing.delete(tab)
  }

  /** A look that the background has taken, and when it was made in true time. */
  look(look: Look, at: number): void {
    this.#clocks.push({ at, clock: look.observation.at })
    for (const row of look.rows) this.#noteArrival(row, { at, clock: look.observation.at })
    this.#miss(look, at)
    const hasSlept = this.#noteShown(look, at)
    const { tab } = look.observation
    for (const row of look.rows) {
      if (look.isFixed) this.#foreignAt.set(this.#logOf(row.id).key, at)
      const brief = this.#brief.get(row.id)
      if (brief !== undefined && at - brief.at >= SETTLED) {
        brief.beyond = null
        this.#brief.delete(row.id)
      }
      const shown = this.#seen.get(row.id) ?? new Map<string, Seen>()
      this.#seen.set(row.id, shown)
      const glance: Glance = { row, at, clock: look.observation.at }
      const seen: Seen = { ...glance, last: glance }
      const prior = shown.get(tab)
      if (prior !== undefined && this.#stoodBetween(prior, glance)) {
        // After another account was in front nobody knows what it goes on from.
        const since = this.#stable.get(row.id)?.row.version ?? 0
        if (this.#vanished.has(row.id)) this.#mayBeTold(prior, [since, prior.row.version], at)
        else this.#becameStable(prior, look, at)
      }
      const stable = this.#stable.get(row.id)
      const isAsBelieved =
        stable !== undefined && sameRow(stable.row, row) && sameRow(stable.last.row, row)
      // What another tab shows already has begun: this one shows the past, by a clock that may have been set since.
      const shownVersion = row.whole ? row.version : (stable?.row.version ?? row.version)
      const hasBegun = this.#glanced.get(row.id)?.some((other) => other.row.version > shownVersion)
      if (isAsBelieved && hasBegun !== true && !hasSlept) {
        this.#lastSeen.set(row.id, glance)
        if (sameSight(stable.row, row)) stable.last = glance
      }
      const glanced = (this.#glanced.get(row.id) ?? []).filter(
        (other) => other.row.version > (stable?.row.version ?? -1),
      )
      this.#glanced.set(row.id, [...glanced, seen])
      const isAlike = (other: Seen): boolean => sameSight(other.row, row) && sameRow(other.row, row)
      const isSame = (other: Seen): boolean => other.row.version === row.version && isAlike(other)
      // What was done since may be nothing to be seen, and what came before it is seen twice.
      const before =
        [...shown.values(), ...glanced].find(isSame) ??
        glanced.find((other) => other.row.whole && isAlike(other))
      // Half-way by less than the trembling of a margin says the same.
      const isNamed = before !== undefined && (before.row.whole || isSame(before))
      const equal = isNamed && row.whole
      shown.set(tab, equal ? before : seen)
      // One from before it vanished comes late, and does not bring it back.
      const isLate = at < (this.#vanished.get(row.id) ?? at)
      const known = stable?.row.version ?? row.version
      if (isLate && row.version > known) this.#mayBeTold(seen, [known, row.version], at)
      if (equal && !isLate) {
        this.#becameStable(before, look, at)
        // It stood until now.
        const isStill = this.#stable.get(row.id) === before && hasBegun !== true && !hasSlept
        if (isStill && at > before.last.at) {
          before.last = glance
          this.#lastSeen.set(row.id, glance)
        }
      }
      this.#noteStop(glance)
      const estimates = (this.#estimates.get(row.id) ?? []).slice(-MOST_ESTIMATES)
      const estimate = row.shown.estimatedFunding
      this.#estimates.set(row.id, [...estimates, { clock: glance.clock, estimate }])
    }
    const { complete, at: clock } = look.observation
    if (complete && !look.isFixed) this.#complete.push({ at, clock, account: look.account })
  }

  /** What the tab has shown once was there: whole, for long enough, and what had changed has changed again. */
  #stoodBetween({ row, at }: Glance, next: Glance): boolean {
    const stable = this.#stable.get(row.id)
    if (stable === undefined || row.version <= stable.row.version || !row.whole) return false
    const [before, between, after] = [stable.last.row.shown, row.shown, next.row.shown]
    const isSized = !sameQuantity(before, between) || before.entryPrice !== between.entryPrice
    if (isSized || before.marginMode === 'cross' || next.at - at < ONE_ADDITION) return false
    const hasMoved = (a: ObservedPosition, b: ObservedPosition) => [
      !sameMargin(a, b),
      !equalOrHidden(liquidationOf(a), liquidationOf(b)),
    ]
    const again = hasMoved(between, after)
    return hasMoved(before, between).some((moved, cell) => moved && again[cell])
  }

  /** What was done to it from one version to another, of which one was shown only once, may be told. */
  #mayBeTold(
    { row: { id }, at: since }: Glance,
    [from, to]: readonly [number, number],
    at: number,
  ) {
    const { key, events } = this.#logOf(id)
    const place = { key, positionId: id, at, since }
    for (const { kind } of events.slice(from, to)) {
      if (kind === 'margin-mode-changed') continue
      this.#expect(kind, place, { beyond: 'shown once', isAllowance: true })
    }
  }

  /** One that comes before its forerunner was seen to be gone cannot be told from it. */
  #noteArrival({ id, shown }: Row, { at, clock }: Moment): void {
    const { entryPrice } = shown
    if (this.#arrived.has(id)) return
    this.#arrived.set(id, at)
    const { key } = this.#logOf(id)
    for (const [other, { last }] of this.#stable) {
      const isThere = !this.#closed.has(other) && !this.#vanished.has(other)
      if (other === id || !isThere || this.#logOf(other).key !== key) continue
      this.#direct.add(id)
      if (!mayBeLarger(last.row.shown, shown)) continue
      this.#blurred.add(id)
      this.#blurred.add(other)
    }
    // At another price it is another position; after hours it may have been made larger.
    const isAlike = (other: number): boolean =>
      this.#logOf(other).key === key &&
      (this.#stable.get(other)?.row.shown.entryPrice === entryPrice ||
        Math.abs(clock - (this.#lastSeen.get(other)?.clock ?? clock)) > AWAY - CLOSE_CALL)
    for (const [other, gone] of this.#gone) {
      if (!isAlike(other) || gone.looks >= 1) continue
      gone.expectation.beyond ??= 'entered again unseen'
      this.#blurred.add(id)
    }
    // Not even missing yet: it was closed and entered again between two looks.
    for (const other of this.#stable.keys()) {
      const isUnseen = isAlike(other) && other !== id && !this.#closed.has(other)
      if (!isUnseen || this.#logOf(other).end === undefined) continue
      this.#blurred.add(id)
      this.#blurred.add(other)
    }
  }

  /**
   * The look shows that a position is not there: it shows all, or another one in its place, or, where
   * that leaves no room, the other side.
   */
  #isAbsent({ observation, rows }: Look, id: number): boolean {
    if (rows.some((row) => row.id === id)) return false
    const { key } = this.#logOf(id)
    const [symbol] = key.split(':')
    const isRuledOut = ({ shown }: Row): boolean =>
      observation.positionMode === 'one-way' && shown.symbol === symbol
    return (
      observation.complete || rows.some((row) => this.#logOf(row.id).key === key || isRuledOut(row))
    )
  }

  /** In another tab, of which the page moves: one that a filter hides, or that stands still, tells nothing. */
  #isShownElsewhere(id: number, { observation }: Look, at: number): boolean {
    const isShown = [...this.#showing].some(
      ([tab, shown]) => tab !== observation.tab && at - shown.at <= AWAY && shown.ids.has(id),
    )
    return isShown && at - (this.#marks.get(id)?.at ?? at) <= AWAY
  }

  /**
   * Whether it shows the very prices that its tab has shown long ago, as a page does whose machine wakes: it shows
   * what was so then, until they move. A clock that is set looks like that, too.
   */
  #noteShown({ observation, rows }: Look, at: number): boolean {
    const before = this.#showing.get(observation.tab)
    // Where the mark stands, what is worked out from prices trembles on a page that moves.
    const marks = rows.flatMap(({ shown }) => [shown.markPrice, shown.unrealizedPnl, shown.margin])
    const since = before?.marks === marks.join() ? before.clock : observation.at
    const hasSlept = rows.length > 0 && Math.abs(observation.at - since) > AWAY
    const clock = hasSlept ? since : observation.at
    const ids = new Set(rows.map(({ id }) => id))
    this.#showing.set(observation.tab, { at, clock, ids, marks: marks.join() })
    for (const { id, shown } of rows) {
      if (this.#marks.get(id)?.mark !== shown.markPrice)
        this.#marks.set(id, { mark: shown.markPrice, at })
    }
    return hasSlept
  }

  /** Positions that a look shows to be gone: closed, or of the account that is not in front. */
  #miss(look: Look, at: number): void {
    const { observation, rows, account, isFixed } = look
    const isNew = !this.#tabs.has(observation.tab)
    this.#tabs.add(observation.tab)
    for (const [id, gone] of this.#gone) {
      // Gone is what two looks in a row no longer show.
      if (rows.some((row) => row.id === id)) gone.looks = -1
      else if (!isFixed && this.#isAbsent(look, id)) gone.looks += 1
    }
    // What a tab has shown once and then, with all there is, not is seen for the first time when it comes back.
    for (const [id, shown] of this.#seen) {
      const isGone = !this.#stable.has(id) && observation.complete && this.#isAbsent(look, id)
      if (isGone && shown.delete(observation.tab)) this.#glanced.delete(id)
    }
    for (const [id, { row }] of this.#stable) {
      if (this.#closed.has(id) || !this.#isAbsent(look, id)) continue
      const log = this.#logOf(id)
      const isRival = !isFixed && rows.some((row) => this.#logOf(row.id).key === log.key)
      if (isRival) this.#rivals.set(id, at)
      // A tab of another account says nothing about this one, where its balance or another tab tells.
      const toldApart = observation.account !== null || this.#isShownElsewhere(id, look, at)
      if (isFixed && account !== log.account && toldApart) continue
      const glimpse = this.#glanced.get(id)?.find((glance) => glance.row.version > row.version)
      const showed = this.#seen.get(id)?.delete(observation.tab) ?? false
      this.#glanced.delete(id)
      const place = { key: log.key, positionId: id, at, since: at }
      if (log.end !== undefined) {
        this.#closed.add(id)
        // Done to it just before, and seen once.
        if (glimpse !== undefined) this.#mayBeTold(glimpse, [row.version, glimpse.row.version], at)
        if (this.#vanished.has(id)) continue
        const isSeenElsewhere = log.end.how === 'reversed'
        const lastSeen = this.#lastSeen.get(id)
        const now = { at, clock: observation.at }
        const away = isSeenElsewhere || lastSeen === undefined ? null : this.#isAway(lastSeen, now)
        const sightless = row.shown.stopLoss.state === 'unknown'
        // What was done to it after the last look may have led to its end.
        const isAsSeen = row.version >= log.events.length - 1
        const how = away === false && !sightless && isAsSeen ? this.#howAt(log, at) : null
        const beyond = this.#blurred.has(id) ? 'entered again unseen' : null
        // In one-way mode the other side says so before the table is whole again.
        const since = Math.min(at, log.end.at)
        const expectation = this.#expect('closed', { ...place, since }, { away, how, beyond })
        this.#gone.set(id, { expectation, looks: 0 })
      } else if (!this.#vanished.has(id) && (isNew || showed)) {
        // A tab that never showed it lags behind the one that did.
        this.#vanished.set(id, at)
        if (observation.account !== null) this.#toldApart.add(id)
        // By one tab it may be gone before the other says so.
        const since = Math.min(at, this.#lastSeen.get(id)?.at ?? at)
        this.#expect('closed', { ...place, since }, { beyond: 'another account in front' })
      }
    }
  }

  /** Closed, and the other side opened before anybody looked: that is what reversing is. */
  #howAt({ how, end, key, account }: PositionLog, at: number): Expectation['how'] {
    if (how === null || end === undefined) return how
    const [symbol] = key.split(':')
    const isReversal = this.#log.some(
      (event) =>
        event.kind === 'opened' &&
        event.account === account &&
        event.key !== key &&
        event.key.split(':')[0] === symbol &&
        event.at >= end.at &&
        event.at <= at,
    )
    return isReversal ? { ...how, allowed: [...how.allowed, 'reversed'] } : how
  }

  #within(times: ReadonlyMap<number, number>, { positionId, at }: Place, length: number): boolean {
    return at - (times.get(positionId) ?? Number.NEGATIVE_INFINITY) <= length
  }

  #logOf(id: number): PositionLog {
    const known = this.#logs.get(id)
    // Positions are looked at far more often than something happens to them.
    if (known?.size === this.#log.length) return known.log
    const log = new PositionLog(this.#log, id)
    this.#logs.set(id, { log, size: this.#log.length })
    return log
  }

  #expect(kind: Kind, place: Place, said: Said = {}): Expectation {
    const sinceForeign = place.at - (this.#foreignAt.get(place.key) ?? -Infinity)
    // What is done to one's own is seen in one's own tab; which of the two came or went is not.
    const isWhole = kind === 'opened' || kind === 'closed'
    const isForeign = this.#foreign.has(place.positionId) || (isWhole && sinceForeign <= RETURN)
    const expectation: Expectation = {
      kind,
      by: place.at,
      ...place,
      amount: null,
      slack: 0,
      beyond: null,
      how: null,
      witnessed: null,
      away: null,
      isAskable: false,
      isAllowance: false,
      others: [],
      parts: [],
      ...said,
      ...(isForeign && { beyond: FOREIGN }),
    }
    this.expectations.push(expectation)
    return expectation
  }

  /** Whether a complete look just before did not show what has been opened since. */
  #witnessed(log: PositionLog, { row, at, clock }: Seen): boolean | null {
    const { shown, version } = row
    const [entry, mark] = [Number(shown.entryPrice), Number(shown.markPrice)]
    if (version > 1 || Math.abs(entry - mark) > mark * JUST_NOW) return null
    const lately = this.#complete.filter((look) => Math.abs(look.at - at) < 2 * AWAY)
    if (lately.some(({ account }) => account !== log.account)) return null
    const before = lately.findLast((look) => look.at < log.openedAt)
    // A look that it could have been in, and was not: another tab that lags.
    const between = lately.some((look) => look.at < at && look.at >= log.openedAt)
    if (between) return null
    const away = before === undefined ? true : this.#isAway(before, { at, clock })
    // One that a tab with a filter saw coming was seen being opened all the same.
    return away === null || (away && at - log.openedAt < AWAY) ? null : !away
  }

  /** A stop that was changed while its column was hidden comes to light with it, and is seen twice. */
  #noteStop({ row: { id, version, shown, whole }, at }: Glance): void {
    const [last, first, now] = [this.#stops.get(id), this.#glimpsed.get(id), shown.stopLoss]
    const stable = this.#stable.get(id)
    if (now.state === 'unknown' || !whole || stable?.row.version !== version) return
    if (first === undefined || !sameStop(first.stop, now)) {
      this.#glimpsed.set(id, { stop: now, at })
      return
    }
    this.#stops.set(id, now)
    if (last === undefined || sameStop(last, now)) return
    const place = { key: this.#logOf(id).key, positionId: id, at: first.at, since: first.at }
    this.#expect('stop-changed', place)
  }

  #becameStable(seen: Seen, look: Look, by: number): void {
    const { id, version, shown } = seen.row
    const log = this.#logOf(id)
    if (look.isFixed && !this.#foreign.has(id)) this.#becameForeign(id, seen, look)
    if (!this.#stable.has(id) && this.#isTwin(seen, look)) this.#foreign.add(id)
    const vanished = this.#vanished.delete(id)
    const before = this.#stable.get(id)
    if (before !== undefined && before.row.version >= version && !vanished) return
    const lastSeen = this.#lastSeen.get(id) ?? seen
    this.#stable.set(id, seen)
    this.#lastSeen.set(id, seen.last)
    // Of two tabs the one that shows it first may be heard later.
    const at = Math.min(seen.at, by)
    const place = { key: log.key, positionId: id, at, since: at, by: Math.max(seen.at, by) }
    if (before === undefined) {
      const since = this.#arrived.get(id) ?? seen.at
      const once = this.#glanced.get(id)?.find(({ row }) => row.whole && row.version < version)
      if (once !== undefined) this.#mayBeTold(once, [once.row.version, version], at)
      this.#opened(log, { ...place, since }, seen)
      return
    }
    const sized = this.#lastSizes.get(id)
    const isOneHour = sized !== undefined && isAroundOneHour(sized.clock, seen.clock)
    const bundle: Bundle = {
      otherSize: isOneHour ? sized.times : null,
      events: log.events.slice(before.row.version, version),
      before: before.last.row.shown,
      after: shown,
      from: this.#since(before.last, seen.clock),
      to: seen.clock,
      away: vanished || Math.abs(seen.clock - before.last.clock) > AWAY,
      lastSeen,
      estimateOfHour: this.#estimateOfHour(id, seen.clock),
    }
    const since = Math.min(seen.at, ...bundle.events.map(({ at }) => at))
    this.#fold(bundle, { ...place, since }, vanished)
  }

  /** The clock may have been set back and forth; set by hours, either way, it tells nobody how long it was. */
  #since({ at: since, clock: last }: Moment, now: number): number {
    if (last - now > AWAY) return last
    return Math.min(...this.#clocks.filter(({ at }) => at >= since).map(({ clock }) => clock))
  }

  /** `null`: too close to call, or the clock was set in between, and perhaps set right again. */
  #isAway(from: Moment, to: Moment): boolean | null {
    const gap = to.clock - from.clock
    const isOff = ({ at, clock }: Moment): boolean =>
      Math.abs(clock - from.clock - (at - from.at)) > CLOSE_CALL
    const wasSet =
      isOff(to) || this.#clocks.some((one) => one.at >= from.at && one.at <= to.at && isOff(one))
    return wasSet || Math.abs(gap - AWAY) < CLOSE_CALL ? null : gap > AWAY
  }

  /** What was in sight of the settlement at the hour of that time, shortly before it. */
  #estimateOfHour(id: number, clock: number): string | null {
    const hour = Math.round(clock / HOUR) * HOUR
    const last = this.#estimates.get(id)?.findLast((seen) => seen.clock < hour)
    return last !== undefined && clock >= hour && hour - last.clock < AWAY ? last.estimate : null
  }

  /**
   * Another account’s came before it, to the digit the same, with no balance in sight: which of the two is one’s own
   * nobody can tell, as the account may have been switched in the tab that shows this one.
   */
  #isTwin({ row: { id, shown } }: Seen, { observation }: Look): boolean {
    const { key } = this.#logOf(id)
    return (
      observation.account === null &&
      [...this.#foreign].some((other) => {
        const theirs = this.#stable.get(other)?.last.row.shown
        return (
          other !== id &&
          theirs !== undefined &&
          !this.#closed.has(other) &&
          this.#logOf(other).key === key &&
          sameQuantity(theirs, shown) &&
          theirs.entryPrice === shown.entryPrice
        )
      })
    )
  }

  /** Whatever is made of it, for as long as it is open: the other tabs do not show it. */
  #becameForeign(id: number, { at, row }: Seen, look: Look): void {
    this.#foreign.add(id)
    const { key } = this.#logOf(id)
    const place = { key, positionId: id, at, since: at }
    // To the digit one’s own, which no tab shows then, with no balance in sight: nobody can tell that it is not.
    const isOwn = [...this.#stable].some(
      ([other, { last }]) =>
        this.#logOf(other).key === key &&
        !this.#closed.has(other) &&
        sameQuantity(last.row.shown, row.shown) &&
        last.row.shown.entryPrice === row.shown.entryPrice &&
        !this.#isShownElsewhere(other, look, at),
    )
    if (isOwn && look.observation.account === null) this.#anything(place, FOREIGN)
    for (const kind of ['opened', 'closed', 'opened', 'closed'] as const) {
      this.#expect(kind, place, { isAllowance: true })
    }
  }

  #opened(log: PositionLog, place: Place, seen: Seen): void {
    const { positionId, by = place.at } = place
    const [isBlurred, isDirect] = [this.#blurred.has(positionId), this.#direct.has(positionId)]
    if (isBlurred || isDirect) this.#doubted.set(positionId, place.at)
    if (!isBlurred) {
      // Seen once and then not for long: nobody has seen when it was opened.
      const witnessed = by - place.at > AWAY ? null : this.#witnessed(log, seen)
      const opened = this.#expect('opened', place, { witnessed })
      if (!isDirect || opened.beyond !== null) return
      opened.beyond = BRIEF
      this.#brief.set(positionId, opened)
      return
    }
    const beyond = 'entered again unseen'
    this.#expect('opened', place, { beyond })
    this.#expect('closed', place, { beyond })
    this.#anything(place, beyond)
    // As it first stood, and what was added to that.
    this.#expect('margin-added', place, { beyond, isAllowance: true })
  }

  /** Where nobody can tell what happened, none of these is an invention; the rise that may be among it. */
  #anything(place: Place, beyond: string): Expectation {
    const kinds: Kind[] = ['increased', 'reduced', 'margin-removed', 'funding']
    for (const kind of [...kinds, 'leverage-changed', 'stop-changed'] as Kind[]) {
      this.#expect(kind, place, { beyond, isAllowance: true })
    }
    return this.#expect('margin-added', place, { beyond, isAllowance: true })
  }

  #fold(bundle: Bundle, place: Place, vanished: boolean): void {
    const { before, after, events } = bundle
    const isUnsure = vanished || this.#within(this.#doubted, place, SETTLED)
    if (isUnsure && after.stopLoss.state !== 'unknown')
      this.#stops.set(place.positionId, after.stopLoss)
    if (this.#within(this.#doubted, place, SETTLED)) {
      // Not believed yet, so what is done to it at once is part of what it was when it was seen.
      this.#lastRises.set(place.positionId, this.#anything(place, BRIEF))
      return
    }
    if (vanished) {
      // What came back as it was goes on; of anything else nobody knows what was done meanwhile.
      const beyond = 'another account was in front'
      const isSame = events.every(({ kind }) => kind === 'funding')
      const told = before.marginMode === 'isolated' && this.#toldApart.has(place.positionId)
      this.#toldApart.delete(place.positionId)
      if (!isSame || !told) this.#expect('opened', place, { beyond })
      if (!isSame) this.#expect('closed', place, { beyond })
      const rise = this.#anything(place, beyond)
      // What was added meanwhile is seen as it comes back, and is one with what is added within seconds.
      const isRaised = events.some(({ kind }) => kind === 'margin-added')
      if (isRaised) this.#lastRises.set(place.positionId, rise)
      return
    }
    const sized = (kind: 'increased' | 'reduced'): number =>
      sum(events.map((event) => (event.kind === kind ? event.quantity : 0)))
    const size = sized('increased') - sized('reduced')
    const away = this.#isAway(bundle.lastSeen, { at: place.at, clock: bundle.to })
    const isBoth = sized('increased') > 0 && sized('reduced') > 0
    const whole =
      isBoth || (size <= 0 && before.entryPrice !== after.entryPrice)
        ? 'bought and sold unseen'
        : size > 0 && mayBeOpenedAnew(bundle)
          ? ANOTHER
          : size !== 0 && sameQuantity(before, after)
            ? 'less than the unit of Size tells'
            : null
    if (whole === ANOTHER || whole === 'bought and sold unseen') {
      // Nobody can tell it from another position in the same contract, nor what follows at once.
      this.#replaced.set(place.positionId, place.at)
      this.#expect('closed', place, { beyond: whole })
      this.#expect('opened', place, { beyond: whole })
      // Each took its own part of the margin, and only what is left of both is seen.
      for (const kind of ['margin-added', 'margin-removed'] as const) {
        this.#expect(kind, place, { beyond: whole, isAllowance: true })
      }
    }
    if (size !== 0) {
      const kind = size > 0 ? 'increased' : 'reduced'
      const slack = sizeSlack(before) + sizeSlack(after) + 1e-8
      this.#expect(kind, place, { amount: Math.abs(size), slack, beyond: whole, away })
    }
    if (before.leverage !== after.leverage) {
      this.#expect('leverage-changed', place, { beyond: whole, away })
    }
    const [from, to] = [before.stopLoss, after.stopLoss]
    const known = from.state !== 'unknown' && to.state !== 'unknown'
    if (known && !sameStop(from, to)) this.#expect('stop-changed', place, { beyond: whole, away })
    if (known) this.#stops.set(place.positionId, to)
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
    const away = this.#isAway(bundle.lastSeen, { at: place.at, clock: bundle.to })
    // By luck of half-way looks they may be seen one by one: then telling so is no invention.
    const additions = events.filter(({ kind }) => kind === 'margin-added')
    const others = additions
      .slice(1)
      .map(({ at }) =>
        this.#expect('margin-added', { ...place, at }, { beyond: 'several between two looks' }),
      )
    const settled = total((event) => (event.kind === 'funding' ? event.amount : 0))
    const filled = total((event) =>
      event.kind === 'increased' || event.kind === 'reduced'
        ? notionalAt({ symbol: after.symbol, quantity: event.quantity }, event.price)
        : 0,
    )
    const hides = filled === 0 && sameShown(before, after) ? 'nothing to be seen' : null
    const unseen = this.#unseen.get(place.positionId) ?? 0
    this.#unseen.delete(place.positionId)
    const slack =
      unit * 1.01 +
      Number(before.marginSlack ?? 0) +
      Number(after.marginSlack ?? 0) +
      // Of a rise that nobody saw the amount is that of the rise, with all that was settled.
      (away === false ? 0 : Math.abs(settled) * 1.3) +
      // What was settled or done and could not be seen comes to light with what is done next.
      Math.abs(unseen)
    if (hides !== null) this.#unseen.set(place.positionId, unseen + net)
    const traded = this.#within(this.#lastTrades, place, ONE_ADDITION)
    if (filled > 0) {
      const times = Number(before.quantity) / Number(after.quantity)
      this.#lastSizes.set(place.positionId, { clock: bundle.to, times })
      this.#lastTrades.set(place.positionId, place.at)
    }
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
        hides ??
        // Which of the two it goes on from nobody knows.
        ((this.#foreignAt.get(place.key) ?? 0) > bundle.lastSeen.at ? FOREIGN : null) ??
        (this.#within(this.#replaced, place, SETTLED) ? 'at once after trades unseen' : null) ??
        ((this.#rivals.get(place.positionId) ?? 0) > bundle.lastSeen.at
          ? 'an account switched in one contract'
          : null) ??
        (hidden && traded ? 'one with a trade, margin hidden' : null) ??
        beyondSight(bundle, net, unseen)
      if (beyond === WITHIN_FUNDING || beyond === BELOW_ROUNDING) {
        this.#expect('funding', place, { beyond, isAllowance: true })
      }
      const alone = net > 0 && filled === 0
      // Added and taken out: where both were seen, the ledger names both.
      const other = net > 0 ? 'margin-removed' : 'margin-added'
      const isMixed = events.some((event) => event.kind === other)
      if (isMixed) this.#expect(other, place, { beyond: 'added and taken out', isAllowance: true })
      const parts = events.flatMap((event) =>
        isMixed && event.kind === kind ? [event.amount] : [],
      )
      const isClose = last !== undefined && place.at - last.at <= ONE_ADDITION
      // One that could not be told from something else may be in this one's amount.
      const isBlurred =
        last !== undefined && last.beyond !== null && place.at - last.at <= ONE_ADDITION
      const isJoined =
        (alone || (net > 0 && isClose && beyond === null)) &&
        this.#join(place, net, slack, beyond === WITHIN_FUNDING)
      if (!isJoined) {
        const amount = isBlurred ? null : Math.abs(net)
        const isAskable = mayBeWild(bundle, net)
        const since = isBlurred ? last.since : place.since
        const told = { amount, slack, beyond, away, isAskable, others, parts }
        const expectation = this.#expect(kind, { ...place, since }, told)
        if (alone) this.#lastRises.set(place.positionId, expectation)
      }
      if (!alone) this.#lastRises.delete(place.positionId)
    }
    if (settled !== 0 && filled === 0) {
      const isAlone = Math.abs(net) <= unit / 10
      const beyond = isAlone
        ? (whole ?? beyondSight({ ...bundle, from: 1, to: 1 }, settled))
        : 'settled while margin was moved'
      if (beyond === BELOW_ROUNDING) this.#unseen.set(place.positionId, unseen + settled)
      this.#expect('funding', place, {
        amount: settled,
        slack: slack + Math.abs(settled) * 1.3,
        beyond,
        away,
        isAllowance: !isAlone,
      })
    }
    // What was paid may as well have been taken out, at a wild rate, or while nobody looked.
    if (settled < 0) {
      this.#expect('margin-removed', place, { beyond: WITHIN_FUNDING, isAllowance: true })
    }
  }

  /** A rise that follows another within seconds is one with it. */
  #join(place: Place, net: number, slack: number, isDoubtful: boolean): boolean {
    const last = this.#lastRises.get(place.positionId)
    if (last?.beyond !== null) return false
    // Of three in a row the first may be asked, and the others are one.
    const latest = Math.max(last.at + BORDER, last.others.at(-1)?.at ?? last.at)
    if (place.at - latest > ONE_ADDITION) return false
    if (place.at - last.at > ONE_ADDITION) {
      // Where one ends is nobody's promise, and a look half-way may have come before: one, or two.
      const beyond = 'hardly apart from the rise before'
      this.#lastRises.set(place.positionId, this.#expect('margin-added', place, { beyond }))
      last.amount = null
      return true
    }
    // Where both were seen to stand, counting them apart is no invention.
    const part = { amount: net, slack, beyond: 'one with the rise before' }
    // … but what may be a settlement stands by itself.
    if (isDoubtful && last.amount !== null) last.parts = [last.amount]
    last.others = [...last.others, this.#expect('margin-added', place, part)]
    // … and where they truly were further apart, either is right.
    const apart = place.since - last.since
    last.amount = apart > ONE_ADDITION || last.amount === null ? null : last.amount + net
    last.slack += slack
    return true
  }
}
