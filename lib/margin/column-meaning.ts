import {
  checkIdentities,
  drifting,
  type IdentityCheck,
  type IdentityName,
  PRICE_DRIFT,
  type RowFigure,
  type RowFigures,
} from './identities'
import { exactly, type NumberRange, rangeOf } from './number-range'
import type { Contract, MarginMode, Side } from './position'

export type ColumnField = RowFigure | 'breakEvenPrice'

/** What one row prints in one column; `none`: "--". `tick`: one of the last digit that says something. */
export type ColumnCell = { value: number; decimals: number; tick: number } | 'none'

export type Column = {
  /** Of the title: a cell holds one figure, and that of the PnL its percentage as well. */
  place: number | string
  /** What title and units leave possible. */
  may: ReadonlySet<ColumnField>
  /** What a size is counted in here. */
  sizeUnit: NonNullable<RowFigures['size']>['unit']
}

export type ColumnRow = {
  contract: Contract
  leverage: number | null
  /** By a badge. */
  side: Side | null
  marginModes: readonly MarginMode[]
  cells: ReadonlyMap<Column, ColumnCell>
}

/** By how much the identities speak for a meaning: −ln of the chance that rows obey them all the same. */
type Evidence = {
  all: number
  /** Without those that are ranges: any price near the mark satisfies the ratio. */
  tight: number
}

type Meaning = { columns: ReadonlyMap<ColumnField, Column>; evidence: Evidence }

/** At which price the PnL is counted: the mark, some ticks from it, or the last price. */
const BASES = ['mark', 'ticks', 'last'] as const
type Basis = (typeof BASES)[number]

/** Cells of one row are up to three ticks apart, before they are rounded. */
const TICKS = 4

/** Fees move break-even away from entry by no more than this part, … */
const FEES = 0.004
/** … and gains of a position that was closed in part move it as little to the other side this often. Chosen. */
const CHANCE_OF_FEES = 0.05

/** A trader who looks at break-even hides the entry price this often. Chosen. */
const CHANCE_OF_HIDDEN_ENTRY = 0.1

/** A meaning that is this many times likelier to be chance than another one is dropped. */
const SURE = Math.log(500)

/** A field that adds less than this to what speaks for a meaning is left out of it. */
const LEAST_GAIN = 0.1

/** More than this many to choose from are no reading, and to compare them all takes too long. */
const MOST_MEANINGS = 80

/** A title, or the coin of a linear contract, says what it is and leaves nothing to choose. */
const isTold = (column: Column | undefined): boolean =>
  column !== undefined &&
  (typeof column.place === 'string' ||
    (column.may.size === 1 && column.may.has('size') && column.sizeUnit === 'base'))

const cellOf = (
  row: ColumnRow,
  columns: Meaning['columns'],
  field: ColumnField,
): ColumnCell | undefined => {
  const column = columns.get(field)
  return column === undefined ? undefined : row.cells.get(column)
}

const valueOf = (
  row: ColumnRow,
  columns: Meaning['columns'],
  field: ColumnField,
): number | null => {
  const cell = cellOf(row, columns, field)
  return cell === undefined || cell === 'none' ? null : cell.value
}

const figureOf = (
  row: ColumnRow,
  columns: Meaning['columns'],
  field: ColumnField,
): NumberRange | null => {
  const cell = cellOf(row, columns, field)
  return cell === undefined || cell === 'none' ? null : rangeOf(cell.value, cell.decimals)
}

/** A size is counted in whole steps, so that what is printed is exact; one at a price is not. */
const sizeOf = (row: ColumnRow, columns: Meaning['columns']): RowFigures['size'] => {
  const [column, cell] = [columns.get('size'), cellOf(row, columns, 'size')]
  if (column === undefined || cell === undefined || cell === 'none') return null
  const value = Math.abs(cell.value)
  const unit = column.sizeUnit
  const isCounted = unit === 'base' || unit === 'contracts'
  return { unit, range: isCounted ? exactly(value) : rangeOf(value, cell.decimals) }
}

/** Where it is not in sight, about where break-even is: fees part them. */
const entryOf = (row: ColumnRow, columns: Meaning['columns']): NumberRange | null => {
  const entry = figureOf(row, columns, 'entryPrice')
  const breakEven = figureOf(row, columns, 'breakEvenPrice')
  return entry ?? (breakEven === null ? null : drifting(breakEven, FEES))
}

const figuresBy = (row: ColumnRow, columns: Meaning['columns']): RowFigures => ({
  contract: row.contract,
  leverage: row.leverage,
  size: sizeOf(row, columns),
  entryPrice: entryOf(row, columns),
  markPrice: figureOf(row, columns, 'markPrice'),
  liquidationPrice:
    cellOf(row, columns, 'liquidationPrice') === 'none'
      ? 'none'
      : figureOf(row, columns, 'liquidationPrice'),
  marginRatio: figureOf(row, columns, 'marginRatio'),
  margin: figureOf(row, columns, 'margin'),
  unrealizedPnl: figureOf(row, columns, 'unrealizedPnl'),
  roi: figureOf(row, columns, 'roi'),
})

/** "--" where every position has a figure. */
const lacksFigure = (row: ColumnRow, columns: Meaning['columns']): boolean =>
  [...columns].some(
    ([field, column]) => field !== 'liquidationPrice' && row.cells.get(column) === 'none',
  )

/** Of the price behind the PnL, and of that behind margin and ROI. */
const driftsOf = (
  row: ColumnRow,
  columns: Meaning['columns'],
  basis: Basis,
): readonly [pnl: number, value: number] => {
  if (basis === 'mark') return [0, 0]
  const mark = cellOf(row, columns, 'markPrice')
  const ticks =
    mark === undefined || mark === 'none'
      ? PRICE_DRIFT
      : Math.min(PRICE_DRIFT, (TICKS * mark.tick) / mark.value)
  return [basis === 'last' ? PRICE_DRIFT : ticks, ticks]
}

/** Where short sizes carry a minus those without are long. */
const sidesOf = (row: ColumnRow, size: number | null, isSigned: boolean): readonly Side[] => {
  const bySign: Side | null = size !== null && size < 0 ? 'short' : isSigned ? 'long' : null
  const told = new Set([row.side, bySign].filter((side) => side !== null))
  return told.size === 0 ? ['long', 'short'] : told.size === 1 ? [...told] : []
}

/** `null`: break-even is not asked. */
const isByFees = (row: ColumnRow, columns: Meaning['columns'], side: Side): boolean | null => {
  const entry = valueOf(row, columns, 'entryPrice')
  const breakEven = valueOf(row, columns, 'breakEvenPrice')
  if (breakEven === null || entry === null || isTold(columns.get('breakEvenPrice'))) return null
  const away = breakEven / entry - 1
  return (side === 'long' ? away : -away) >= -1e-6 && Math.abs(away) <= FEES
}

/** Entry and mark of one position are not further apart than this factor. */
const APART = 20

const areFarApart = (row: ColumnRow, columns: Meaning['columns']): boolean => {
  const entry = valueOf(row, columns, 'entryPrice')
  const mark = valueOf(row, columns, 'markPrice')
  return entry !== null && mark !== null && (entry > mark * APART || mark > entry * APART)
}

/** At 1x the margin of a position is its size at a price. */
const couldBeMargin = ({ leverage }: ColumnRow, size: Column | undefined): boolean =>
  leverage === 1 && size?.may.has('margin') === true

type Question = { columns: Meaning['columns']; basis: Basis; isSigned: boolean }

/** Any two prices of a row are alike: printed digits have to tell these. */
const ALIKE: ReadonlySet<ColumnField> = new Set(['entryPrice', 'breakEvenPrice', 'markPrice'])

const RANGES: ReadonlySet<IdentityName> = new Set(['liquidation', 'ratio', 'one-curve'])

/**
 * An isolated margin that nobody has added to is the notional at entry ÷ leverage, but for a thousandth:
 * a price that makes a cross margin of it may be the entry.
 */
const OPENING_ROOM = 0.001

/** The prices of one row are not any prices: a few hundredths from the mark there is another. */
const PRICE_ROOM = 0.05

const tightChance = ({ identity, chance }: IdentityCheck): number => {
  if (RANGES.has(identity)) return 1
  const room = identity === 'cross-margin' ? OPENING_ROOM : identity === 'roi' ? PRICE_ROOM : 1
  return Math.min(1, chance / room)
}

const none: Evidence = { all: 0, tight: 0 }

/** By how much one row speaks for a meaning; `null`: it speaks against it. */
const evidenceOf = (row: ColumnRow, { columns, basis, isSigned }: Question): Evidence | null => {
  if (lacksFigure(row, columns) || areFarApart(row, columns)) return null
  const figures = figuresBy(row, columns)
  const drifts = driftsOf(row, columns, basis)
  const sides = sidesOf(row, valueOf(row, columns, 'size'), isSigned)
  const likelihood = { all: 0, tight: 0 }
  for (const side of sides) {
    const isFees = isByFees(row, columns, side)
    if (isFees === false) continue
    for (const marginMode of row.marginModes) {
      const checks = checkIdentities(
        figures,
        { side, marginMode, marginHolds: 'wallet' },
        ...drifts,
      )
      if (checks.some(({ holds }) => !holds)) continue
      // Without the mark, a mark that is near the entry would look like a break-even price.
      const byFees = isFees === null || !columns.has('markPrice') ? 1 : 1 / CHANCE_OF_FEES
      likelihood.all += checks.reduce((product, { chance }) => product / chance, byFees)
      likelihood.tight += checks.reduce((product, check) => product / tightChance(check), byFees)
    }
  }
  if (likelihood.all === 0) return null
  const ways = sides.length * row.marginModes.length
  const evidence = {
    all: Math.log(likelihood.all / ways),
    tight: Math.log(likelihood.tight / ways),
  }
  const isDoubtful = couldBeMargin(row, columns.get('size')) && evidence.all > 0
  return isDoubtful ? none : evidence
}

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
const isFree = (columns: Meaning['columns'], field: ColumnField, column: Column): boolean =>
  [...columns].every(
    ([other, taken]) =>
      taken.place !== column.place ||
      (taken !== column && other === 'unrealizedPnl' && field === 'roi'),
  )

const widened = (
  columns: Meaning['columns'],
  { field, choices }: { field: ColumnField; choices: Choices },
): Meaning['columns'][] => {
  const pnl = field === 'roi' ? columns.get('unrealizedPnl') : undefined
  const all = choices(field)
  const together = all.filter((column) => column !== null && column.place === pnl?.place)
  return (together.length > 0 ? together : all).flatMap((column): Meaning['columns'][] => {
    if (column === null) return [columns]
    return isFree(columns, field, column) ? [new Map([...columns, [field, column]])] : []
  })
}

const weigh = (
  rows: readonly ColumnRow[],
  columns: Meaning['columns'],
  basis: Basis,
): Meaning[] => {
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

const best = (meanings: readonly Meaning[]): Meaning[] =>
  [...meanings].sort((a, b) => b.evidence.all - a.evidence.all).slice(0, MOST_MEANINGS)

/** Every meaning that no row contradicts; of many those for which most speaks. */
const meaningsAt = (
  basis: Basis,
  rows: readonly ColumnRow[],
  { bases, choices }: { bases: readonly Meaning['columns'][]; choices: Choices },
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
    (found: Meaning['columns'][], field) =>
      found.flatMap((columns) => widened(columns, { field, choices })),
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
