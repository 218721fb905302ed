import { type Contract, Decimal } from '@/lib/margin'
import type { Figures } from './ledger'
import type { Numeral, ObservedPosition } from './observation'

export const decimal = (numeral: Numeral): Decimal => new Decimal(numeral)

/** Numeral of a computed figure: at most as fine as eight digits, never an exponent. */
export const numeral = (value: Decimal): Numeral => value.toDecimalPlaces(8).toFixed()

/** A unit of the last printed digit: "59.43" → 0.01. */
export const unitOf = (printed: Numeral): Decimal =>
  new Decimal(10).pow(-(printed.split('.')[1]?.length ?? 0))

export const contractOf = ({ contractSize }: Pick<Figures, 'contractSize'>): Contract =>
  contractSize === null
    ? { kind: 'linear' }
    : { kind: 'inverse', contractSize: decimal(contractSize) }

export const figuresOf = (position: ObservedPosition): Figures => ({
  quantity: position.quantity,
  contractSize: position.contractSize,
  entryPrice: position.entryPrice,
  margin: position.margin,
  marginSlack: position.marginSlack,
  liquidationPrice: position.liquidationPrice,
  leverage: position.leverage,
  stopLoss: position.stopLoss,
})

/** How far two printed margins may be apart and still be one amount. */
export const marginSlack = (a: Figures, b: Figures): Decimal => {
  const slackOf = ({ margin, marginSlack: slack }: Figures): Decimal =>
    slack === null ? unitOf(margin ?? '0').div(2) : decimal(slack)
  return slackOf(a).plus(slackOf(b))
}

const sameMargin = (a: Figures, b: Figures): boolean =>
  a.margin === null ||
  b.margin === null ||
  decimal(a.margin).minus(b.margin).abs().lte(marginSlack(a, b))

const sameOrHidden = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b

const sameStop = (a: Figures['stopLoss'], b: Figures['stopLoss']): boolean =>
  a.state === 'unknown' ||
  b.state === 'unknown' ||
  (a.state === b.state &&
    (a.state !== 'present' || b.state !== 'present' || sameOrHidden(a.price, b.price)))

/**
 * Two looks at the same state of things: nothing that both show differs. The liquidation price of a
 * cross position moves with the whole account and says nothing.
 */
export const sameFigures = (a: Figures, b: Figures, cross: boolean): boolean =>
  a.quantity === b.quantity &&
  a.entryPrice === b.entryPrice &&
  sameOrHidden(a.leverage, b.leverage) &&
  sameStop(a.stopLoss, b.stopLoss) &&
  (cross || (sameMargin(a, b) && sameOrHidden(a.liquidationPrice, b.liquidationPrice)))

/** What is out of sight keeps its last known value. */
export const mergeFigures = (known: Figures, seen: Figures): Figures => ({
  ...seen,
  margin: seen.margin ?? known.margin,
  marginSlack: seen.margin === null ? known.marginSlack : seen.marginSlack,
  liquidationPrice: seen.liquidationPrice ?? known.liquidationPrice,
  leverage: seen.leverage ?? known.leverage,
  stopLoss: seen.stopLoss.state === 'unknown' ? known.stopLoss : seen.stopLoss,
})
