import { inBaseCoin } from './in-base-coin'
import { liquidationIdentity, ratioIdentity } from './liquidation-identities'
import { crossMarginIdentity, pnlIdentity, roiIdentity, sameSign } from './profit-identities'
import { figuresOf, type RawFigure, type RawRow, signed, type Verdict } from './raw-row'

/** A take-profit stands on the winning side of the mark, a stop-loss on the other. */
const stopSides = (row: RawRow): Verdict[] =>
  (['takeProfit', 'stopLoss'] as const).flatMap((name): Verdict[] => {
    const figures = figuresOf(row, name, 'markPrice')
    if (figures === null) return []
    const gain = signed(row.side, figures[name].value.minus(figures.markPrice.value))
    const holds = name === 'takeProfit' ? gain.gt(0) : gain.lt(0)
    return [{ holds, ties: [name], confirms: [] }]
  })

export type RowProof = {
  /** Figures that an identity refutes and none confirms. */
  contradicted: ReadonlySet<RawFigure>
  /** PnL agrees with size, entry and mark; `null`: not all of them are in sight. */
  profitHolds: boolean | null
  /** How many identities were asked, and held. */
  asked: number
  held: number
}

const withoutMark = (verdict: Verdict | null, isEstimate: boolean): Verdict | null => {
  if (verdict === null || !isEstimate) return verdict
  const known = (names: readonly RawFigure[]) => names.filter((name) => name !== 'markPrice')
  return { ...verdict, ties: known(verdict.ties), confirms: known(verdict.confirms) }
}

const proveInBaseCoin = (row: RawRow): RowProof => {
  const profit = pnlIdentity(row)
  // A size in quote ÷ mark × mark is that size again, whatever the mark: these two do not know it.
  const isEstimate = row.quoteSize !== null
  const roi = withoutMark(roiIdentity(row), isEstimate)
  const verdicts = [
    profit,
    roi,
    sameSign(row),
    withoutMark(crossMarginIdentity(row), isEstimate),
    liquidationIdentity(row),
    ratioIdentity(row),
    ...stopSides(row),
  ].filter((verdict) => verdict !== null)
  const held = verdicts.filter(({ holds }) => holds)
  const confirmed = new Set(held.flatMap(({ confirms }) => confirms))
  const suspects = verdicts.filter(({ holds }) => !holds).flatMap(({ ties }) => ties)
  // What is printed as mark may be the liquidation price. ROI knows the mark; of cross, nothing the other.
  const marked = row.marginMode === 'isolated' && roi?.holds === true && !isEstimate
  if (profit?.holds === false && !marked) suspects.push('liquidationPrice')
  return {
    contradicted: new Set(suspects.filter((name) => !confirmed.has(name))),
    profitHolds: profit?.holds ?? null,
    asked: verdicts.length,
    held: held.length,
  }
}

/**
 * Every identity that the figures in sight allow is asked. Whatever takes part in one that fails, and
 * is not confirmed by another, is refuted: which of them is wrong cannot be known.
 */
export const proveRow = (row: RawRow): RowProof => {
  const known = proved.get(row)
  if (known !== undefined) return known
  const proofs = inBaseCoin(row).map(proveInBaseCoin)
  const proof =
    proofs.find(({ contradicted }) => contradicted.size === 0) ?? proofs[0] ?? proveInBaseCoin(row)
  proved.set(row, proof)
  return proof
}

/** A row that stands still is asked about with every reading of the page. */
const proved = new WeakMap<RawRow, RowProof>()
