import type { Decimal } from '@/lib/margin'
import type { BracketEstimate } from '@/lib/margin/preview'
import type { Backing } from '../position/backing'
import type { StopAnswer } from '../position/stop-answer'
import type { DialogFacts, EpisodeFacts, PositionFacts } from '../facts/facts'
import { effectOf } from '../planning/effect-of'
import { known, knownPositive, printedPrice } from '../facts/figure'
import type { Limits } from '../limits/limits'
import { whatIf, type WhatIf } from '../planning/what-if'

export type MarginChangeQuestion = {
  dialog: DialogFacts
  position: PositionFacts
  /** `null` until the second look. */
  episode: EpisodeFacts | null
  estimate: BracketEstimate
  limits: Limits
  backing: Pick<Backing, 'capital' | 'available'>
}

export type MarginChange = WhatIf & {
  direction: 'add' | 'remove' | null
  /** Signed: > 0 adds. `null` while none is typed, or it is not clear which way. */
  change: Decimal | null
  /** The amount typed ÷ capital. */
  changeShare: Decimal | null
  /** What stays as it is, > 0; `null`: no loss, or not known. */
  loss: Decimal | null
  /** Which addition this would be; `null`: none, or not known. */
  addition: { number: number; allowed: number; past: boolean } | null
  /** What the dialog lets in at most, where the amount is above that; else `null`. */
  overMost: Decimal | null
  /** Distance that 1 % of capital buys; `null`: not known. */
  effectPerPercent: Decimal | null
}

/** What a change is weighed by. */
export type Weighed = {
  change: MarginChange
  position: PositionFacts
  stop: StopAnswer
  limits: Limits
}

const changeOf = ({ direction, amount }: DialogFacts): Decimal | null => {
  const typed = knownPositive(amount)
  if (direction === null || typed === null) return null
  return direction === 'add' ? typed : typed.neg()
}

/** What the amount in the dialog would change, and what it would not. */
export const marginChange = (question: MarginChangeQuestion): MarginChange => {
  const { dialog, position, episode, estimate, limits, backing } = question
  const change = changeOf(dialog)
  const capital = knownPositive(backing.capital)
  const pnl = known(position.unrealizedPnl)
  const most = known(dialog.most)
  const number = (episode?.marginAdditions ?? 0) + 1
  const allowed = limits.maxMarginAdditions
  const pageEstimate = printedPrice(dialog.estimatedLiquidationPrice)
  return {
    ...whatIf({ position, backing, estimate, change, pageEstimate }),
    direction: dialog.direction,
    change,
    changeShare: change !== null && capital !== null ? change.abs().div(capital) : null,
    loss: pnl?.isNeg() ? pnl.neg() : null,
    addition:
      episode === null || dialog.direction !== 'add'
        ? null
        : { number, allowed, past: number > allowed },
    overMost: most !== null && change?.abs().gt(most) === true ? most : null,
    effectPerPercent: capital === null ? null : effectOf(position, estimate, capital.div(100)),
  }
}
