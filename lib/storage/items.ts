import * as v from 'valibot'
import { emptyLedger, type Ledger, salvageLedger } from '@/lib/ledger'
import { type AlertSettings, silent } from '@/lib/rules/alerts'
import type { PanelPlace } from '@/lib/rules/layout'
import {
  defaultLimits,
  checkLimit,
  limitNames,
  parseLimits,
  withCapitalInDollars,
} from '@/lib/rules/limits'
import {
  type Appearance,
  defaultAppearance,
  interfaceLanguages,
  palettes,
  panelSizes,
  themes,
  type WaitingLimits,
  wishesOfSet,
} from '@/lib/rules/settings'
import { slot, type SlotKey } from './slot'
import { accepting, versionedItem } from './versioned-item'

/* @__NO_SIDE_EFFECTS__ */
const ledgerAt = (key: SlotKey) =>
  versionedItem<Ledger>({
    key,
    version: 2,
    fallback: emptyLedger,
    salvage: salvageLedger,
    // Everything that version 1 did not have may be left out.
    migrations: { 1: (value) => value },
  })

/** Open positions and what is needed to resume lately closed ones. Owner: the background. */
export const ledgerItem = ledgerAt('local:ledger')

/** For a content script, which need not know what a ledger looks like: it was written. */
export const watchLedger = (onWritten: () => void): (() => void) =>
  slot('local:ledger').watch(onWritten)

/**
 * The same of private windows: memory only, gone with the browser. Owner: the background. Made when
 * asked for, since a content script may not even look at this area.
 */
export const privateLedgerItem = () => ledgerAt('session:private-ledger')

/** The trader's limits. Owner: our own pages, and the background where one of them is gone. Version 2: a capital has its asset. */
export const limitsItem = versionedItem({
  key: 'local:limits',
  version: 2,
  fallback: defaultLimits,
  parse: parseLimits,
  migrations: { 1: withCapitalInDollars },
})

const wishSchema = v.pipe(
  v.object({
    limit: v.picklist(limitNames),
    value: v.unknown(),
    due: v.pipe(v.number(), v.finite()),
  }),
  v.check(({ limit, value }) => checkLimit(limit, value) === null),
)
const wishesSchema = v.object({ waiting: v.array(wishSchema) })

/** The first version: `null`, or a whole set of limits with one hour. */
const wishesOfFirstVersion = (value: unknown): unknown => {
  const stored = v.parse(
    v.object({ waiting: v.nullable(v.object({ limits: v.unknown(), due: v.number() })) }),
    value,
  )
  if (stored.waiting === null) return { waiting: [] }
  const limits = parseLimits(withCapitalInDollars(stored.waiting.limits))
  return limits === null ? null : { waiting: wishesOfSet(limits, stored.waiting.due) }
}

/** Looser limits that wait, each for its hour. Owner: as of the limits. */
export const waitingLimitsItem = versionedItem<{ waiting: WaitingLimits }>({
  key: 'local:waiting-limits',
  version: 2,
  fallback: { waiting: [] },
  parse: accepting(wishesSchema as v.GenericSchema<unknown, { waiting: WaitingLimits }>),
  migrations: { 1: wishesOfFirstVersion },
})

const alertSettingsSchema = v.object({
  notifications: v.boolean(),
  sound: v.boolean(),
  snoozedUntil: v.number(),
})

/** Alerts outside of the page. Owner: as of the limits. */
export const alertsItem = versionedItem<AlertSettings>({
  key: 'local:alerts',
  version: 1,
  fallback: silent,
  parse: accepting(alertSettingsSchema),
})

/** What is changed of it at once, and what of it an earlier version had. */
export const appearancePartSchema = v.object({
  theme: v.exactOptional(v.picklist(themes)),
  palette: v.exactOptional(v.picklist(palettes)),
  language: v.exactOptional(v.picklist(['auto', ...interfaceLanguages])),
  size: v.exactOptional(v.picklist(panelSizes)),
  hideAmounts: v.exactOptional(v.boolean()),
  hideWhenFlat: v.exactOptional(v.boolean()),
})
const appearanceSchema = v.pipe(
  appearancePartSchema,
  v.transform((stored) => ({ ...defaultAppearance, ...stored })),
)

/**
 * How the trader wants to see it. Owner: the background, which changes parts of it one after the other
 * (`changeAppearance`); the page of settings replaces all of it, when it imports or erases.
 */
export const appearanceItem = versionedItem<Appearance>({
  key: 'local:appearance',
  version: 1,
  fallback: defaultAppearance,
  parse: accepting(appearanceSchema),
})

const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000))
const placesSchema = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(/^\d{1,3}x\d{1,3}$/)),
    v.object({
      fromX: v.picklist(['left', 'right']),
      x: pixels,
      fromY: v.picklist(['top', 'bottom']),
      y: pixels,
    }),
  ),
  v.check((places) => Object.keys(places).length <= 60),
)

/** Where the panel stands, by the class of the window's size. Owner: the panel. */
export const placesItem = versionedItem<Readonly<Record<string, PanelPlace>>>({
  key: 'local:places',
  version: 1,
  fallback: {},
  parse: accepting(placesSchema),
})

/** Whether the welcome was shown. A browser may tell of one installation more than once. Owner: the background. */
export const welcomedItem = versionedItem<boolean>({
  key: 'local:welcomed',
  version: 1,
  fallback: false,
  parse: (value) => (typeof value === 'boolean' ? value : null),
})
