import { BASES, type Basis, type Evidence, evidenceOf } from './column-evidence'
import {
  type Column,
  type ColumnField,
  type ColumnRow,
  type Columns,
  isTold,
  valueOf,
} from './column-figures'

type Meaning = { columns: Columns; evidence: Evidence }

/** A trader who looks at break-even hides the entry price this often. Chosen. */
const CHANCE_OF_HIDDEN_ENTRY = 0.1

/** A meaning that is this many times likelier to be chance than another one is dropped. */
const SURE = Math.log(500)

/** A field that adds less than this to what speaks for a meaning is left out of it. */
const LEAST_GAIN = 0.1

/** More than this many to choose from are no reading, and to compare them all takes too long. */
const MOST_MEANINGS = 80

/** Any two prices of a row are alike: printed digits have to tell these. */
const ALIKE: ReadonlySet<ColumnField> = new Set(['entryPrice', 'breakEvenPrice', 'markPrice'])

/** What every identity of printed digits asks for; then what the identities can add. */
const BASE: readonly ColumnField[] = ['size', 'markPrice', 'unrealizedPnl', 'entryPrice']
const REST: readonly ColumnField[] = [
  'breakEvenPrice',
  'roi',
  'margin',
  'liquidationPrice',
  'marginRatio',
]
type Choices = (field: ColumnField) => readonly (Column | null)[]

const choicesIn =
  (all: readonly Column[]): Choices =>
  (field) => {
    const possible = all.filter(({ may }) => may.has(field))
    const told = possible.filter((column) => isTold(column))
    return told.length > 0 ? told : [null, ...possible]
  }

/** What stands in one cell with a PnL is its ROI, and nothing else. */
const isFree = (columns: Columns, field: ColumnField, column: Column): boolean =>
  [...columns].every(
    ([other, taken]) =>
      taken.place !== column.place ||
      (taken !== column && other === 'unrealizedPnl' && field === 'roi'),
  )

const widened = (
  columns: Columns,
  { field, choices }: { field: ColumnField; choices: Choices },
): Columns[] => {
  const pnl = field === 'roi' ? columns.get('unrealizedPnl') : undefined
  const all = choices(field)
  const together = all.filter((column) => column !== null && column.place === pnl?.place)
  return (together.length > 0 ? together : all).flatMap((column): Columns[] => {
    if (column === null) return [columns]
    return isFree(columns, field, column) ? [new Map([...columns, [field, column]])] : []
  })
}

const weigh = (rows: readonly ColumnRow[], columns: Columns, basis: Basis): Meaning[] => {
  const isSigned = rows.some((row) => (valueOf(row, columns, 'size') ?? 0) < 0)
  const isEntryHidden = columns.has('breakEvenPrice') && !columns.has('entryPrice')
  const before = isEntryHidden ? Math.log(CHANCE_OF_HIDDEN_ENTRY) : 0
  const evidence = { all: before, tight: before }
  for (const row of rows) {
    const one = evidenceOf(row, { columns, basis, isSigned })
    if (one === null) return []
    evidence.all += one.all
    evidence.tight += one.tight
  }
  return [{ columns, evidence }]
}

/** Of equals those of few columns: what is left out here is no alternative to what can be added later. */
const best = (meanings: readonly Meaning[]): Meaning[] =>
  [...meanings]
    .sort((a, b) => b.evidence.all - a.evidence.all || a.columns.size - b.columns.size)
    .slice(0, MOST_MEANINGS)

/** Every meaning that no row contradicts; of many those for which most speaks. */
const meaningsAt = (
  basis: Basis,
  rows: readonly ColumnRow[],
  { bases, choices }: { bases: readonly Columns[]; choices: Choices },
): Meaning[] =>
  REST.reduce(
    (meanings: Meaning[], field) =>
      best(
        meanings.flatMap((meaning) =>
          widened(meaning.columns, { field, choices }).flatMap((columns) =>
            columns === meaning.columns
              ? [meaning]
              : weigh(rows, columns, basis).filter(
                  ({ evidence }) =>
                    field === 'margin' ||
                    isTold(columns.get(field)) ||
                    evidence.all > meaning.evidence.all + LEAST_GAIN,
                ),
          ),
        ),
      ),
    bases.flatMap((columns) => weigh(rows, columns, basis)),
  )

/**
 * Which column holds which figure, by the arithmetic of the exchange alone. Every choice of columns that
 * no row contradicts is a meaning of the table; how many other tables would obey the same identities by
 * chance says how much speaks for it. What all meanings agree on for which about as much speaks, and far
 * more than for no meaning at all, is certain.
 */
export const columnMeaning = (
  all: readonly Column[],
  rows: readonly ColumnRow[],
): ReadonlyMap<ColumnField, Column> => {
  const choices = choicesIn(all)
  const bases = BASE.reduce(
    (found: Columns[], field) => found.flatMap((columns) => widened(columns, { field, choices })),
    [new Map()],
  )
  const meanings = BASES.flatMap((basis) => meaningsAt(basis, rows, { bases, choices }))
  const told = best(
    meanings.filter(({ columns }) => [...columns.values()].every((column) => isTold(column))),
  )
  const [first] = best(meanings)
  const least = (told[0]?.evidence.all ?? 0) + SURE + Math.log(bases.length)
  if (first === undefined || first.evidence.all < least) return told[0]?.columns ?? new Map()
  const most = Math.max(...meanings.map(({ evidence }) => evidence.tight))
  const isLeft: Record<keyof Evidence, (one: Meaning) => boolean> = {
    all: ({ evidence }) => evidence.all > first.evidence.all - SURE,
    tight: ({ evidence }) => evidence.tight > most - SURE,
  }
  const isCertain = (field: ColumnField, column: Column): boolean =>
    meanings.every(
      (one) =>
        (one.columns.get(field) === column &&
          (field !== 'breakEvenPrice' || one.columns.has('entryPrice'))) ||
        !(isLeft.all(one) || (ALIKE.has(field) && isLeft.tight(one))),
    )
  return new Map([...first.columns].filter(([field, column]) => isCertain(field, column)))
}
