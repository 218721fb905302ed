import { powerOfTen } from '@/lib/margin'
import type { DialogFacts, PositionFacts } from '../facts/facts'
import { printed, type PrintedPrice } from '../facts/figure'

type Question = {
  dialog: Pick<DialogFacts, 'symbol' | 'asset' | 'assignedMargin'>
  /** Those in sight. */
  positions: readonly PositionFacts[]
  /** Whether these are all that are open. */
  complete: boolean
}

/** Equal to the digits that both print. `null`: one of them is unknown. */
const isSame = (a: PrintedPrice, b: PrintedPrice): boolean | null => {
  const [one, other] = [printed(a), printed(b)]
  if (one === null || other === null) return null
  const unit = powerOfTen(-Math.min(one.decimals, other.decimals))
  return one.value.minus(other.value).abs().lte(unit)
}

/**
 * The position that the dialog was opened for, or `null`: figures of another position would be worse
 * than none. A margin alone may belong to a row that is out of sight.
 */
export const positionForDialog = ({
  dialog,
  positions,
  complete,
}: Question): PositionFacts | null => {
  if (!complete && dialog.symbol === null) return null
  const possible = positions.filter(
    ({ symbol, marginMode, marginAsset }) =>
      marginMode !== 'cross' &&
      (dialog.symbol === null || dialog.symbol === symbol) &&
      (dialog.asset === null || marginAsset === null || dialog.asset === marginAsset),
  )
  const agreeing = possible.filter(({ margin, wallet }) => {
    const answers = [isSame(dialog.assignedMargin, margin), isSame(dialog.assignedMargin, wallet)]
    // Refuted only by a figure that is there: a hidden column refutes nothing.
    return answers.includes(true) || !answers.includes(false)
  })
  const [only = null, ...others] = agreeing
  if (only === null || others.length > 0 || only.marginMode !== 'isolated') return null
  // The other leg of a hedge may be out of sight: then the margin has to say which one it is.
  const told = [only.margin, only.wallet].some(
    (figure) => isSame(dialog.assignedMargin, figure) === true,
  )
  return complete || told ? only : null
}
