import type { PageTruth, PositionField, PositionTruth } from '../truth.ts'
import { allStories, type Clues, isPossible, type Story } from './stories.ts'

/** What is judged of one position: its printed fields, and what follows from them. */
export type JudgedField = PositionField | 'side' | 'marginMode' | 'wallet'

const clues = ({ printed, size }: PositionTruth): Clues => ({ ...printed, size })

const storiesOf = (truth: PositionTruth, row: Clues, signsAreSeen: boolean): Story[] =>
  allStories.filter(
    (story) =>
      (!(truth.saysSide || (signsAreSeen && truth.size !== null)) || story.side === truth.side) &&
      (!truth.saysMode || story.marginMode === truth.marginMode) &&
      isPossible(row, truth, story),
  )

const agree = (stories: readonly Story[], key: keyof Story): boolean =>
  stories.length > 0 && new Set(stories.map((story) => story[key])).size === 1

/** Each with the figures that it ties together; the leverage always stands beside the symbol. */
const identities: readonly { fields: readonly PositionField[]; mode?: Story['marginMode'] }[] = [
  { fields: ['quantity', 'entryPrice', 'markPrice', 'unrealizedPnl'] },
  { fields: ['quantity', 'markPrice', 'unrealizedPnl', 'roi'] },
  { fields: ['quantity', 'markPrice', 'margin'], mode: 'cross' },
  { fields: ['quantity', 'entryPrice', 'margin', 'liquidationPrice'], mode: 'isolated' },
  { fields: ['quantity', 'entryPrice', 'markPrice', 'margin', 'marginRatio'], mode: 'isolated' },
]

const isFigure = (truth: PositionTruth, field: PositionField): boolean =>
  truth.printed[field]?.is === 'figure'

/** Fields that the arithmetic of the rows can name where no word does. */
const namedByArithmetic = ({ positions }: PageTruth): Set<PositionField> => {
  const asked = identities.filter(({ fields, mode }) =>
    positions.some(
      (truth) =>
        (mode === undefined || mode === truth.marginMode) &&
        fields.every((field) => isFigure(truth, field)),
    ),
  )
  return new Set(asked.length < 3 ? [] : asked.flatMap(({ fields }) => fields))
}

const prices = ['entryPrice', 'breakEvenPrice', 'markPrice', 'liquidationPrice'] as const

/** Pairs of these price columns that could as well be each other: no row contradicts the exchange. */
const exchangeable = (
  { positions }: PageTruth,
  columns: readonly PositionField[],
): Set<PositionField> => {
  const found = new Set<PositionField>()
  for (const [at, one] of columns.entries()) {
    for (const other of columns.slice(at + 1)) {
      const isPossibleExchanged = positions.every((truth) => {
        const row = clues(truth)
        if (row[one] === undefined || row[other] === undefined) return false
        const exchanged = { ...row, [one]: row[other], [other]: row[one] }
        return allStories.some((story) => isPossible(exchanged, truth, story))
      })
      if (isPossibleExchanged && positions.length > 0) found.add(one).add(other)
    }
  }
  return found
}

/** Whether word or arithmetic says what a column holds. */
const namesOf = (page: PageTruth): ((field: PositionField) => boolean) => {
  if (page.knowsWords && page.unknownTitles.length === 0) return () => true
  const isUnknown = (field: PositionField) =>
    field !== 'leverage' && (!page.knowsWords || page.unknownTitles.includes(field))
  const named = namedByArithmetic(page)
  for (const field of exchangeable(page, prices.filter(isUnknown))) named.delete(field)
  return (field) => !isUnknown(field) || named.has(field)
}

/**
 * Which figures a person can tell from the page. A rule of its own, so that nothing is excused that
 * could be read:
 * - side and mode: a word or a sign says them, or of all four stories (long or short, isolated or
 *   cross) those that no identity of the exchange contradicts agree. Another row's minus says that
 *   this page signs its sizes.
 * - quantity: the size is in coin or contracts; in quote it follows from a price that is in sight, or
 *   from entry and PnL.
 * - that there is no stop: both columns for stops are in sight.
 * - wallet: the margin of a position that can be told to be isolated.
 * - under a title that is in no dictionary: what at least three identities tie together, and no two
 *   of the price columns could be exchanged. Break-even, funding and stops obey no identity.
 */
export const tellableIn = (page: PageTruth): ((truth: PositionTruth) => Set<JudgedField>) => {
  const signsAreSeen = page.positions.some(
    ({ size }) => size?.is === 'figure' && size.digits.startsWith('-'),
  )
  const canBeNamed = namesOf(page)
  const has = (truth: PositionTruth, field: PositionField): boolean =>
    truth.printed[field] !== undefined && truth.printed[field].is !== 'hidden' && canBeNamed(field)

  return (truth) => {
    const fields = new Set<JudgedField>(
      (Object.keys(truth.printed) as PositionField[]).filter((field) => has(truth, field)),
    )
    const isPriced =
      isFigure(truth, 'markPrice') ||
      (isFigure(truth, 'entryPrice') && isFigure(truth, 'unrealizedPnl'))
    const needsPrice = truth.sizeUnit === 'quote' || truth.sizeUnit === 'coin of COIN-M'
    if (needsPrice && !isPriced) fields.delete('quantity')
    if (truth.printed.stopLoss?.is === 'none' && !truth.seesAllStops) fields.delete('stopLoss')
    const row = Object.fromEntries(
      Object.entries(clues(truth)).filter(
        ([field]) => field === 'size' || canBeNamed(field as PositionField),
      ),
    ) as Clues
    const stories = storiesOf(truth, row, signsAreSeen)
    const isSigned = signsAreSeen && truth.size !== null
    if (truth.saysSide || isSigned || agree(stories, 'side')) fields.add('side')
    if (truth.saysMode || agree(stories, 'marginMode')) {
      fields.add('marginMode')
      if (truth.marginMode === 'isolated' && has(truth, 'margin')) fields.add('wallet')
    }
    return fields
  }
}
