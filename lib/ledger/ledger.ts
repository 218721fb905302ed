import * as v from 'valibot'
import { ledgerEventSchema } from './events'
import {
  accountSchema,
  contractTypeSchema,
  marginModeSchema,
  marketSchema,
  numeralSchema,
  quantityRangeSchema,
  sideSchema,
  stopLossSchema,
  symbolSchema,
} from './observation'

const orUnknown = v.nullable(numeralSchema)

/** What a position looked like when it was last known; a figure out of sight keeps its last value. */
const figuresSchema = v.object({
  quantity: numeralSchema,
  /** What the quantity may be; narrower with each look. `null`: exact. */
  quantityRange: v.optional(v.nullable(quantityRangeSchema), null),
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
const seenSchema = v.object({
  markPrice: orUnknown,
  unrealizedPnl: orUnknown,
  estimatedFunding: orUnknown,
  nextFundingAt: v.optional(v.nullable(v.number()), null),
})
export type Seen = v.InferOutput<typeof seenSchema>

/** A look that waits for a second one that says the same. */
export const waitingSchema = v.object({
  figures: figuresSchema,
  seen: seenSchema,
  at: v.number(),
  /** A complete look just before did not show the position at all. */
  vanished: v.boolean(),
  /** The last complete look before this one, which did not show it so. */
  completeAt: v.optional(v.nullable(v.number()), null),
  /** A second one has said so, and it still looked like half an update. */
  repeated: v.optional(v.boolean(), false),
})
export type Waiting = v.InferOutput<typeof waitingSchema>

const sampleSchema = v.tuple([v.number(), orUnknown, orUnknown, orUnknown, orUnknown])
/** [at, mark, entry, liquidation, stop] */
export type Sample = v.InferOutput<typeof sampleSchema>

/** Since when complete looks have not shown a position, and what the first of them showed instead. */
const missingSchema = v.object({
  at: v.number(),
  looks: v.number(),
  /** One was by a tab that can know: it had shown the position, or was opened since. */
  credible: v.boolean(),
  /** It was the tab that showed the position a moment before. */
  watched: v.optional(v.boolean(), false),
  /** Mark price of its contract in that first look. */
  markPrice: v.optional(orUnknown, null),
})
export type Missing = v.InferOutput<typeof missingSchema>

export const episodeSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(120)),
  symbol: symbolSchema,
  side: sideSchema,
  marginMode: marginModeSchema,
  market: marketSchema,
  marginAsset: v.nullable(v.string()),
  /** The account as it was last shown with it; `null`: not in sight. */
  account: v.optional(v.nullable(accountSchema), null),
  contractType: v.optional(v.nullable(contractTypeSchema), null),
  openedAt: v.number(),
  closedAt: v.nullable(v.number()),
  figures: figuresSchema,
  /** When the figures were last seen to be so. */
  seenAt: v.number(),
  /** … with the margin or the liquidation price in sight. */
  walletSeenAt: v.number(),
  /** … with each of the two; `null`: as with either. */
  marginSeenAt: v.optional(v.nullable(v.number()), null),
  priceSeenAt: v.optional(v.nullable(v.number()), null),
  markPrice: orUnknown,
  unrealizedPnl: orUnknown,
  estimatedFunding: orUnknown,
  /** The last estimate from before the full hour with this number: what was settled then. */
  settling: v.nullable(v.object({ hour: v.number(), estimate: orUnknown })),
  nextFundingAt: v.nullable(v.number()),
  /** When the settlement before that was due; `null`: that was not in sight. */
  dueAt: v.optional(v.nullable(v.number()), null),
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
      /** Of a change that was joined: when the last part of it was first seen. */
      last: v.optional(v.nullable(v.number()), null),
      events: v.array(v.number()),
    }),
  ),
  missing: v.nullable(missingSchema),
  /** Seen together with its opposite: the account is in hedge mode. */
  hedged: v.optional(v.boolean(), false),
  events: v.array(ledgerEventSchema),
  samples: v.array(sampleSchema),
})
/** One position from open to flat. */
export type Episode = v.InferOutput<typeof episodeSchema>

/** A state that a tab has shown, when it first did, and whether it has shown it again. */
const shownSchema = v.object({
  figures: figuresSchema,
  since: v.number(),
  repeated: v.optional(v.boolean(), false),
})
export type Shown = v.InferOutput<typeof shownSchema>

/** What one tab has shown lately, newest first: it tells a tab that lags from one that has news. */
export const tabSchema = v.object({
  sequence: v.number(),
  at: v.number(),
  /** Its first look. */
  since: v.number(),
  browserTab: v.optional(v.nullable(v.number()), null),
  /** It was closed, or loaded again: what it showed stands against nobody, and is still a witness. */
  over: v.optional(v.boolean(), false),
  account: v.optional(v.nullable(accountSchema), null),
  /** Mark prices of its last look, and when they last were others: a page may stand still. */
  marks: v.optional(v.string(), ''),
  /** Its margins and PnL then, which tell a page that moves where the marks stand. */
  trembling: v.optional(v.string(), ''),
  movedAt: v.optional(v.nullable(v.number()), null),
  /** Keys of what it has shown and its last look did not: a filter hides them. */
  hidden: v.optional(v.array(v.string()), () => []),
  /** Keys of positions in which it goes on contradicting another tab. */
  strange: v.optional(v.array(v.string()), () => []),
  shown: v.record(v.string(), v.array(shownSchema)),
})

/** Last complete look per market: whether a position was seen being opened. */
export const completeAtSchema = v.object({
  usdm: v.nullable(v.number()),
  coinm: v.nullable(v.number()),
})

export type Tab = v.InferOutput<typeof tabSchema>

export type Ledger = {
  /** Open episodes by key. */
  open: Record<string, Episode>
  /** Positions seen once, waiting for a second look, by key and tab. */
  arriving: Record<string, Waiting>
  /** Closed lately: they may come back unchanged. Newest first. */
  closed: Episode[]
  /** Closed or changed since, and not yet known to be in the archive. Oldest first. */
  unarchived: Episode[]
  tabs: Record<string, Tab>
  completeAt: v.InferOutput<typeof completeAtSchema>
}

export const emptyLedger: Ledger = {
  open: {},
  arriving: {},
  closed: [],
  unarchived: [],
  tabs: {},
  completeAt: { usdm: null, coinm: null },
}
