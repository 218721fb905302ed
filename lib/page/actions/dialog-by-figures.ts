import { only } from '../only'
import type { Decimal } from '@/lib/margin'
import type { MarginDialogReading } from '../action-reading'
import type { Run } from '../dom/runs'
import { type Figures } from '../locate/figures'
import type { NumberField, PositionReading } from '../reading'
import { numberField } from '../scan/number-field'
import { scanNumber } from '../scan/number'
import { type Direction } from './dialog-direction'
import { directionFromEstimate } from './direction-from-estimate'
import { windowBox } from './find-dialogs'
import { stylesFor, typedField } from './typed-field'

export type Known = { dialog: Element; input: Element; runs: readonly Run[]; figures: Figures }

const equals = (field: NumberField, value: Decimal): boolean =>
  'value' in field && field.value.eq(value)

/** The isolated position whose margin the dialog names; `null`: none, or several. */
export const ownerOf = (
  positions: readonly PositionReading[],
  assigned: NumberField,
): PositionReading | null => {
  if (!('value' in assigned)) return null
  return only(
    positions.filter(
      ({ marginMode, margin, wallet }) =>
        marginMode !== 'cross' &&
        (equals(margin, assigned.value) || equals(wallet, assigned.value)),
    ),
  )
}

/**
 * A language without words: it is the dialog in which, next to one field, exactly one isolated position's
 * margin stands, and exactly one price to which the typed amount moves its liquidation price. Before an
 * amount is typed nothing tells it from any other dialog.
 */
export const byFigures = (
  { dialog, input, figures: { labelled, style } }: Known,
  positions: readonly PositionReading[],
): MarginDialogReading | null => {
  const printed = labelled.flatMap(({ figure: { text } }) => {
    const scanned = scanNumber(text, style)
    return scanned.kind === 'number' && scanned.unit !== '' && scanned.unit !== '%'
      ? [{ scanned, field: numberField(scanned, text) }]
      : []
  })
  const owned = printed.flatMap(({ scanned, field }) => {
    const owner = ownerOf(positions, field)
    return owner === null ? [] : [{ owner, scanned, field }]
  })
  const [assigned, ...doubles] = owned
  if (assigned === undefined || doubles.length > 0) return null
  const amount = typedField(input, stylesFor(labelled.map(({ figure }) => figure.text)))
  const moves = printed.flatMap(
    ({ scanned, field }): { direction: Direction; field: NumberField }[] =>
      scanned === assigned.scanned || !('value' in field)
        ? []
        : [{ direction: directionFromEstimate(assigned.owner, { amount, price: field }), field }],
  )
  const [estimate, ...more] = moves.filter(({ direction }) => direction !== null)
  if (estimate === undefined || more.length > 0) return null
  return {
    direction: estimate.direction,
    symbol: assigned.owner.symbol,
    amount,
    asset: assigned.scanned.unit,
    assignedMargin: assigned.field,
    most: { missing: 'unknown' },
    estimatedLiquidationPrice: estimate.field,
    box: windowBox(dialog),
  }
}
