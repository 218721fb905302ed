import {
  type Bracket,
  Decimal,
  liquidationPrice,
  type PositionFigures,
  unrealizedPnl,
} from '@/lib/margin'

/** An invented position and what became of it; amounts in USDT. */
export type Example = {
  mark: Decimal
  margin: Decimal
  stop: Decimal | null
  end: { kind: 'liquidated' | 'stopped'; lost: Decimal } | null
}

export const figures: PositionFigures = {
  contract: { kind: 'linear' },
  side: 'long',
  quantity: new Decimal('0.02'),
  entryPrice: new Decimal(50_000),
}
export const leverage = new Decimal(10)
export const notional = figures.quantity.times(figures.entryPrice)
/** Of the whole account, before anything is gained or lost. */
export const balance = new Decimal(2_000)
export const step = {
  share: new Decimal('0.02'),
  margin: new Decimal(50),
  stop: new Decimal(47_500),
}

/** The first of the exchange's usual brackets; the position never leaves it. */
export const brackets: readonly Bracket[] = [
  {
    notionalFloor: new Decimal(0),
    notionalCap: new Decimal(Infinity),
    maintenanceMarginRate: new Decimal('0.004'),
    maintenanceAmount: new Decimal(0),
  },
]

export const start: Example = {
  mark: figures.entryPrice,
  margin: notional.div(leverage),
  stop: null,
  end: null,
}

export const liquidationOf = ({ margin }: Example): Decimal | null =>
  liquidationPrice(figures, margin, brackets)

export const pnlOf = ({ mark }: Pick<Example, 'mark'>): Decimal => unrealizedPnl(figures, mark)

/** The price goes down to `mark`: what lies on the way acts first. */
const moved = (example: Example, mark: Decimal): Example => {
  const { stop } = example
  const liquidation = liquidationOf(example)
  const next = { ...example, mark }
  if (stop !== null && mark.lte(stop) && (liquidation === null || stop.gt(liquidation))) {
    // One that is set above the price closes at once, at that price.
    const price = Decimal.min(stop, example.mark)
    return { ...next, mark: price, end: { kind: 'stopped', lost: pnlOf({ mark: price }).neg() } }
  }
  if (liquidation !== null && mark.lte(liquidation)) {
    return { ...next, end: { kind: 'liquidated', lost: example.margin } }
  }
  return next
}

export type ExampleDeed = 'down' | 'add' | 'stop' | 'no-stop' | 'restart'

export const after = (example: Example, deed: ExampleDeed): Example => {
  if (deed === 'restart') return start
  if (example.end !== null) return example
  switch (deed) {
    case 'down': {
      const factor = step.share.neg().plus(1)
      return moved(example, example.mark.times(factor).toDecimalPlaces(1))
    }
    case 'add':
      return { ...example, margin: example.margin.plus(step.margin) }
    case 'stop':
      return moved({ ...example, stop: step.stop }, example.mark)
    case 'no-stop':
      return { ...example, stop: null }
  }
}
