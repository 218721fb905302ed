import * as v from 'valibot'
import { ledgerEventSchema } from './events'
import {
  marginModeSchema,
  marketSchema,
  numeralSchema,
  sideSchema,
  stopLossSchema,
  symbolSchema,
} from './observation'
import type { PositionKey } from './position-key'

const orUnknown = v.nullable(numeralSchema)

/** What a position looked like when it was last known; a figure out of sight keeps its last value. */
export const figuresSchema = v.object({
  quantity: numeralSchema,
  contractSize: orUnknown,
  entryPrice: numeralSchema,
  margin: orUnknown,
  marginSlack: orUnknown,
  liquidationPrice: v.union([v.literal('none'), orUnknown]),
  leverage: orUnknown,
  stopLoss: stopLossSchema,
})
export type Figures = v.InferOutput<typeof figuresSchema>

/** Prices of the moment in which a look was made. */
export const seenSchema = v.object({
  markPrice: orUnknown,
  unrealizedPnl: orUnknown,
  estimatedFunding: orUnknown,
})
export type Seen = v.InferOutput<typeof seenSchema>

/** A look that waits for a second one that says the same. */
export const waitingSchema = v.object({
  figures: figuresSchema,
  seen: seenSchema,
  at: v.number(),
  /** A complete look just before did not show the position at all. */
  vanished: v.boolean(),
})
export type Waiting = v.InferOutput<typeof waitingSchema>

export const sampleSchema = v.tuple([v.number(), orUnknown, orUnknown, orUnknown, orUnknown])
/** [at, mark, entry, liquidation, stop] */
export type Sample = v.InferOutput<typeof sampleSchema>

export const episodeSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(120)),
  symbol: symbolSchema,
  side: sideSchema,
  marginMode: marginModeSchema,
  market: marketSchema,
  marginAsset: v.nullable(v.string()),
  openedAt: v.number(),
  closedAt: v.nullable(v.number()),
  figures: figuresSchema,
  /** When the figures were last seen to be so. */
  seenAt: v.number(),
  /** … with the margin or the liquidation price in sight. */
  walletSeenAt: v.number(),
  markPrice: orUnknown,
  unrealizedPnl: orUnknown,
  estimatedFunding: orUnknown,
  /** The last estimate from before the full hour with this number: what was settled then. */
  settling: v.nullable(v.object({ hour: v.number(), estimate: orUnknown })),
  nextFundingAt: v.nullable(v.number()),
  /** Since when the stop-loss has been absent; `null`: there is one, or it is not known. */
  withoutStopSince: v.nullable(v.number()),
  /** Looks that differ and wait for a second one that says the same, by tab. */
  pending: v.record(v.string(), waitingSchema),
  /** The last confirmed change: a tab that lags shows `before`, an update in progress is joined. */
  recent: v.nullable(
    v.object({
      before: figuresSchema,
      /** `before` was last seen, and what followed it was first seen. */
      from: v.number(),
      at: v.number(),
      events: v.array(v.number()),
    }),
  ),
  /**
   * First complete look without it, how many there were, and whether one was by a tab that can know:
   * it had shown the position, or was opened since.
   */
  missing: v.nullable(v.object({ at: v.number(), looks: v.number(), credible: v.boolean() })),
  events: v.array(ledgerEventSchema),
  samples: v.array(sampleSchema),
})
/** One position from open to flat. */
export type Episode = v.InferOutput<typeof episodeSchema>

/** A state that a tab has shown, and when it first did. */
export const shownSchema = v.object({ figures: figuresSchema, since: v.number() })
export type Shown = v.InferOutput<typeof shownSchema>

/** What one tab has shown lately, newest first: it tells a tab that lags from one that has news. */
const tabSchema = v.object({
  sequence: v.number(),
  at: v.number(),
  /** Its first look. */
  since: v.number(),
  shown: v.record(v.string(), v.array(shownSchema)),
})

export const ledgerSchema = v.object({
  /** Open episodes by key. */
  open: v.record(v.string(), episodeSchema),
  /** Positions seen once, waiting for a second look, by key. */
  arriving: v.record(v.string(), waitingSchema),
  /** Closed lately: they may come back unchanged. Newest first. */
  closed: v.array(episodeSchema),
  tabs: v.record(v.string(), tabSchema),
  /** Last complete look per market: whether a position was seen being opened. */
  completeAt: v.object({ usdm: v.nullable(v.number()), coinm: v.nullable(v.number()) }),
})
export type Ledger = v.InferOutput<typeof ledgerSchema>

export const emptyLedger: Ledger = {
  open: {},
  arriving: {},
  closed: [],
  tabs: {},
  completeAt: { usdm: null, coinm: null },
}

/** A ledger out of storage; `null` if it is damaged. */
export const parseLedger = (value: unknown): Ledger | null => {
  const result = v.safeParse(ledgerSchema, value)
  return result.success ? result.output : null
}

export const openEpisode = (ledger: Ledger, key: PositionKey): Episode | null =>
  Object.hasOwn(ledger.open, key) ? (ledger.open[key] ?? null) : null
