import type { PageTruth, PositionField, PositionTruth } from '../truth.ts'
import { allStories, type Clues, isPossible, type Story } from './stories.ts'
import { toldByArithmetic } from './told-by-arithmetic.ts'

/** What is judged of one position: its printed fields, and what follows from them. */
export type JudgedField = PositionField | 'side' | 'marginMode' | 'wallet'

const clues = ({ printed, size }: PositionTruth): Clues => ({ ...printed, size })

/** What words and signs leave possible. */
const storiesSaid = (truth: PositionTruth, signsAreSeen: boolean): Story[] =>
  allStories.filter(
    (story) =>
      (!(truth.saysSide || (signsAreSeen && truth.size !== null)) || story.side === truth.side) &&
      (!truth.saysMode || story.marginMode === truth.marginMode),
  )

const agree = (stories: readonly Story[], key: keyof Story): boolean =>
  stories.length > 0 && new Set(stories.map((story) => story[key])).size === 1

const isFigure = (truth: PositionTruth, field: PositionField): boolean =>
  truth.printed[field]?.is === 'figure'

/** Whether word or arithmetic says what a column holds. */
const namesOf = (
  page: PageTruth,
  signsAreSeen: boolean,
): ((field: PositionField | 'size') => boolean) => {
  if (page.knowsWords && page.unknownTitles.length === 0) return () => true
  const isUnknown = (field: PositionField | 'size') =>
    field !== 'leverage' &&
    (!page.knowsWords || page.unknownTitles.includes(field === 'size' ? 'quantity' : field))
  const rows = page.positions.map((truth) => ({
    truth,
    clues: clues(truth),
    stories: storiesSaid(truth, signsAreSeen),
  }))
  const told = toldByArithmetic(page, { rows, isUnknown })
  // A size alone makes no row a position.
  const isAlone = !page.knowsWords && told.size === 1 && told.has('size')
  if (isAlone) told.clear()
  return (field) => !isUnknown(field) || told.has(field === 'quantity' ? 'size' : field)
}

/** What the symbol's cell says by itself. */
const ofTheName = new Set<JudgedField>(['leverage', 'side', 'marginMode'])

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
 * - a row of which no figure can be told is no card, whatever its symbol's cell says.
 * - under a title that is in no dictionary: what the arithmetic tells, which is tried with every two
 *   columns that look alike exchanged, and with each left out (`told-by-arithmetic.ts`).
 */
export const tellableIn = (page: PageTruth): ((truth: PositionTruth) => Set<JudgedField>) => {
  const signsAreSeen = page.positions.some(
    ({ size }) => size?.is === 'figure' && size.digits.startsWith('-'),
  )
  const canBeNamed = namesOf(page, signsAreSeen)
  const has = (truth: PositionTruth, field: PositionField): boolean =>
    truth.printed[field] !== undefined && truth.printed[field].is !== 'hidden' && canBeNamed(field)

  return (truth) => {
    const fields = new Set<JudgedField>(
      (Object.keys(truth.printed) as PositionField[]).filter((field) => has(truth, field)),
    )
    const isSeen = (field: PositionField) => isFigure(truth, field) && canBeNamed(field)
    const isPriced = isSeen('markPrice') || (isSeen('entryPrice') && isSeen('unrealizedPnl'))
    const needsPrice = truth.sizeUnit === 'quote' || truth.sizeUnit === 'coin of COIN-M'
    if (needsPrice && !isPriced) fields.delete('quantity')
    if (truth.printed.stopLoss?.is === 'none' && !truth.seesAllStops) fields.delete('stopLoss')
    const row = Object.fromEntries(
      Object.entries(clues(truth)).filter(([field]) => canBeNamed(field as PositionField | 'size')),
    ) as Clues
    const stories = storiesSaid(truth, signsAreSeen).filter((story) =>
      isPossible(row, truth, story),
    )
    const isSigned = signsAreSeen && truth.size !== null
    if (truth.saysSide || isSigned || agree(stories, 'side')) fields.add('side')
    if (truth.saysMode || agree(stories, 'marginMode')) {
      fields.add('marginMode')
      if (truth.marginMode === 'isolated' && has(truth, 'margin')) fields.add('wallet')
    }
    return [...fields].some((field) => !ofTheName.has(field)) ? fields : new Set()
  }
}
