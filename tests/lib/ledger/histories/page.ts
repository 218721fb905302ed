import { type Observation, type ObservedPosition, sameQuantity } from '@/lib/ledger'
import {
  amountDigits,
  between,
  contractOf,
  digitsOf,
  type Exchange,
  pick,
  random,
  type RandomState,
} from '../../../practice-exchange/engine/index'
import { printed } from './printed'
import { printedPosition, type Sight } from './printed-position'

/** One printed row, and how many true events had happened to its position by then. */
export type Row = {
  id: number
  version: number
  shown: ObservedPosition
  /** All of its cells are of one moment. */
  whole: boolean
}

/** What stands around the table. */
type Around = Pick<Observation, 'account' | 'ticker' | 'positionMode'>

export type Picture = {
  at: number
  rows: readonly Row[]
  around: Around
  /** Whose positions these are. */
  account: string
}

/** How long old pictures are kept for tabs that lag behind. */
const MEMORY = 20_000

/** Cells that are updated one after the other, in any order. */
const CELLS: readonly (readonly (keyof ObservedPosition)[])[] = [
  ['quantity', 'quantityRange'],
  ['entryPrice'],
  ['margin', 'marginSlack'],
  ['liquidationPrice'],
  ['stopLoss'],
  ['leverage'],
]

/** A size that is worked out from prices is another text each time, and says the same. */
const sameCells = (a: ObservedPosition, b: ObservedPosition): boolean =>
  sameQuantity(a, b) &&
  CELLS.slice(1)
    .flat()
    .every((cell) => JSON.stringify(a[cell]) === JSON.stringify(b[cell]))

type PageOptions = {
  exchange: Exchange
  random: RandomState
  /** Of which it shows the contract over the chart. */
  symbol: string
  /** Whose page it is; `null`: that of the account in front. */
  account: string | null
}

/** What the positions table prints, from moment to moment. */
export class Page {
  readonly #exchange: Exchange
  readonly #random: RandomState
  readonly #symbol: string
  readonly #account: string | null
  #pictures: Picture[] = []
  /** Settlements reach the page some seconds after the hour. */
  frozenUntil = 0

  constructor({ exchange, random: randomState, symbol, account }: PageOptions) {
    this.#exchange = exchange
    this.#random = randomState
    this.#symbol = symbol
    this.#account = account
  }

  /** Forgets what it printed: the account was switched, the page loaded anew. */
  clear(): void {
    this.#pictures = []
    this.frozenUntil = 0
  }

  #around(sight: Sight): Around {
    const { tick, asset } = contractOf(this.#symbol)
    const { marginBalance, available } = this.#exchange.accountFigures(asset)
    const digits = amountDigits(asset)
    const balance = (value: number): string => printed(value, digits + 2)
    const { mark } = this.#exchange.market(this.#symbol)
    const { positionMode } = this.#exchange.account
    return {
      account: sight.account
        ? { asset, marginBalance: balance(marginBalance), availableBalance: balance(available) }
        : null,
      ticker: sight.ticker
        ? { symbol: this.#symbol, markPrice: printed(mark, digitsOf(tick)) }
        : null,
      positionMode: sight.positionMode ? positionMode : null,
    }
  }

  #paint(sight: Sight): Picture {
    const { state } = this.#exchange
    const inFront = state.active
    this.#exchange.switchAccount(this.#account ?? inFront)
    const picture = this.#print(sight)
    this.#exchange.switchAccount(inFront)
    return picture
  }

  #print(sight: Sight): Picture {
    const { now, active } = this.#exchange.state
    const versions = new Map<number, number>()
    for (const { positionId } of this.#exchange.truth) {
      versions.set(positionId, (versions.get(positionId) ?? 0) + 1)
    }
    const rows = this.#exchange.account.positions.map((position) => ({
      id: position.id,
      version: versions.get(position.id) ?? 0,
      shown: printedPosition(this.#exchange, position, sight, between(this.#random, -0.5, 0.5)),
      whole: true,
    }))
    return { at: now, rows, around: this.#around(sight), account: active }
  }

  /** The page now, or as it was `lag` milliseconds ago. */
  picture(sight: Sight, lag: number): Picture {
    const { now } = this.#exchange.state
    const last = this.#pictures.at(-1)
    if (last === undefined || now >= this.frozenUntil) {
      this.#pictures.push(this.#paint(sight))
      this.#pictures = this.#pictures.filter(({ at }) => now - at <= MEMORY)
    }
    const old = this.#pictures.findLast(({ at }) => now - at >= lag)
    const picture = old ?? this.#pictures[0]
    if (picture === undefined) throw new RangeError('nothing was painted')
    return picture
  }

  /** A row in the middle of being updated: some cells new, some still old. */
  halfWay(before: Picture, after: Picture): Picture | null {
    const mixed = after.rows.map((row): Row => {
      const old = before.rows.find(({ id }) => id === row.id)
      if (old === undefined || old.version === row.version) return row
      const stale = CELLS.filter(() => random(this.#random) < 0.5).flat()
      const shown = { ...row.shown, ...Object.fromEntries(stale.map((c) => [c, old.shown[c]])) }
      const same = (other: ObservedPosition) => sameCells(other, shown)
      return same(row.shown) || same(old.shown) ? row : { ...row, shown, whole: false }
    })
    return mixed.some(({ whole }) => !whole) ? { ...after, rows: mixed } : null
  }

  chance(probability: number): boolean {
    return random(this.#random) < probability
  }

  pick<T>(items: readonly T[]): T {
    return pick(this.#random, items)
  }
}
