import { Decimal } from '@/lib/margin'
import {
  checkLimits,
  limitNames,
  type LimitName,
  limitRules,
  type LimitRule,
  type Limits,
} from './limits'

/** Looser limits that wait for their hour: the whole set as the trader wants it, and from when on. */
export type WaitingLimits = { limits: Limits; due: number }

type Held = { limits: Limits; waiting: WaitingLimits | null }

type Change = {
  current: Limits
  waiting: WaitingLimits | null
  wanted: Limits
  /** No position is open: nothing is at stake that a limit could be loosened for. */
  flat: boolean
  now: number
}

/** Against another figure that means the same; a capital that is read off the page is no figure. */
const isLooser = (limit: LimitName, from: Limits, to: Limits): boolean => {
  const [before, after] = [from[limit], to[limit]]
  const { stricter }: LimitRule = limitRules[limit]
  if (typeof before === 'boolean') return stricter === 'on' && before && after === false
  if (before === null || after === null || typeof after === 'boolean') return false
  const order = new Decimal(after).cmp(before)
  return (stricter === 'lower' && order > 0) || (stricter === 'higher' && order < 0)
}

/** The limits that are looser in `to` than in `from`. */
export const loosened = (from: Limits, to: Limits): LimitName[] =>
  limitNames.filter((limit) => isLooser(limit, from, to))

const withOld = (wanted: Limits, old: Limits, names: readonly LimitName[]): Limits => ({
  ...wanted,
  ...Object.fromEntries(names.map((name) => [name, old[name]])),
})

/**
 * A change of limits under the promise to hold them: what is stricter counts at once, what is looser
 * waits for `loosenDelay`. Without the promise, or with no position open, all of it counts at once.
 */
export const changeLimits = ({ current, waiting, wanted, flat, now }: Change): Held => {
  if (!current.holdLimits || flat) return { limits: wanted, waiting: null }
  const names = loosened(current, wanted)
  if (names.length === 0) {
    if (waiting === null) return { limits: wanted, waiting: null }
    // What waits stays as it was asked for; what became stricter meanwhile is stricter then as well.
    const kept = withOld(wanted, waiting.limits, loosened(current, waiting.limits))
    const still = loosened(wanted, kept).length > 0 && checkLimits(kept).length === 0
    return { limits: wanted, waiting: still ? { limits: kept, due: waiting.due } : null }
  }
  const strict = withOld(wanted, current, names)
  return {
    limits: checkLimits(strict).length === 0 ? strict : current,
    waiting: { limits: wanted, due: now + current.loosenDelay },
  }
}

/** The limits that count at this moment. */
export const limitsAt = (limits: Limits, waiting: WaitingLimits | null, now: number): Limits =>
  waiting !== null && now >= waiting.due ? waiting.limits : limits
