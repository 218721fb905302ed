import * as v from 'valibot'
import { marginModeSchema, numeralSchema, stopLossSchema } from './observation'

const orUnknown = v.nullable(numeralSchema)

/** How a position may end. */
export const endings = ['closed', 'stopped', 'reversed', 'liquidated'] as const
/** Warnings below these are not kept. */
export const severities = ['caution', 'danger'] as const
const priceOrNone = v.union([v.literal('none'), orUnknown])

const idSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const common = {
  /** Counts up within an episode and is never used twice; corrections name it. */
  id: idSchema,
  /** First seen at, milliseconds since the epoch by the tab's clock. */
  at: v.number(),
  /** It happened between this time and `at`, while no tab was looking; `null`: it was seen happening. */
  awaySince: v.nullable(v.number()),
  /**
   * Earlier events that this one stands for. They stay where they are and no longer hold:
   * 14:00:03 +20 (event 4), 14:00:05 +30 → event 5: +50, replaces 4.
   */
  replaces: v.optional(v.array(idSchema), () => []),
}

/** Where things stood around a change of margin. */
const aroundChange = {
  amount: orUnknown,
  liquidationBefore: priceOrNone,
  liquidationAfter: priceOrNone,
  markPrice: orUnknown,
  unrealizedPnl: orUnknown,
}

/**
 * What the trader, or the exchange, did to one position. Amounts are in the margin asset and > 0
 * unless a sign is named; `null` where the page did not show enough.
 */
export const ledgerEventSchema = v.variant('kind', [
  v.object({
    ...common,
    kind: v.literal('opened'),
    /** `false`: it was open already when it was first seen. */
    witnessed: v.boolean(),
    quantity: numeralSchema,
    entryPrice: numeralSchema,
    margin: orUnknown,
    /** The episode that ended before at the same size and entry price; `null`: none is known. */
    follows: v.optional(v.nullable(v.string()), null),
  }),
  v.object({
    ...common,
    kind: v.literal('increased'),
    quantity: numeralSchema,
    /** Margin that the fill explains. */
    margin: orUnknown,
    /** The mark stood on the losing side of the entry price. */
    losing: v.nullable(v.boolean()),
  }),
  v.object({ ...common, kind: v.literal('reduced'), quantity: numeralSchema }),
  v.object({
    ...common,
    kind: v.literal('margin-added'),
    ...aroundChange,
    /** `false`: funding explains it as well; the trader is asked, and it is not counted till then. */
    certain: v.boolean(),
  }),
  v.object({ ...common, kind: v.literal('margin-removed'), ...aroundChange }),
  v.object({ ...common, kind: v.literal('funding'), amount: orUnknown /* > 0: received */ }),
  v.object({
    ...common,
    kind: v.literal('leverage-changed'),
    from: numeralSchema,
    to: numeralSchema,
  }),
  v.object({
    ...common,
    kind: v.literal('margin-mode-changed'),
    from: marginModeSchema,
    to: marginModeSchema,
  }),
  v.object({
    ...common,
    kind: v.literal('stop-changed'),
    from: stopLossSchema,
    to: stopLossSchema,
  }),
  /** It had vanished, and came back as it was: an account switch, a filter, a reload. */
  v.object({ ...common, kind: v.literal('resumed') }),
  /** What it replaces was half an update: seen whole, nothing had happened. */
  v.object({ ...common, kind: v.literal('retracted') }),
  /** Another tab went on showing other figures: probably two accounts. Nothing of it was counted. */
  v.object({ ...common, kind: v.literal('other-account') }),
  v.object({
    ...common,
    kind: v.literal('closed'),
    how: v.picklist(endings),
    /** The figures prove it; `false`: it is the likeliest. */
    certain: v.optional(v.boolean(), false),
    /**
     * A tab saw it to its end. `false`: nobody did, or another account came into view; `null`:
     * nothing on the page tells an end from a switch of accounts.
     */
    watched: v.optional(v.nullable(v.boolean()), true),
    markPrice: orUnknown,
    unrealizedPnl: orUnknown,
  }),
  /** The trader's word on an event: it was (not) an addition of theirs. */
  v.object({
    ...common,
    kind: v.literal('corrected'),
    event: v.number(),
    isAddition: v.boolean(),
  }),
  /** "I had added n times before": on positions older than our first look. */
  v.object({
    ...common,
    kind: v.literal('declared'),
    additions: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  }),
  /** A correction or declaration taken back. */
  v.object({ ...common, kind: v.literal('undone'), event: v.number() }),
  /** Something Margin Brake did: a warning shown, a pause taken. Code and plain figures. */
  v.object({
    ...common,
    kind: v.literal('noted'),
    code: v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]{1,60}$/)),
    severity: v.optional(v.nullable(v.picklist(severities)), null),
    figures: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
  }),
])
export type LedgerEvent = v.InferOutput<typeof ledgerEventSchema>

/** Every event without what the episode fills in. */
export type NewEvent = LedgerEvent extends infer E
  ? E extends LedgerEvent
    ? Omit<E, 'id' | 'replaces'> & { replaces?: readonly number[] }
    : never
  : never
