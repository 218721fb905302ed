import { assetClass, Decimal } from '@/lib/margin'
import {
  checkLimits,
  limitNames,
  type LimitName,
  limitRules,
  type LimitRule,
  type Limits,
} from '../limits/limits'
import { typedMoney } from '../facts/money'

/** One looser limit that waits for its hour. */
export type LimitWish = { limit: LimitName; value: Limits[LimitName]; due: number }

/** One for each limit at most, each with an hour of its own. */
export type WaitingLimits = readonly LimitWish[]

type Held = { limits: Limits; waiting: WaitingLimits }

type Change = {
  current: Limits
  waiting: WaitingLimits
  wanted: Limits
  /** No position is open: nothing is at stake that a limit could be loosened for. */
  flat: boolean
  now: number
}

/**
 * A larger capital makes every share smaller. What is read off the page is no figure here, and one asset
 * says nothing about another: only less of the same is certainly no looser.
 */
const isLooserCapital = (from: Limits['capital'], to: Limits['capital']): boolean => {
  const [before, after] = [typedMoney(from), typedMoney(to)]
  if (before === null || after === null) return before !== after
  return assetClass(before.asset) !== assetClass(after.asset) || after.amount.gt(before.amount)
}

const isLooser = (limit: LimitName, from: Limits, to: Limits): boolean => {
  if (limit === 'capital') return isLooserCapital(from.capital, to.capital)
  const [before, after] = [from[limit], to[limit]]
  // Every switch is stricter when it is on.
  if (typeof before === 'boolean' || typeof after === 'boolean') return before === true && !after
  const { stricter }: LimitRule = limitRules[limit]
  const order = new Decimal(after).cmp(before)
  return (stricter === 'lower' && order > 0) || (stricter === 'higher' && order < 0)
}

/** The limits that are looser in `to` than in `from`. */
export const loosened = (from: Limits, to: Limits): LimitName[] =>
  limitNames.filter((limit) => isLooser(limit, from, to))

/** The limits that `to` says something new about. */
export const changed = (from: Limits, to: Limits): LimitName[] =>
  limitNames.filter((limit) => JSON.stringify(from[limit]) !== JSON.stringify(to[limit]))

const withWishes = (limits: Limits, wishes: readonly Omit<LimitWish, 'due'>[]): Limits => ({
  ...limits,
  ...Object.fromEntries(wishes.map(({ limit, value }) => [limit, value])),
})

/** With those of these names from elsewhere. */
export const withThose = (limits: Limits, names: readonly LimitName[], from: Limits): Limits =>
  withWishes(
    limits,
    names.map((limit) => ({ limit, value: from[limit] })),
  )

/**
 * A change of limits under the promise to hold them: what is stricter counts at once, what is looser
 * waits for `loosenDelay`, and what waited already goes on waiting, unless this is a new word on it.
 * Without the promise, or with no position open, all of it counts at once.
 */
export const changeLimits = ({ current, waiting, wanted, flat, now }: Change): Held => {
  if (!current.holdLimits || flat) return { limits: wanted, waiting: [] }
  const looser = loosened(current, wanted)
  const limits = withThose(wanted, looser, current)
  const said = changed(current, wanted)
  const earlier = waiting.filter(
    ({ limit, value }) =>
      !said.includes(limit) && isLooser(limit, limits, { ...limits, [limit]: value }),
  )
  const due = now + current.loosenDelay
  const asked = looser.map((limit): LimitWish => ({ limit, value: wanted[limit], due }))
  return { limits, waiting: [...earlier, ...asked] }
}

/**
 * The limits that count at this moment. A wish that no longer fits what has become stricter
 * meanwhile is dropped: a remark from 12 % on, where the limit is 6 % by now.
 */
export const limitsAt = (limits: Limits, waiting: WaitingLimits, now: number): Limits => {
  let due = waiting.filter((wish) => now >= wish.due)
  while (due.length > 0) {
    const after = withWishes(limits, due)
    const problems = checkLimits(after)
    if (problems.length === 0) return after
    const named = new Set(
      problems.flatMap((problem) =>
        problem.problem === 'above' ? [problem.limit, problem.other] : [problem.limit],
      ),
    )
    const fitting = due.filter(({ limit }) => !named.has(limit))
    due = fitting.length < due.length ? fitting : []
  }
  return limits
}

/** Those whose hour has not come. */
export const stillWaiting = (waiting: WaitingLimits, now: number): WaitingLimits =>
  waiting.filter(({ due }) => now < due)

/**
 * The first shape of what waited was a whole set of limits with one hour: a wish for each of them. Those
 * that are not looser than what counts by then change nothing.
 */
export const wishesOfSet = (limits: Limits, due: number): WaitingLimits =>
  limitNames.map((limit) => ({ limit, value: limits[limit], due }))
