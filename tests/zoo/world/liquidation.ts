import { searchLiquidation } from '../../practice-exchange/engine/search-liquidation.ts'
import { type Leg, maintenanceAt, pnlAt } from './arithmetic.ts'

type MarkedLeg = Leg & { mark: number }

/** Below half of the last digit that the page prints there is no price. */
const printable = ({ contract }: Leg, price: number | null): number | null =>
  price === null || price < 0.5 * 10 ** -contract.priceDigits ? null : price

/** Where what is left of the wallet no longer covers the maintenance margin. */
export const isolatedLiquidation = (leg: MarkedLeg, wallet: number): number | null =>
  printable(
    leg,
    searchLiquidation(leg.mark, (price) => wallet + pnlAt(leg, price) - maintenanceAt(leg, price)),
  )

/** One balance and the cross positions that stand on it. */
export type CrossBalance = { legs: readonly MarkedLeg[]; wallet: number }

/** One price for both legs of a contract; the others stand at their marks. */
export const crossLiquidation = ({ legs, wallet }: CrossBalance, leg: MarkedLeg): number | null => {
  const isMoved = ({ contract }: Leg) => contract.symbol === leg.contract.symbol
  const moved = legs.filter(isMoved)
  const standing = legs
    .filter((each) => !isMoved(each))
    .reduce((sum, each) => sum + pnlAt(each, each.mark) - maintenanceAt(each, each.mark), wallet)
  return printable(
    leg,
    searchLiquidation(leg.mark, (price) =>
      moved.reduce((sum, each) => sum + pnlAt(each, price) - maintenanceAt(each, price), standing),
    ),
  )
}
