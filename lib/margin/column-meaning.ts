import { type Choices, choicesIn, isSigned } from './column-choices'
import { BASES, type Basis, type Evidence, evidenceOf } from './column-evidence'
import {
  type Column,
  type ColumnField,
  type ColumnRow,
  type Columns,
  isTold,
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

/**
 * What the identities of printed digits ask for, and then what can be added; the same for those of the
 * isolated margin: where neither PnL nor ratio says much, liquidation prices refute most other columns.
 */
const ORDERS: readonly (readonly [base: readonly ColumnField[], rest: readonly ColumnField[]])[] = [
  [
    ['size', 'markPrice', 'unrealizedPnl', 'entryPrice'],
    ['breakEvenPrice', 'roi', 'margin', 'liquidationPrice', 'marginRatio'],
  ],
  [
    ['size', 'entryPrice', 'margin', 'liquidationPrice'],
    ['markPrice', 'marginRatio', 'unrealizedPnl', 'roi', 'breakEvenPrice'],
  ],
]

/** These say something only with others that are yet to be added. */
const LATER: ReadonlySet<ColumnField> = new Set(['margin', 'markPrice'])

/** What stands in one cell with a PnL is its ROI, and nothing else. */
const isFree = (columns: Columns, field: ColumnField, column: Column): boolean => {
  for (const [other, taken] of columns) {
    const isRoi = taken !== column && other === 'unrealizedPnl' && field === 'roi'
    if (taken.place === column.place && !isRoi) return false
  }
  return true
}

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
  const size = columns.get('size')
  const signed = size !== undefined && isSigned(rows, size)
  const isEntryHidden = columns.has('breakEvenPrice') && !columns.has('entryPrice')
  const before = isEntryHidden ? Math.log(CHANCE_OF_HIDDEN_ENTRY) : 0
  const evidence = { all: before, tight: before, bare: before }
  for (const row of rows) {
    const one = evidenceOf(row, { columns, basis, isSigned: signed })
    if (one === null) return []
    evidence.all += one.all
    evidence.tight += one.tight
    evidence.bare += one.bare
  }
  return [{ columns, evidence }]
}

/** Of equals those of few columns: what is left out here is no alternative to what can be added later. */
const best = (meanings: readonly Meaning[]): Meaning[] =>
  [...meanings]
    .sort((a, b) => b.evidence.all - a.evidence.all || a.columns.size - b.columns.size)
    .slice(0, MOST_MEANINGS)

type Search = { bases: readonly Columns[]; rest: readonly ColumnField[] }

/** Every meaning that no row contradicts; of many those for which most speaks. */
const meaningsAt = (
  basis: Basis,
  rows: readonly ColumnRow[],
  { bases, rest, choices }: Search & { choices: Choices },
): Meaning[] =>
  rest.reduce(
    (meanings: Meaning[], field) =>
      best(
        meanings.flatMap((meaning) =>
          widened(meaning.columns, { field, choices }).flatMap((columns) =>
            columns === meaning.columns
              ? [meaning]
              : weigh(rows, columns, basis).filter(
                  ({ evidence }) =>
                    LATER.has(field) ||
                    isTold(columns.get(field)) ||
                    evidence.all > meaning.evidence.all + LEAST_GAIN,
                ),
          ),
        ),
      ),
    bases.flatMap((columns) => weigh(rows, columns, basis)),
  )

/** Every meaning that is another one in a single column: left out, exchanged, or another figure. */
const neighbours = (columns: Columns, choices: Choices): Columns[] =>
  [...columns].flatMap(([field, own]) => {
    const rest = new Map(columns)
    rest.delete(field)
    const moved = [...own.may].flatMap((other) =>
      columns.has(other) ? [] : [new Map([...rest, [other, own]])],
    )
    const taken = choices(field).flatMap((column): Columns[] => {
      if (column === own) return []
      if (column === null || isFree(rest, field, column)) {
        return [column === null ? rest : new Map([...rest, [field, column]])]
      }
      const [other] = [...rest].find(([, taken]) => taken === column) ?? []
      return other !== undefined && own.may.has(other)
        ? [new Map([...rest, [field, column], [other, own]])]
        : []
    })
    return [...moved, ...taken]
  })

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
  const choices = choicesIn(all, rows)
  const searches = ORDERS.map(([base, rest], at): Search => {
    const bases = base.reduce(
      (found: Columns[], field) => found.flatMap((columns) => widened(columns, { field, choices })),
      [new Map()],
    )
    // What lacks one of these says no more than what the first search has found.
    return { bases: at === 0 ? bases : bases.filter(({ size }) => size === base.length), rest }
  })
  const meanings = searches.flatMap((search) =>
    BASES.flatMap((basis) => meaningsAt(basis, rows, { ...search, choices })),
  )
  const told = best(
    meanings.filter(({ columns }) => [...columns.values()].every((column) => isTold(column))),
  )
  const [first] = best(meanings)
  const least = (told[0]?.evidence.all ?? 0) + SURE + Math.log(searches[0]?.bases.length ?? 1)
  if (first === undefined || first.evidence.all < least) return told[0]?.columns ?? new Map()
  // Of many meanings the best were kept: what speaks against a column may be among the others.
  const others = neighbours(first.columns, choices)
  const rivals = [
    ...meanings,
    ...BASES.flatMap((basis) => others.flatMap((columns) => weigh(rows, columns, basis))),
  ]
  const isLeft = (one: Meaning, by: keyof Evidence): boolean =>
    one.evidence[by] > first.evidence[by] - SURE
  const hasPrices = ({ columns }: Meaning): boolean =>
    (['entryPrice', 'breakEvenPrice'] as const).every(
      (field) => columns.get(field) === first.columns.get(field),
    )
  const isCertain = (field: ColumnField, column: Column): boolean =>
    rivals.every(
      (one) =>
        (one.columns.get(field) === column &&
          (field !== 'breakEvenPrice' || one.columns.has('entryPrice'))) ||
        !(
          isLeft(one, hasPrices(one) ? 'bare' : 'all') ||
          (ALIKE.has(field) && !one.columns.has(field) && isLeft(one, 'tight'))
        ),
    )
  return new Map([...first.columns].filter(([field, column]) => isCertain(field, column)))
}
