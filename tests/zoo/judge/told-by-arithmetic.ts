import type { PageTruth, PositionTruth } from '../truth.ts'
import { bases, type Clues, likelihoodOf, type Story } from './stories.ts'

/** What a row could be the row of, by its words and signs, and what it prints. */
export type ToldRow = { truth: PositionTruth; clues: Clues; stories: readonly Story[] }

type Field = keyof Clues

/** One in a hundred thousand: a person tries a hundred ways, and is mistaken once in a thousand times. */
const SURE = Math.log(1e5)

/** As many rows as a person would put into a calculator. */
const MOST_ROWS = 12

/** Fees part break-even and entry by no more. */
const FEES = 0.004

const prices: readonly Field[] = ['entryPrice', 'breakEvenPrice', 'markPrice', 'liquidationPrice']

/** Columns that look alike: what stands in one could be what stands in the other. */
const kindsOf = ({ positions: [first] }: PageTruth): readonly (readonly Field[])[] => {
  const isAmount = first?.sizeUnit === 'quote' || first?.sizeUnit === 'coin of COIN-M'
  return [
    prices,
    ['margin', 'unrealizedPnl', 'estimatedFunding', ...(isAmount ? (['size'] as const) : [])],
    ['marginRatio', 'roi'],
    ['size'],
  ]
}

type Change = (clues: Clues) => Clues

/** Break-even near an entry that is not in sight, and the other way round. */
const asBreakEven: Change = (clues) => {
  const entry = clues.entryPrice
  if (entry?.is !== 'figure') return clues
  // So many digits fewer that the last one left is about the fees.
  const digits = Math.max(0, Math.floor(-Math.log10(entry.value * FEES)))
  return { ...clues, entryPrice: { ...entry, digits: entry.value.toFixed(digits) } }
}

/** By how much all rows speak for what the columns mean; `change`: if they meant something else. */
const evidenceFor = (rows: readonly ToldRow[], change: Change = (clues) => clues): number =>
  Math.max(
    ...bases.map((basis) =>
      rows.reduce((sum, { truth, clues, stories }) => {
        const changed = change(clues)
        const likelihoods = stories.map((story) =>
          likelihoodOf(changed, truth, { ...story, basis }),
        )
        const mean = likelihoods.reduce((all, one) => all + one, 0) / stories.length
        return sum + Math.log(mean)
      }, 0),
    ),
  )

/** What the column of `field` could be instead. */
const otherMeanings = (
  field: Field,
  { others, isBreakEvenKnown }: { others: readonly Field[]; isBreakEvenKnown: boolean },
): Change[] => {
  // In one cell with its PnL a percentage goes where that goes.
  const without = (clues: Clues, gone: Field): Clues =>
    gone === 'unrealizedPnl'
      ? { ...clues, unrealizedPnl: undefined, roi: undefined }
      : gone === 'size'
        ? { ...clues, size: null }
        : { ...clues, [gone]: undefined }
  return [
    (clues) => without(clues, field),
    ...(field === 'entryPrice' && !isBreakEvenKnown ? [asBreakEven] : []),
    ...others.flatMap((other): Change[] => [
      (clues) => ({ ...clues, [field]: clues[other], [other]: clues[field] }),
      (clues) => ({ ...without(clues, other), [field]: clues[other] }),
    ]),
  ]
}

/**
 * Which of the columns without a known title the arithmetic tells: what it says of them as they are meant
 * is far likelier than with one of them left out, or exchanged for one that looks like it.
 */
export const toldByArithmetic = (
  page: PageTruth,
  { rows, isUnknown }: { rows: readonly ToldRow[]; isUnknown: (field: Field) => boolean },
): Set<Field> => {
  const asked = rows.slice(0, MOST_ROWS)
  const isInView = (field: Field) =>
    asked.some(({ clues }) => clues[field] !== undefined && clues[field] !== null)
  const isBreakEvenKnown = isInView('breakEvenPrice') && !isUnknown('breakEvenPrice')
  const meant = evidenceFor(asked)
  const told = new Set<Field>()
  for (const kind of kindsOf(page)) {
    const unknown = kind.filter((field) => isUnknown(field) && isInView(field))
    for (const field of unknown) {
      const others = unknown.filter((other) => other !== field)
      const isTold = otherMeanings(field, { others, isBreakEvenKnown }).every(
        (change) => evidenceFor(asked, change) < meant - SURE,
      )
      if (isTold) told.add(field)
    }
  }
  // What is counted in the coin of the pair is the size.
  if (page.positions.some(({ sizeUnit }) => sizeUnit === 'coin')) told.add('size')
  return told
}
