import * as v from 'valibot'

export const marketSchema = v.picklist(['usdm', 'coinm'])
/** USDⓈ-M (linear) or COIN-M (inverse). */
export type Market = v.InferOutput<typeof marketSchema>

/** A figure as printed, in plain decimal notation with its trailing zeros: "-0.50", "67001.2". */
export const numeralSchema = v.pipe(v.string(), v.maxLength(60), v.regex(/^-?\d+(?:\.\d+)?$/))
export type Numeral = v.InferOutput<typeof numeralSchema>

const orUnknown = v.nullable(numeralSchema)
const timeSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const stopLossSchema = v.variant('state', [
  v.object({ state: v.literal('present'), price: orUnknown }),
  v.object({ state: v.literal('absent') }),
  v.object({ state: v.literal('unknown') }),
])
export type ObservedStopLoss = v.InferOutput<typeof stopLossSchema>

export const symbolSchema = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_]{2,40}$/u))
export const sideSchema = v.picklist(['long', 'short'])
export const marginModeSchema = v.picklist(['isolated', 'cross'])

/** `null`: the page does not show it, or it could not be proved. Never a guess. */
export const observedPositionSchema = v.object({
  symbol: symbolSchema,
  side: sideSchema,
  marginMode: marginModeSchema,
  /** Base coin (linear) or contracts (inverse). */
  quantity: numeralSchema,
  /** USD per contract (inverse); `null` for linear contracts. */
  contractSize: orUnknown,
  entryPrice: numeralSchema,
  markPrice: orUnknown,
  /** `'none'`: the page prints "--", the position cannot be liquidated. */
  liquidationPrice: v.union([v.literal('none'), orUnknown]),
  /** The isolated wallet, where it is known what the Margin column holds; cross: initial margin. */
  margin: orUnknown,
  /** `margin` is known to this much either way; `null`: to half of its last digit. */
  marginSlack: orUnknown,
  marginAsset: v.nullable(v.pipe(v.string(), v.maxLength(20))),
  leverage: orUnknown,
  unrealizedPnl: orUnknown,
  /** The page's estimate of the next settlement for this position, signed: > 0 is received. */
  estimatedFunding: orUnknown,
  /** When the page's countdown says that it settles; `null` where that is not in sight. */
  nextFundingAt: v.nullable(timeSchema),
  stopLoss: stopLossSchema,
})
export type ObservedPosition = v.InferOutput<typeof observedPositionSchema>

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
  market: marketSchema,
  /** From a private window: kept in memory only. */
  private: v.boolean(),
  /** Every open position of this market is in `positions`: pane visible, unfiltered, count agrees. */
  complete: v.boolean(),
  positions: v.pipe(v.array(observedPositionSchema), v.maxLength(500)),
})
export type Observation = v.InferOutput<typeof observationSchema>
