import { Decimal } from '@/lib/margin'
import type { BracketEstimate } from '@/lib/margin/preview'
import type { Backing } from '../position/backing'
import type { DialogFacts } from './dialog-facts'
import { effectOfMargin } from '../planning/effect-of-margin'
import type { EpisodeFacts, PositionFacts } from '../facts/facts'
import { known, knownPositive, type MissingReason } from '../facts/figure'
import type { Limits } from '../limits/limits'
import { type LiquidationAfter, liquidationAfter } from '../planning/liquidation-after'
import { printedPrice } from '../facts/printed'
import { rowEvidenceOf } from '../facts/row-evidence-of'

export type MarginChangeQuestion = {
  dialog: DialogFacts
  position: PositionFacts
  /** `null` until the second look. */
  episode: EpisodeFacts | null
  estimate: BracketEstimate
  limits: Limits
  backing: Pick<Backing, 'capital' | 'available'>
}

export type MarginChange = {
  direction: 'add' | 'remove' | null
  /** Signed: > 0 adds. `null` while none is typed, or it is not clear which way. */
  change: Decimal | null
  after: LiquidationAfter | null
  atStake: { before: Decimal | null; after: Decimal | null }
  capitalShare: { before: Decimal | null; after: Decimal | null }
  /** Why there is no share; `null`: there is a capital to measure by. */
  noShare: MissingReason | null
  /** The amount typed ÷ capital. */
  changeShare: Decimal | null
  /** What stays as it is, > 0; `null`: no loss, or not known. */
  loss: Decimal | null
  /** Which addition this would be; `null`: none, or not known. */
  addition: { number: number; allowed: number; past: boolean } | null
  /** By how much the free futures balance falls short; `null`: not known. */
  short: Decimal | null
  /** What the dialog lets in at most, where the amount is above that; else `null`. */
  overMost: Decimal | null
  /** Distance that 1 % of capital buys; `null`: not known. */
  effectPerPercent: { distance: Decimal; assumes: LiquidationAfter['assumes'] } | null
}

const changeOf = ({ direction, amount }: DialogFacts): Decimal | null => {
  const typed = knownPositive(amount)
  if (direction === null || typed === null) return null
  return direction === 'add' ? typed : typed.neg()
}

/** By the account card, and only in the same asset: the dialog's maximum has other reasons too. */
const shortOf = (change: Decimal | null, available: Decimal | null): Decimal | null =>
  change?.gt(0) && available !== null ? Decimal.max(0, change.minus(available)) : null

const effectOf = (
  { position, estimate }: MarginChangeQuestion,
  capital: Decimal | null,
): MarginChange['effectPerPercent'] => {
  const effect = capital === null ? null : effectOfMargin(position, estimate, capital.div(100))
  return effect?.distance ? { distance: effect.distance, assumes: effect.assumes } : null
}

/** What the amount in the dialog would change, and what it would not. */
export const marginChange = (question: MarginChangeQuestion): MarginChange => {
  const { dialog, position, episode, estimate, limits, backing } = question
  const change = changeOf(dialog)
  const capital = knownPositive(backing.capital)
  const over = (amount: Decimal | null): Decimal | null =>
    amount !== null && capital !== null ? amount.div(capital) : null
  const row = rowEvidenceOf(position)
  const before = known(position.wallet)
  const left = before !== null && change !== null ? before.plus(change) : null
  const after = left?.isNeg() ? null : left
  const pnl = known(position.unrealizedPnl)
  const most = known(dialog.most)
  const number = (episode?.marginAdditions ?? 0) + 1
  const allowed = limits.maxMarginAdditions
  return {
    direction: dialog.direction,
    change,
    after:
      row === null || change === null
        ? null
        : liquidationAfter({
            row,
            estimate,
            change,
            pageEstimate: printedPrice(dialog.estimatedLiquidationPrice),
          }),
    atStake: { before, after },
    capitalShare: { before: over(before), after: over(after) },
    noShare: 'missing' in backing.capital ? backing.capital.missing : null,
    changeShare: over(change?.abs() ?? null),
    loss: pnl?.isNeg() ? pnl.neg() : null,
    addition:
      episode === null || dialog.direction !== 'add'
        ? null
        : { number, allowed, past: number > allowed },
    short: shortOf(change, backing.available),
    overMost: most !== null && change?.abs().gt(most) === true ? most : null,
    effectPerPercent: effectOf(question, capital),
  }
}
