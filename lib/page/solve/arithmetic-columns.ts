import type { Side } from '@/lib/margin'
import type { AssignedField, Identity } from '@/lib/margin/rows'
import type { Market } from '../reading'
import type { NumberStyle } from '../scan/number'
import type { Column } from '../words/dictionary'
import {
  columnOfField,
  type ColumnPlace,
  type StrangeRow,
  type Way,
  type Ways,
  waysToRead,
} from './ways-to-read'

/** One meaning of all columns, that of every row. */
type Meaning = {
  fields: ReadonlyMap<AssignedField, ColumnPlace>
  /** Figures that a row ties beyond chance. */
  held: ReadonlySet<AssignedField>
  sides: readonly { side: Side; isShort: boolean }[]
  /** How likely all rows obey it without meaning it. */
  chance: number
  /** The figures that have a meaning by it: row and column. */
  explained: ReadonlySet<string>
}

const nothingYet: Meaning = {
  fields: new Map(),
  held: new Set(),
  sides: [],
  chance: 1,
  explained: new Set(),
}

/** Two figures in one column are an amount and its percentage. */
const isFree = (
  fields: ReadonlyMap<AssignedField, ColumnPlace>,
  field: AssignedField,
  place: ColumnPlace,
): boolean =>
  [...fields].every(
    ([other, taken]) =>
      other === field ||
      taken !== place ||
      (columnOfField[other] === 'pnl' && columnOfField[field] === 'pnl'),
  )

/** Identities of printed digits; the others are ranges that a stranger's price may fall into: one alone says little. */
const TIGHT: readonly Identity[] = ['pnl', 'roi', 'cross-margin']

const isHeldBy = (by: readonly Identity[]): boolean =>
  by.some((identity) => TIGHT.includes(identity)) ||
  (by.includes('liquidation') && by.includes('ratio'))

/** `null`: the row means something else by one of the columns. */
const joined = (meaning: Meaning, way: Way, row: number): Meaning | null => {
  const fields = new Map(meaning.fields)
  for (const [field, place] of way.fields) {
    const known = fields.get(field)
    if (known === undefined ? !isFree(fields, field, place) : known !== place) return null
    fields.set(field, place)
  }
  const held = (Object.entries(way.support) as [AssignedField, readonly Identity[]][]).flatMap(
    ([field, by]) => (isHeldBy(by) ? [field] : []),
  )
  return {
    fields,
    held: new Set([...meaning.held, ...held]),
    sides: [...meaning.sides, { side: way.side, isShort: way.isShort }],
    chance: meaning.chance * way.chance,
    explained: new Set([
      ...meaning.explained,
      ...[...way.fields.values()].map((place) => `${String(row)} ${String(place)}`),
    ]),
  }
}

const isPart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size < b.size && [...a].every((one) => b.has(one))

/** One that leaves figures without a meaning for which another has one, and is no less a chance, says less. */
const sayingMost = (meanings: readonly Meaning[]): Meaning[] =>
  meanings.filter(
    (one) =>
      !meanings.some(
        (other) => one.chance >= other.chance && isPart(one.explained, other.explained),
      ),
  )

const keyOf = ({ fields, sides }: Meaning): string =>
  JSON.stringify([[...fields].sort(), sides.map(({ side }) => side)])

/**
 * Where short sizes carry a minus those without are long: `null` where one is not. Each sign that agrees
 * could as well have been the other.
 */
const bySigns = (meaning: Meaning): Meaning | null => {
  const { sides, chance } = meaning
  if (!sides.some(({ isShort }) => isShort)) return meaning
  return sides.every(({ side, isShort }) => isShort === (side === 'short'))
    ? { ...meaning, chance: chance / 2 ** sides.length }
    : null
}

/** A meaning that is this many times likelier to be chance than another one is dropped. */
const LESS_LIKELY = 1_000

const likely = (meanings: readonly Meaning[]): Meaning[] => {
  const least = Math.min(...meanings.map(({ chance }) => chance))
  return meanings.filter(({ chance }) => chance <= least * LESS_LIKELY)
}

/** More meanings than this are none, and to compare them takes long. */
const MOST_MEANINGS = 300

const meaningsOf = (rows: readonly (readonly Way[])[]): Meaning[] => {
  let meanings: Meaning[] = [nothingYet]
  for (const [row, ways] of rows.entries()) {
    if (ways.length > MOST_MEANINGS) return []
    const found = new Map<string, Meaning>()
    for (const meaning of meanings) {
      for (const way of ways) {
        const both = joined(meaning, way, row)
        if (both === null) continue
        const key = keyOf(both)
        if ((found.get(key)?.explained.size ?? -1) < both.explained.size) found.set(key, both)
      }
    }
    if (found.size > MOST_MEANINGS) return []
    meanings = sayingMost([...found.values()])
  }
  return likely(sayingMost(meanings.flatMap((one) => bySigns(one) ?? [])))
}

/**
 * PnL = side · quantity · (mark − entry) holds as well with entry, mark and side exchanged, and by chance:
 * some hundred ways to choose from a row of twelve numbers. Of words that name two of the four, few are left.
 */
const PROVED = 1e-5
const PROVED_BY_WORDS = 1e-2
const TIED_BY_PNL: readonly Column[] = ['size', 'entryPrice', 'markPrice', 'pnl']
const LEAST_NAMED = 2

/** At most this many rows are asked. */
const MOST_ROWS = 6

const BASE: readonly AssignedField[] = ['quantity', 'entryPrice', 'markPrice', 'unrealizedPnl']

/** A row that prints all of it and does not obey it says that it is something else. */
const isRefutedBy = ({ fields }: Meaning, { places }: Ways): boolean =>
  BASE.every((field) => {
    const place = fields.get(field)
    return place !== undefined && places.has(place)
  })

/** The PnL is counted at one price in all rows: the mark, where that explains them all. */
const readingsOf = (
  rows: readonly StrangeRow[],
  context: { market: Market; style: NumberStyle },
): { meanings: Meaning[]; isExact: boolean; besides: Meaning[] } => {
  const asked = rows.slice(0, MOST_ROWS).map((row) => waysToRead(row, context))
  const near = (): Meaning[] => {
    const all = asked.map((row) => ({ row, ways: row.near() }))
    const silent = all.filter(({ ways }) => ways.length === 0)
    return meaningsOf(all.flatMap(({ ways }) => (ways.length > 0 ? [ways] : []))).filter(
      (meaning) => !silent.some(({ row }) => isRefutedBy(meaning, row)),
    )
  }
  const exact = asked.every((row) => row.exact.length > 0)
    ? meaningsOf(asked.map((row) => row.exact))
    : []
  if (exact.length === 0) return { meanings: near(), isExact: false, besides: [] }
  // A size in quote is counted at the last price: what the mark explains must hold near it as well.
  const besides = asked.some(({ isQuoted }) => isQuoted) ? near() : []
  return { meanings: exact, isExact: besides.length === 0, besides }
}

/**
 * The titles that no dictionary knows, by the arithmetic of the rows. A meaning of the columns is one for
 * all rows; what every meaning that no row contradicts agrees on is certain.
 */
export const arithmeticColumns = (
  rows: readonly StrangeRow[],
  context: { market: Market; style: NumberStyle },
): ReadonlyMap<number, Column> => {
  const columns = new Map<number, Column>()
  const named = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  if (Object.values(columnOfField).every((column) => named.has(column))) return columns
  const { meanings, isExact, besides } = readingsOf(rows, context)
  const [first] = meanings
  if (first === undefined) return columns
  const isNamed = TIED_BY_PNL.filter((column) => named.has(column)).length >= LEAST_NAMED
  const proved = isNamed ? PROVED_BY_WORDS : PROVED
  if (!meanings.every(({ chance }) => chance <= proved)) return columns
  for (const [field, place] of first.fields) {
    const isApart = field === 'roi' && place !== first.fields.get('unrealizedPnl')
    const column = isApart ? 'roi' : columnOfField[field]
    if (typeof place !== 'number' || column === undefined || named.has(column)) continue
    // Counted at another price than the mark, the PnL fits the break-even price as well as the entry.
    const canBeEntry = ({ fields }: Meaning) => isExact || isNamed || fields.has('breakEvenPrice')
    const isCertain = meanings.every(
      (meaning) =>
        meaning.fields.get(field) === place &&
        meaning.held.has(field) &&
        (field !== 'entryPrice' || canBeEntry(meaning)),
    )
    const isAlone = besides.every((other) => other.fields.get(field) === place)
    if (isCertain && isAlone) columns.set(place, column)
  }
  return columns
}
