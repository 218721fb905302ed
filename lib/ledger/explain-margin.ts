import type { Decimal } from '@/lib/margin'
import { awaySince, type Change, type Explanation } from './change'
import type { NewEvent } from './events'
import { judgeFunding } from './funding'
import { fundingQuestion } from './funding-question'
import type { Numeral } from './observation'
import { sameMargin, unitOf } from './figures'
import { centered, type Range } from './range'
import { mayHaveSettled } from './settlements'
import { movedAway, walletChange } from './wallet-change'

/** Printed no finer than the Margin column. */
const named = ({ after }: Change, amount: Decimal | null): Numeral | null =>
  amount?.toDecimalPlaces(after.margin?.split('.')[1]?.length ?? 0).toFixed() ?? null

/** When it changed and by how much, and where things stood around it. */
const around = (change: Change, amount: Decimal | null) => ({
  at: change.at,
  awaySince: awaySince(change),
  amount: named(change, amount),
  liquidationBefore: change.episode.figures.liquidationPrice,
  liquidationAfter: change.after.liquidationPrice,
  markPrice: change.seen.markPrice ?? change.episode.markPrice,
  unrealizedPnl: change.seen.unrealizedPnl,
})

export const marginAdded = (
  change: Change,
  { amount, certain }: { amount: Decimal | null; certain: boolean },
): NewEvent => ({ ...around(change, amount), kind: 'margin-added', certain })

export const marginRemoved = (change: Change, amount: Decimal | null): NewEvent => ({
  ...around(change, amount),
  kind: 'margin-removed',
})

const funded = (change: Change, amount: Decimal | null): NewEvent => ({
  at: change.at,
  awaySince: awaySince(change),
  kind: 'funding',
  amount: named(change, amount),
})

/** `amount` > 0 was added, < 0 removed; `rose` decides where no amount can be named. */
const moved = (change: Change, amount: Decimal | null, rose: boolean): NewEvent =>
  (amount?.gt(0) ?? rose)
    ? marginAdded(change, { amount, certain: true })
    : marginRemoved(change, amount?.abs() ?? null)

type Found = { range: Range; amount: Decimal | null; rose: boolean }

/** A rise or fall of the wallet, held against the funding that may have been settled meanwhile. */
const explainAmount = (change: Change, { range, amount, rose }: Found): NewEvent[] => {
  const question = fundingQuestion(change)
  const verdict = judgeFunding(range, question)
  if (verdict.kind === 'funding') return [funded(change, amount)]
  const settled = verdict.settled && centered(verdict.settled).middle
  if (verdict.kind === 'ambiguous') {
    if (rose) return [marginAdded(change, { amount, certain: false })]
    // A settlement was paid, and part of it is not missing: something was added.
    if (settled?.isNeg() === true) return [marginAdded(change, { amount: null, certain: false })]
    // A fall is never asked about, since it is not counted: it is what is likelier.
    if (verdict.likely) return [funded(change, amount)]
  }
  const digit = unitOf(change.after.margin ?? '0')
  const isLost = settled && [settled, ...question.otherSizes].every((one) => one.abs().lte(digit))
  // While somebody looked, it is that of the rise less the settlement, which is not known to the cent.
  const isMixed = !question.away && !isLost && mayHaveSettled(question)
  return [moved(change, isMixed ? null : amount, rose)]
}

const walletQuestion = ({ episode, after }: Change) => ({
  side: episode.side,
  before: episode.figures,
  after,
})

/** What the wallet has changed by may be funding that was settled meanwhile. */
export const mayBeSettled = (change: Change): boolean => {
  const found = walletChange(walletQuestion(change))
  return (
    found.kind === 'seen' && judgeFunding(found.range, fundingQuestion(change)).kind !== 'margin'
  )
}

/** Size and entry stand: whatever moved the wallet was margin or funding. */
export const explainMargin = (change: Change): Explanation => {
  const question = walletQuestion(change)
  const found = walletChange(question)
  if (found.kind === 'unseen') return { kind: 'events', events: [] }
  if (found.kind === 'contradiction') {
    if (!change.settled) return { kind: 'unsettled' }
    // They go on contradicting each other. The price knows the wallet and nothing else: if it stood, it is
    // the Margin column that means something else. If it moved away, the trader is asked.
    const asked = marginAdded(change, { amount: null, certain: false })
    return { kind: 'events', events: movedAway(question) ? [asked] : [] }
  }
  const { range, amount, rose } = found
  const { before, after } = question
  const isPrinted = before.margin !== null && after.margin !== null && after.marginSlack === null
  // One of the two cells has moved, by no more than the last digit of the margin: the other one is old.
  const isStill = isPrinted && sameMargin(before, after)
  const isPriced = before.liquidationPrice !== null && after.liquidationPrice !== null
  const isAlone = isPrinted && isPriced && isStill === (rose !== null)
  if (isAlone && !change.settled) return { kind: 'unsettled' }
  // Or it is nobody's deed.
  if (rose === null || isStill) return { kind: 'events', events: [] }
  return { kind: 'events', events: explainAmount(change, { range, amount, rose }) }
}
