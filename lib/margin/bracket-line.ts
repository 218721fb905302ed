import { minus, type NumberRange, overlap, scaled, widened } from './number-range'
import type { CurvePoint } from './row-evidence'
import { type FloorKind, GREATEST_STEP, possibleFloors, RATE_LADDER } from './rate-ladder'

/** A bracket as far as it is known: margin = rate · notional − amount. */
export type BracketLine = { rate: number; amount: NumberRange }

/** Amounts that put a point on a line of this rate. */
export const amountAt = ({ notional, margin }: CurvePoint, rate: number): NumberRange =>
  minus(scaled(notional, rate), margin)

/** More places than these are not searched: the question is then left open. */
const MOST_FLOORS = 150

const neighbours = RATE_LADDER.map((rate) => ({
  rate,
  above: RATE_LADDER.filter((next) => next > rate && next <= rate * GREATEST_STEP * 1.001),
  below: RATE_LADDER.filter((next) => next < rate && next * GREATEST_STEP * 1.001 >= rate),
}))

type States = Map<number, NumberRange>

const keep = (states: States, rate: number, amount: NumberRange): void => {
  const known = states.get(rate)
  states.set(
    rate,
    known === undefined
      ? amount
      : { low: Math.min(known.low, amount.low), high: Math.max(known.high, amount.high) },
  )
}

/** Every bracket that can follow at a floor; the line turns there without a jump. */
const turn = (states: States, floor: number, towards: 'above' | 'below'): void => {
  const before = new Map(states)
  for (const { rate, [towards]: following } of neighbours) {
    const amount = before.get(rate)
    if (amount === undefined) continue
    for (const next of following) {
      const step = floor * (next - rate)
      const turned = widened(amount.low + step, amount.high + step)
      if (turned.high >= 0) keep(states, next, { low: Math.max(0, turned.low), high: turned.high })
    }
  }
}

const pass = (states: States, point: CurvePoint): States => {
  const passed: States = new Map()
  for (const [rate, amount] of states) {
    const kept = overlap(amount, amountAt(point, rate))
    if (kept !== null) passed.set(rate, kept)
  }
  return passed
}

/** Every bracket that might hold a point. */
const statesAt = (point: CurvePoint): States => {
  const states: States = new Map()
  for (const rate of RATE_LADDER) {
    const { low, high } = amountAt(point, rate)
    if (high >= 0) states.set(rate, { low: Math.max(0, low), high })
  }
  return states
}

/**
 * Brackets that may hold a notional, coming from points on one side of it and turning at round floors
 * only. Begins at the farthest point with every rate, and keeps what each next point allows. `null`:
 * nothing is excluded (no point, or too many floors to search).
 */
const arriving = (
  pointsFarFirst: readonly CurvePoint[],
  at: NumberRange,
  kind: FloorKind,
  towards: 'above' | 'below',
): States | null => {
  const [first, ...rest] = pointsFarFirst
  if (first === undefined) return null
  let states = statesAt(first)
  let edge = first.notional
  for (const next of [...rest.map(({ notional, margin }) => ({ notional, margin })), null]) {
    const target = next?.notional ?? at
    const floors =
      towards === 'above'
        ? possibleFloors(kind, edge.low, target.high, MOST_FLOORS)
        : possibleFloors(kind, target.low, edge.high, MOST_FLOORS)?.reverse()
    if (floors === null || floors === undefined) return null
    for (const floor of floors) turn(states, floor, towards)
    if (next === null) break
    states = pass(states, next)
    edge = next.notional
  }
  return states
}

/**
 * The lines of which one is the bracket at a notional, given other points of the curve: brackets turn
 * only upwards (maintenance margin is convex), and only where exchanges let them begin.
 */
export const narrowLines = (
  lines: readonly BracketLine[],
  at: NumberRange,
  points: readonly CurvePoint[],
  kind: FloorKind,
): BracketLine[] => {
  const below = points.filter(({ notional }) => notional.high < at.low)
  const above = points.filter(({ notional }) => notional.low > at.high)
  const fromAbove = arriving(above.toReversed(), at, kind, 'below')
  const fromBelow = arriving(below, at, kind, 'above')
  return lines.flatMap(({ rate, amount }) => {
    let left: NumberRange | null = amount
    for (const states of [fromAbove, fromBelow]) {
      if (states === null || left === null) continue
      const allowed = states.get(rate)
      left = allowed === undefined ? null : overlap(left, allowed)
    }
    return left === null || !isOnOrAbove(points, rate, left) ? [] : [{ rate, amount: left }]
  })
}

/** No point of a convex curve lies below the line that touches it. */
const isOnOrAbove = (points: readonly CurvePoint[], rate: number, amount: NumberRange): boolean =>
  points.every((point) => amountAt(point, rate).low <= amount.high)

/** Whether one line alone, without any bend, goes through all points. */
export const isStraight = (line: BracketLine, points: readonly CurvePoint[]): boolean => {
  let amount: NumberRange | null = line.amount
  for (const point of points) {
    amount = overlap(amount, amountAt(point, line.rate))
    if (amount === null) return false
  }
  return true
}
