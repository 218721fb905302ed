import { type Contract, Decimal, type PositionFigures, powerOfTen, type Side } from '@/lib/margin'
import type { Figures } from './ledger'
import type { Numeral, ObservedPosition } from './observation'
import { commonQuantity, sameQuantity } from './quantity'

export const decimal = (numeral: Numeral): Decimal => new Decimal(numeral)

/** Numeral of a computed figure: at most as fine as eight digits, never an exponent. */
export const numeral = (value: Decimal): Numeral => value.toDecimalPlaces(8).toFixed()

/** A unit of the last printed digit: "59.43" → 0.01. */
export const unitOf = (printed: Numeral): Decimal =>
  powerOfTen(-(printed.split('.')[1]?.length ?? 0))

const contractOf = ({ contractSize }: Pick<Figures, 'contractSize'>): Contract =>
  contractSize === null
    ? { kind: 'linear' }
    : { kind: 'inverse', contractSize: decimal(contractSize) }

/** The position as `lib/margin` wants it. */
export const positionOf = (figures: Figures, side: Side): PositionFigures => ({
  contract: contractOf(figures),
  side,
  quantity: decimal(figures.quantity),
  entryPrice: decimal(figures.entryPrice),
})

/** The page prints zero where there is no liquidation price, or one below its last digit. */
const liquidationOf = ({ liquidationPrice: price }: ObservedPosition) =>
  price !== null && price !== 'none' && decimal(price).isZero() ? 'none' : price

export const figuresOf = (position: ObservedPosition): Figures => ({
  quantity: position.quantity,
  quantityRange: position.quantityRange,
  contractSize: position.contractSize,
  entryPrice: position.entryPrice,
  margin: position.margin,
  marginSlack: position.marginSlack,
  liquidationPrice: liquidationOf(position),
  leverage: position.leverage,
  stopLoss: position.stopLoss,
})

/** One of the two figures that tell of the isolated wallet is in sight. */
export const showsWallet = ({ margin, liquidationPrice }: Figures): boolean =>
  margin !== null || liquidationPrice !== null

type Margin = Pick<Figures, 'margin' | 'marginSlack'>

/** How far a wallet may be from what was read: half of a digit, or what its derivation leaves open. */
const slackOf = ({ margin, marginSlack }: Margin): Decimal =>
  marginSlack === null ? unitOf(margin ?? '0').div(2) : decimal(marginSlack)

/** How far apart two readings of one wallet may be. */
export const marginSlack = (a: Margin, b: Margin): Decimal => slackOf(a).plus(slackOf(b))

/** A wallet that is printed moves only when it changes; one derived from prices trembles with them. */
export const sameMargin = (a: Margin, b: Margin): boolean => {
  if (a.margin === null || b.margin === null || a.margin === b.margin) return true
  const apart = decimal(a.margin).minus(b.margin).abs()
  return a.marginSlack === null && b.marginSlack === null
    ? apart.isZero()
    : apart.lte(marginSlack(a, b))
}

export const sameNumeral = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && a !== 'none' && b !== 'none' && decimal(a).eq(decimal(b)))

export const sameOrHidden = (a: string | null, b: string | null): boolean =>
  a === null || b === null || sameNumeral(a, b)

export const sameStop = (a: Figures['stopLoss'], b: Figures['stopLoss']): boolean =>
  a.state === 'unknown' ||
  b.state === 'unknown' ||
  (a.state === b.state &&
    (a.state !== 'present' || b.state !== 'present' || sameOrHidden(a.price, b.price)))

/**
 * Two looks at the same state of things: nothing that both show differs. The liquidation price and
 * the margin of a cross position move with the whole account and say nothing.
 */
export const sameFigures = (a: Figures, b: Figures, cross: boolean): boolean =>
  sameQuantity(a, b) &&
  sameNumeral(a.entryPrice, b.entryPrice) &&
  sameOrHidden(a.leverage, b.leverage) &&
  sameStop(a.stopLoss, b.stopLoss) &&
  (cross || (sameMargin(a, b) && sameOrHidden(a.liquidationPrice, b.liquidationPrice)))

/** What may be out of sight: `null` is. */
const columnsOf = ({ margin, liquidationPrice, leverage, stopLoss }: Figures) => [
  margin,
  liquidationPrice,
  leverage,
  stopLoss.state === 'present' ? stopLoss.price : stopLoss.state === 'unknown' ? null : 'absent',
]

/** Whatever is in sight in `figures` is so in `state` as well. */
export const showsAsMuch = (state: Figures, figures: Figures): boolean => {
  const shown = columnsOf(state)
  return columnsOf(figures).every((column, index) => column === null || shown[index] !== null)
}

/** What is out of sight keeps its last known value; a size that stands is known better each time. */
export const mergeFigures = (known: Figures, seen: Figures): Figures => ({
  ...seen,
  ...commonQuantity(known, seen),
  margin: seen.margin ?? known.margin,
  marginSlack: seen.margin === null ? known.marginSlack : seen.marginSlack,
  liquidationPrice: seen.liquidationPrice ?? known.liquidationPrice,
  leverage: seen.leverage ?? known.leverage,
  stopLoss: seen.stopLoss.state === 'unknown' ? known.stopLoss : seen.stopLoss,
})

/**
 * After the wallet has changed, what was out of sight meanwhile is no longer known: a margin of
 * before would be counted once more when its column comes back.
 */
export const forgetUnseen = (merged: Figures, seen: Figures): Figures => ({
  ...merged,
  margin: seen.margin,
  marginSlack: seen.marginSlack,
  liquidationPrice: seen.liquidationPrice,
})
