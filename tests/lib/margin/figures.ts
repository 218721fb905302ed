import { type Bracket, Decimal, type PositionFigures, type Side } from '@/lib/margin'

export const d = (value: string | number): Decimal => new Decimal(value)

export const linear = (side: Side, quantity: string, entryPrice: string): PositionFigures => ({
  contract: { kind: 'linear' },
  side,
  quantity: d(quantity),
  entryPrice: d(entryPrice),
})

export const inverse = (
  side: Side,
  quantity: string,
  entryPrice: string,
  contractSize = '100',
): PositionFigures => ({
  contract: { kind: 'inverse', contractSize: d(contractSize) },
  side,
  quantity: d(quantity),
  entryPrice: d(entryPrice),
})

/** Brackets from caps and rates; the maintenance amounts follow from continuity. */
export const ladder = (...steps: readonly (readonly [cap: string, rate: string])[]): Bracket[] => {
  const brackets: Bracket[] = []
  for (const [cap, rate] of steps) {
    const last = brackets.at(-1)
    const notionalFloor = last?.notionalCap ?? d(0)
    brackets.push({
      notionalFloor,
      notionalCap: d(cap),
      maintenanceMarginRate: d(rate),
      maintenanceAmount:
        last === undefined
          ? d(0)
          : last.maintenanceAmount.plus(
              notionalFloor.times(d(rate).minus(last.maintenanceMarginRate)),
            ),
    })
  }
  return brackets
}

/** A table of which one bracket has this rate and amount, with its floor as low as can be. */
export const tableWith = (rate: string, amount: string): Bracket[] => {
  if (d(amount).isZero()) return ladder(['Infinity', rate])
  const first = d(rate).div(1000)
  const floor = d(amount).div(d(rate).minus(first))
  return ladder([floor.toFixed(), first.toFixed()], ['Infinity', rate])
}

/** A made-up table with many brackets, for properties. */
export const longLadder = ladder(
  ['10000', '0.01'],
  ['50000', '0.015'],
  ['200000', '0.02'],
  ['800000', '0.05'],
  ['1600000', '0.1'],
  ['3200000', '0.125'],
  ['6400000', '0.25'],
  ['Infinity', '0.5'],
)
