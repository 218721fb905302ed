import * as v from 'valibot'
import { parseJson } from '@/lib/journal/files'
import { defaultLimits } from '@/lib/rules/limits'
import { alertsItem, appearanceItem, limitsItem, placesItem, waitingLimitsItem } from '../items'
import { setLimits } from './set-limits'
import type { Envelope, ValuesOf, VersionedItem } from '../versioned-item'

const FORMAT = 'margin-brake-settings'
const VERSION = 1

/** What a file carries, by its name there. */
const items = {
  limits: limitsItem,
  alerts: alertsItem,
  appearance: appearanceItem,
} as const
type Name = keyof typeof items
const names = Object.keys(items) as Name[]

type Settings = ValuesOf<typeof items>

const fileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  settings: v.record(v.string(), v.unknown()),
})

/** The trader's settings as text: JSON, each with the version that it is stored with. */
export const settingsFile = async (now: number): Promise<string> => {
  const sealed = async <N extends Name>(name: N): Promise<[N, Envelope]> => {
    const item = items[name] as VersionedItem<unknown>
    return [name, item.seal((await item.read()).value)]
  }
  const settings = Object.fromEntries(await Promise.all(names.map(sealed)))
  const exported = new Date(now).toISOString()
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exported, settings }, null, 2)}\n`
}

export type SettingsReading =
  | { state: 'read'; settings: Settings }
  | { state: 'not-json' | 'not-settings' | 'newer' }
  | { state: 'damaged'; path: string }

/** A file that `settingsFile` has written, checked whole: half a set of settings is not the trader's. */
export const readSettingsFile = (text: string): SettingsReading => {
  const json = parseJson(text)
  if (json === undefined) return { state: 'not-json' }
  const file = v.safeParse(fileSchema, json)
  if (!file.success) return { state: 'not-settings' }
  if (file.output.version > VERSION) return { state: 'newer' }
  const settings: Record<string, unknown> = {}
  for (const name of names) {
    if (!Object.hasOwn(file.output.settings, name)) continue
    const found = items[name].open(file.output.settings[name])
    if (found.state === 'newer') return { state: 'newer' }
    if (found.state !== 'ok') return { state: 'damaged', path: `settings.${name}` }
    settings[name] = found.value
  }
  return { state: 'read', settings }
}

/**
 * Replaces what is here with what a file held. Looser limits wait, if the trader has asked to be
 * held to theirs. `mayNotify`: the browser lets us; without that the switch would promise what it cannot do.
 * @throws NewerStorage, or what the browser says if it cannot write
 */
export const applySettings = async (
  settings: Settings,
  { now, mayNotify }: { now: number; mayNotify: boolean },
): Promise<{ waits: boolean }> => {
  const { limits, alerts, appearance } = settings
  const held = limits === undefined ? { waits: false } : await setLimits(limits, now)
  if (alerts !== undefined) {
    await alertsItem.write({ ...alerts, notifications: alerts.notifications && mayNotify })
  }
  if (appearance !== undefined) await appearanceItem.write(appearance)
  return held
}

/** As after installing, but for limits that are held: what is looser than they are waits. */
export const eraseSettings = async (now: number): Promise<{ waits: boolean }> => {
  const held = await setLimits(defaultLimits, now)
  if (!held.waits) {
    await Promise.all([limitsItem, waitingLimitsItem].map((item) => item.remove()))
  }
  await Promise.all([alertsItem, appearanceItem, placesItem].map((item) => item.remove()))
  return held
}
