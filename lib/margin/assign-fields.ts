import type { Decimal } from './decimal'
import { mustBeFinite, mustBePositive } from './invalid-figure'
import {
  exactly,
  inverseOf,
  minus,
  type NumberRange,
  overlap,
  printedRange,
  scaled,
  times,
} from './number-range'
import type { Contract, PrintedFigure, Side } from './position'
import {
  type Base,
  crossMarginHolds,
  isolatedHolds,
  leverageByRoi,
  notionalRange,
  pnlRange,
  drifting,
} from './identities'

/** A number of a row: what is printed, and what its own text tells of it. */
export type RowNumber = PrintedFigure & {
  /** It ends in "%"; `value` is the fraction. */
  isPercent: boolean
  /** The asset printed behind it, if any: prices stand alone. */
  unit: string | null
  /** What its unit, or the title over it, leaves possible; absent: anything. */
  may?: ReadonlySet<AssignedField>
}

export type AssignedField =
  | 'quantity'
  | 'entryPrice'
  | 'breakEvenPrice'
  | 'markPrice'
  | 'liquidationPrice'
  | 'marginRatio'
  | 'margin'
  | 'unrealizedPnl'
  | 'roi'

export type Identity = 'pnl' | 'roi' | 'cross-margin' | 'liquidation' | 'ratio' | 'fee-side'

export type Assignment = {
  side: Side
  /** What the margin is by this reading; `null`: no number is taken for it. */
  marginHolds: 'wallet' | 'wallet-and-pnl' | 'initial' | null
  /** Places in `numbers`. */
  fields: Partial<Record<AssignedField, number>>
  /** By which identities each field is held. */
  support: Partial<Record<AssignedField, readonly Identity[]>>
  /** How likely numbers of this size obey the same identities without being these figures. */
  chance: number
}

export type FieldAssignment = {
  kind: 'one' | 'several' | 'none'
  /** Fields on which all assignments agree: these are certain. */
  common: Partial<Record<AssignedField, number>>
  side: Side | null
  assignments: readonly Assignment[]
}

export type RowNumbers = {
  numbers: readonly RowNumber[]
  contract: Contract
  /** Printed as "20x", where it is. */
  leverage: Decimal | null
  /** The size is printed in quote, at the last price: q = (Size − side · PnL) ÷ entry. Absent: in units. */
  isQuoted?: boolean
  /** How far the price behind the PnL may be from the mark, as a part of it; absent: it is the mark. */
  drift?: number
}

/** Entry and mark of one position are not further apart than this factor. */
const APART = 20
/** Fees move break-even away from entry by no more than this part. */
const FEES = 0.004

type Candidate = { index: number; range: NumberRange; number: RowNumber }

const may = ({ number }: Candidate, field: AssignedField): boolean =>
  number.may === undefined || number.may.has(field)

const PRICES: readonly AssignedField[] = [
  'entryPrice',
  'breakEvenPrice',
  'markPrice',
  'liquidationPrice',
]

/** Prices stand alone, unless what is known of the number says that it is one. */
const isPrice = ({ number }: Candidate): boolean =>
  number.value.gt(0) &&
  (number.unit === null || PRICES.some((field) => number.may?.has(field) === true))

/** More ways than this to read one row are no reading of it, and to compare them all takes too long. */
const MOST_ASSIGNMENTS = 2_000

const middle = ({ low, high }: NumberRange): number => (low + high) / 2

/** How much of all numbers as large as these would meet as well. */
const chanceOf = (printed: NumberRange, expected: NumberRange): number => {
  const largest = Math.max(...[printed, expected].flatMap(({ low, high }) => [-low, high]))
  const width = printed.high - printed.low + expected.high - expected.low
  return Math.min(1, width / (2 * largest))
}

/** A wallet, a liquidation price or a ratio at random makes a possible rate this often. Chosen. */
const CHANCE_OF_RATE = 0.3

const ofQuote = (
  size: NumberRange,
  pnl: NumberRange,
  entry: NumberRange,
  side: Side,
): NumberRange => times(minus(size, scaled(pnl, side === 'long' ? 1 : -1)), inverseOf(entry))

/** Quantity, entry, mark and PnL: every choice for which PnL = side · quantity · (mark − entry). */
const basesOf = (
  candidates: readonly Candidate[],
  { contract, drift = 0, isQuoted = false }: Pick<RowNumbers, 'contract' | 'drift' | 'isQuoted'>,
) => {
  const plain = candidates.filter(({ number }) => !number.isPercent)
  const prices = plain.filter(isPrice)
  const found: { base: Base; taken: Record<keyof Omit<Base, 'side'>, number>; chance: number }[] =
    []
  const sizes = plain.filter((one) => may(one, 'quantity'))
  const profits = plain.filter((one) => may(one, 'unrealizedPnl'))
  for (const entry of prices.filter((one) => may(one, 'entryPrice'))) {
    for (const mark of prices.filter((one) => may(one, 'markPrice'))) {
      const apart = middle(mark.range) / middle(entry.range)
      if (mark === entry || apart > APART || apart < 1 / APART) continue
      const markPrice = drift === 0 ? mark.range : drifting(mark.range, drift)
      for (const size of sizes) {
        if (size === entry || size === mark || size.number.value.isZero()) continue
        // A size is counted in whole steps: what is printed is exact.
        const counted = exactly(size.number.value.abs().toNumber())
        for (const side of size.number.value.lt(0)
          ? (['short'] as const)
          : (['long', 'short'] as const)) {
          for (const pnl of profits) {
            if (pnl === entry || pnl === mark || pnl === size) continue
            const quantity = isQuoted ? ofQuote(counted, pnl.range, entry.range, side) : counted
            const held = { side, quantity, entryPrice: entry.range }
            const expected = pnlRange(contract, held, markPrice)
            if (quantity.low <= 0 || overlap(expected, pnl.range) === null) continue
            found.push({
              base: {
                side,
                quantity,
                entryPrice: entry.range,
                markPrice,
                unrealizedPnl: pnl.range,
              },
              taken: {
                quantity: size.index,
                entryPrice: entry.index,
                markPrice: mark.index,
                unrealizedPnl: pnl.index,
              },
              chance: chanceOf(pnl.range, expected),
            })
          }
        }
      }
    }
  }
  return found
}

/** No more is needed of a claim than that some number, or none, can stand for it. */
const orNone = (candidates: readonly Candidate[]): (Candidate | null)[] => [...candidates, null]

const isBeyondMark = (side: Side, price: Candidate, mark: NumberRange): boolean =>
  side === 'long' ? price.range.low < mark.high : price.range.high > mark.low

const isBreakEven = ({ side, entryPrice }: Base, { range }: Candidate): boolean => {
  const away = middle(range) / middle(entryPrice) - 1
  return (side === 'long' ? away : -away) >= -1e-6 && Math.abs(away) <= FEES
}

/** Everything else that the identities allow along with one base. */
const completed = (
  question: RowNumbers,
  candidates: readonly Candidate[],
  { base, taken, chance }: ReturnType<typeof basesOf>[number],
): Assignment[] => {
  const { contract } = question
  const leverage = question.leverage?.toNumber() ?? null
  const used = new Set<number>(Object.values(taken))
  const rest = candidates.filter(({ index }) => !used.has(index))
  const percents = rest.filter(({ number }) => number.isPercent)
  const plain = rest.filter(({ number }) => !number.isPercent && number.value.gt(0))
  const prices = plain.filter(isPrice)
  // Margin and PnL are amounts of one asset.
  const asset = question.numbers[taken.unrealizedPnl]?.unit ?? null
  const amounts = plain.filter(({ number }) => number.unit === asset)
  const rois = percents.filter(
    (one) => may(one, 'roi') && leverageByRoi(contract, base, one.range, leverage),
  )
  const initial = (): NumberRange =>
    scaled(notionalRange(contract, base.quantity, base.markPrice), 1 / (leverage ?? 1))
  const chanceOfRest = (
    { roi, margin }: Partial<Record<AssignedField, Candidate | null>>,
    held: Assignment['support'],
  ): number => {
    const byRoi = roi ? chanceOf(base.unrealizedPnl, times(roi.range, initial())) : 1
    const isCross = held.margin?.includes('cross-margin') === true
    const byMargin = isCross && margin ? chanceOf(margin.range, initial()) : 1
    const ranges = isCross ? 0 : (held.margin?.length ?? 0)
    return byRoi * byMargin * CHANCE_OF_RATE ** ranges
  }
  const assignments: Assignment[] = []
  const add = (
    picked: Partial<Record<AssignedField, Candidate | null>>,
    marginHolds: Assignment['marginHolds'],
    support: Assignment['support'],
  ): void => {
    const fields: Assignment['fields'] = { ...taken }
    const held: Assignment['support'] = {}
    for (const [name, candidate] of Object.entries(picked) as [AssignedField, Candidate | null][]) {
      const why = support[name]
      if (candidate === null || why === undefined) continue
      fields[name] = candidate.index
      held[name] = why
    }
    const pnl = 'roi' in fields ? (['pnl', 'roi'] as const) : (['pnl'] as const)
    for (const name of ['quantity', 'markPrice', 'unrealizedPnl'] as const) held[name] = pnl
    held.entryPrice = ['pnl']
    assignments.push({
      side: base.side,
      marginHolds,
      fields,
      support: held,
      chance: chance * chanceOfRest(picked, held),
    })
  }
  for (const roi of rois.length > 0 ? rois : [null]) {
    const ratios = percents.filter(
      (p) => p !== roi && may(p, 'marginRatio') && p.number.value.gte(0),
    )
    for (const breakEvenPrice of orNone(
      prices.filter((p) => may(p, 'breakEvenPrice') && isBreakEven(base, p)),
    )) {
      const beyond = prices.filter(
        (p) =>
          p !== breakEvenPrice &&
          may(p, 'liquidationPrice') &&
          isBeyondMark(base.side, p, base.markPrice),
      )
      for (const margin of orNone(
        amounts.filter((p) => p !== breakEvenPrice && may(p, 'margin')),
      )) {
        const common = { roi, breakEvenPrice, margin }
        const why = { roi: ['roi'], breakEvenPrice: ['fee-side'] } as const
        if (margin === null) {
          add(common, null, why)
          continue
        }
        // At 1x the margin is the notional, and a column of that is no margin at 20x.
        const isCross =
          leverage !== null &&
          leverage > 1 &&
          crossMarginHolds(contract, base, margin.range, leverage)
        if (isCross) {
          add(common, 'initial', { ...why, margin: ['cross-margin'] })
        }
        for (const marginHolds of ['wallet', 'wallet-and-pnl'] as const) {
          const wallet =
            marginHolds === 'wallet' ? margin.range : minus(margin.range, base.unrealizedPnl)
          for (const liquidation of orNone(beyond.filter((p) => p !== margin))) {
            for (const ratio of orNone(ratios)) {
              const claim = {
                wallet,
                liquidationPrice: liquidation?.range ?? null,
                marginRatio: ratio?.range ?? null,
              }
              if (liquidation === null && ratio === null) continue
              if (!isolatedHolds(contract, base, claim)) continue
              const held: Identity[] = [
                ...(liquidation === null ? [] : (['liquidation'] as const)),
                ...(ratio === null ? [] : (['ratio'] as const)),
              ]
              add({ ...common, liquidationPrice: liquidation, marginRatio: ratio }, marginHolds, {
                ...why,
                margin: held,
                liquidationPrice: held,
                marginRatio: held,
              })
            }
          }
        }
      }
    }
  }
  return assignments
}

const digits: ReadonlySet<Identity> = new Set(['pnl', 'roi', 'cross-margin'])

/** Places tied by an identity with no more room than printed digits leave; the rest fits a range. */
const tiedToDigits = ({ fields, support }: Assignment): Set<number> => {
  const tied = (Object.entries(fields) as [AssignedField, number][]).filter(([field]) =>
    support[field]?.some((identity) => digits.has(identity)),
  )
  return new Set(tied.map(([, index]) => index))
}

const isWithin = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size < b.size && [...a].every((index) => b.has(index))

/**
 * Whether a reading says less than another: it ties a part of the same numbers to their digits, or gives
 * a meaning to a part of them only, and ties no more.
 */
const saysLess = (a: Read, b: Read): boolean =>
  isWithin(a.tied, b.tied) || (a.tied.size <= b.tied.size && isWithin(a.used, b.used))

type Read = { one: Assignment; tied: ReadonlySet<number>; used: ReadonlySet<number> }

const sayingMost = (assignments: readonly Assignment[]): Assignment[] => {
  const all = assignments.map((one): Read => ({
    one,
    tied: tiedToDigits(one),
    used: new Set(Object.values(one.fields)),
  }))
  return all.filter((read) => !all.some((other) => saysLess(read, other))).map(({ one }) => one)
}

const commonOf = (assignments: readonly Assignment[]): FieldAssignment['common'] => {
  const [first, ...others] = assignments
  return Object.fromEntries(
    Object.entries(first?.fields ?? {}).filter(([name, index]) =>
      others.every(({ fields }) => fields[name as AssignedField] === index),
    ),
  )
}

/**
 * Which number of a row is which field, by arithmetic alone: all assignments that the identities of
 * the exchange allow within half a unit of each printed digit.
 *
 *     PnL = side · q · (mark − entry)            ROI = PnL · leverage ÷ notional(mark)
 *     ratio · (wallet + PnL) = maintenance margin, wallet + PnL(liquidation) = maintenance margin
 *     cross: margin = notional(mark) ÷ leverage
 *
 * What the assignments agree on is certain, the rest is not. One that says less of the same numbers
 * than another is left out.
 * @throws InvalidFigure a number that is not finite, a leverage that is not positive
 */
export const assignFields = (question: RowNumbers): FieldAssignment => {
  if (question.leverage !== null) mustBePositive('leverage', question.leverage)
  const candidates = question.numbers.map((number, index) => {
    mustBeFinite(`numbers[${String(index)}]`, number.value)
    return { index, number, range: printedRange(number) }
  })
  const all = basesOf(candidates, question).flatMap((base) => completed(question, candidates, base))
  const assignments = all.length > MOST_ASSIGNMENTS ? [] : sayingMost(all)
  const sides = new Set(assignments.map(({ side }) => side))
  const [side] = sides
  const different = new Set(
    assignments.map(({ fields }) => JSON.stringify(Object.entries(fields).sort())),
  )
  return {
    kind:
      different.size === 0 ? 'none' : different.size === 1 && sides.size === 1 ? 'one' : 'several',
    common: commonOf(assignments),
    side: sides.size === 1 && side !== undefined ? side : null,
    assignments,
  }
}
