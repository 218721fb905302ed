import * as v from 'valibot'

export const marketSchema = v.picklist(['usdm', 'coinm'])
/** USDⓈ-M (linear) or COIN-M (inverse). */
export type Market = v.InferOutput<typeof marketSchema>

/** A figure as printed, in plain decimal notation with its trailing zeros: "-0.50", "67001.2". */
export const numeralSchema = v.pipe(v.string(), v.maxLength(60), v.regex(/^-?\d+(?:\.\d+)?$/))
export type Numeral = v.InferOutput<typeof numeralSchema>

/** Longer names of assets are no names: the longest that is traded has 12 letters. */
export const MOST_ASSET_LETTERS = 20
/** The exchange lists about 700 contracts; in hedge mode each may have two legs. */
export const MOST_POSITIONS = 2_000

const orUnknown = v.nullable(numeralSchema)
const timeSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const stopLossSchema = v.variant('state', [
  v.object({ state: v.literal('present'), price: orUnknown }),
  v.object({ state: v.literal('absent') }),
  v.object({ state: v.literal('unknown') }),
])

export const symbolSchema = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_]{2,40}$/u))
/** An address may name something else: "/futures/btc-usdt". */
export const isSymbol = (name: string): boolean => v.is(symbolSchema, name)
export const sideSchema = v.picklist(['long', 'short'])
export const marginModeSchema = v.picklist(['isolated', 'cross'])

export const quantityRangeSchema = v.object({ low: numeralSchema, high: numeralSchema })

/** Dated contracts settle no funding. */
export const contractTypeSchema = v.picklist(['perpetual', 'dated'])

/** `null`: the page does not show it, or it could not be proved. Never a guess. */
export const observedPositionSchema = v.object({
  symbol: symbolSchema,
  side: sideSchema,
  marginMode: marginModeSchema,
  /** Base coin (linear) or contracts (inverse). */
  quantity: numeralSchema,
  /**
   * Ends of what the quantity may be, where Size is printed in another unit; `null`: exact.
   * "752.9975 USDT" at entry 1.193673 is 1222.15 to 1222.25 ARB.
   */
  quantityRange: v.optional(v.nullable(quantityRangeSchema), null),
  /** USD per contract (inverse); `null` for linear contracts. */
  contractSize: orUnknown,
  entryPrice: numeralSchema,
  markPrice: orUnknown,
  /** `'none'`: the page prints "--", the position cannot be liquidated. */
  liquidationPrice: v.union([v.literal('none'), orUnknown]),
  /** The isolated wallet, where it is known what the Margin column holds; cross: `null`. */
  margin: orUnknown,
  /** `margin` is known to this much either way; `null`: to half of its last digit. */
  marginSlack: orUnknown,
  marginAsset: v.nullable(v.pipe(v.string(), v.maxLength(MOST_ASSET_LETTERS))),
  contractType: v.optional(v.nullable(contractTypeSchema), null),
  leverage: orUnknown,
  unrealizedPnl: orUnknown,
  /** The page's estimate of the next settlement for this position, signed: > 0 is received. */
  estimatedFunding: orUnknown,
  /** When the page's countdown says that it settles; `null` where that is not in sight. */
  nextFundingAt: v.nullable(timeSchema),
  stopLoss: stopLossSchema,
})
export type ObservedPosition = v.InferOutput<typeof observedPositionSchema>

/** The account card: what is there for a position to have lost, or to have given back. */
export const accountSchema = v.object({
  asset: v.pipe(v.string(), v.maxLength(MOST_ASSET_LETTERS)),
  /** Wallets and unrealised PnL. */
  marginBalance: orUnknown,
  /** Free for new orders. */
  availableBalance: orUnknown,
})
export type ObservedAccount = v.InferOutput<typeof accountSchema>

/**
 * One look at the positions table of one tab. It crosses a message port, so it is plain data.
 * A tab sends it when anything but prices has changed, once more when the next reading repeats it
 * (nothing counts before it was seen twice), and at most once a minute otherwise.
 */
export const observationSchema = v.object({
  /** Milliseconds since the epoch, by the tab's clock. */
  at: timeSchema,
  /** One content script's life. With `sequence` it orders and deduplicates. */
  tab: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The browser's number of the tab, filled in by the background: a reload ends the life before it. */
  browserTab: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger())), null),
  market: marketSchema,
  positionMode: v.optional(v.nullable(v.picklist(['one-way', 'hedge'])), null),
  /** `null`: the page does not show it, or not in one asset. */
  account: v.optional(v.nullable(accountSchema), null),
  /** Mark price of the page's own contract, whether or not a position is open in it. */
  ticker: v.optional(
    v.nullable(v.object({ symbol: symbolSchema, markPrice: numeralSchema })),
    null,
  ),
  /** Every open position of this market is in `positions`: pane visible, unfiltered, count agrees. */
  complete: v.boolean(),
  positions: v.pipe(v.array(observedPositionSchema), v.maxLength(MOST_POSITIONS)),
})
/** As the ledger takes it. What may be left out is unknown. */
export type Observation = v.InferOutput<typeof observationSchema>
