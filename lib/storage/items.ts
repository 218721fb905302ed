import * as v from 'valibot'
import { emptyLedger, parseLedger } from '@/lib/ledger'
import { type AlertSettings, defaultLimits, parseLimits, type WaitingLimits } from '@/lib/rules'
import { versionedItem } from './versioned-item'

/** Open positions and what is needed to resume lately closed ones. Owner: the background. */
export const ledgerItem = versionedItem({
  key: 'local:ledger',
  version: 1,
  fallback: emptyLedger,
  parse: parseLedger,
})

/**
 * The same of private windows: memory only, gone with the browser. Owner: the background. Made when
 * asked for, since a content script may not even look at this area.
 */
export const privateLedgerItem = () =>
  versionedItem({
    key: 'session:private-ledger',
    version: 1,
    fallback: emptyLedger,
    parse: parseLedger,
  })

/** The trader's limits. Owner: the popup. */
export const limitsItem = versionedItem({
  key: 'local:limits',
  version: 1,
  fallback: defaultLimits,
  parse: parseLimits,
})

/** Looser limits that wait for their hour; `waiting` is `null` where none do. Owner: the popup. */
export const waitingLimitsItem = versionedItem<{ waiting: WaitingLimits | null }>({
  key: 'local:waiting-limits',
  version: 1,
  fallback: { waiting: null },
  parse: (value) => {
    const envelope = v.safeParse(
      v.object({ waiting: v.nullable(v.object({ limits: v.unknown(), due: v.number() })) }),
      value,
    )
    if (!envelope.success) return null
    const { waiting } = envelope.output
    if (waiting === null) return { waiting }
    const limits = parseLimits(waiting.limits)
    return limits === null ? null : { waiting: { limits, due: waiting.due } }
  },
})

const alertSettingsSchema = v.object({
  notifications: v.boolean(),
  sound: v.boolean(),
  snoozedUntil: v.number(),
})
const silent: AlertSettings = { notifications: false, sound: false, snoozedUntil: 0 }

/** Alerts outside of the page. Owner: the popup. */
export const alertsItem = versionedItem<AlertSettings>({
  key: 'local:alerts',
  version: 1,
  fallback: silent,
  parse: (value) => {
    const parsed = v.safeParse(alertSettingsSchema, value)
    return parsed.success ? parsed.output : null
  },
})

const toldColumnsSchema = v.pipe(
  v.array(
    v.object({
      language: v.pipe(v.string(), v.regex(/^[a-z-]{0,12}$/)),
      header: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
      column: v.picklist([
        'size',
        'entryPrice',
        'markPrice',
        'liquidationPrice',
        'marginRatio',
        'margin',
        'pnl',
      ]),
    }),
  ),
  v.maxLength(100),
)
export type ToldColumns = v.InferOutput<typeof toldColumnsSchema>
const nothingTold: ToldColumns = []

/** What the trader says of columns that are not understood. Owner: the panel. */
export const toldColumnsItem = versionedItem<ToldColumns>({
  key: 'local:told-columns',
  version: 1,
  fallback: nothingTold,
  parse: (value) => {
    const parsed = v.safeParse(toldColumnsSchema, value)
    return parsed.success ? parsed.output : null
  },
})
