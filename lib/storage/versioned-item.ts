import * as v from 'valibot'
import { setAside } from './set-aside'
import { slot, type SlotKey } from './slot'

/** Value and version in one key: they are written together or not at all. */
export const envelopeSchema = v.object({
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  value: v.unknown(),
})
export type Envelope = v.InferOutput<typeof envelopeSchema>

type Salvaged<T> = { value: T; damaged: readonly unknown[] }

type ItemDefinition<T> = {
  key: SlotKey
  version: number
  fallback: T
  /** From version n to n + 1, by n. */
  migrations?: Readonly<Record<number, (value: unknown) => unknown>>
} & (
  | {
      /** A value out of storage, or `null` if it is damaged. */
      parse: (value: unknown) => T | null
    }
  | {
      /** Of a value with many parts: what is whole of it, and the parts that are not. */
      salvage: (value: unknown) => Salvaged<T> | null
    }
)

export type Stored<T> =
  | { state: 'ok' | 'empty'; value: T }
  /** Some of its parts are damaged; `value` is the rest. */
  | { state: 'salvaged'; value: T; damaged: readonly unknown[] }
  /** What is stored does not fit; `value` is the fallback. */
  | { state: 'damaged'; value: T; stored: unknown }
  /** A later Margin Brake wrote it; it is left alone. */
  | { state: 'newer'; value: T }

export class NewerStorage extends Error {
  constructor(key: string) {
    super(`${key} was written by a later version of Margin Brake`)
    this.name = 'NewerStorage'
  }
}

/** Some values of these items, by their names. */
export type ValuesOf<Items> = {
  [Name in keyof Items]?: Items[Name] extends VersionedItem<infer T> ? T : never
}

/** A parser that takes what a schema takes. */
export const accepting =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  (value: unknown): T | null => {
    const found = v.safeParse(schema, value)
    return found.success ? found.output : null
  }

/**
 * One versioned value in the browser's storage, checked whenever it comes out. Making one does nothing, so that the
 * build leaves out those that a part of ours does not use.
 */
/* @__NO_SIDE_EFFECTS__ */
export const versionedItem = <T>(definition: ItemDefinition<T>) => {
  const { key, version, fallback, migrations = {} } = definition
  const item = slot(key)

  const salvage = (value: unknown): Salvaged<T> | null => {
    if ('salvage' in definition) return definition.salvage(value)
    const parsed = definition.parse(value)
    return parsed === null ? null : { value: parsed, damaged: [] }
  }

  /** What such an envelope holds that comes from elsewhere: another browser, a file. */
  const open = (stored: unknown): Stored<T> => {
    if (stored === null || stored === undefined) return { state: 'empty', value: fallback }
    if (!v.is(envelopeSchema, stored)) return { state: 'damaged', value: fallback, stored }
    if (stored.version > version) return { state: 'newer', value: fallback }
    try {
      let { value } = stored
      for (let from = stored.version; from < version; from += 1) value = migrations[from]?.(value)
      const found = salvage(value)
      if (found?.damaged.length === 0) return { state: 'ok', value: found.value }
      if (found !== null) return { state: 'salvaged', ...found }
    } catch {
      // A migration that meets a value it does not know: damaged like any other.
    }
    return { state: 'damaged', value: fallback, stored }
  }

  const read = async () => open(await item.read())
  /** As it is written, for elsewhere. */
  const seal = (value: T): Envelope => ({ version, value })
  /** As `write`, without reading first. Only after loading the value, and finding that it is not newer. */
  const overwrite = (value: T) => item.write(seal(value))

  /** As `read`, by the item's owner: what is damaged is set aside, and said so once. */
  const load = async () => {
    const found = await read()
    if (found.state !== 'damaged' && found.state !== 'salvaged') return found
    const what = found.state === 'damaged' ? found.stored : found.damaged
    try {
      await setAside(key, what)
      await (found.state === 'damaged' ? item.remove() : overwrite(found.value))
    } catch {
      // No room to keep a copy: it stays where it is until the owner writes over it.
    }
    return found
  }

  return {
    read,
    load,
    open,
    seal,
    overwrite,
    write: async (value: T) => {
      if ((await load()).state === 'newer') throw new NewerStorage(key)
      await overwrite(value)
    },
    /** As if it had never been written. */
    remove: () => item.remove(),
    /**
     * Calls back with every new value. A value that cannot be read (damaged, or of a later version) is
     * no news: what was known last stands, and no fallback with looser limits takes its place.
     */
    watch: (callback: (value: T) => void) =>
      item.watch((stored) => {
        const found = open(stored)
        if (found.state !== 'damaged' && found.state !== 'newer') callback(found.value)
      }),
  }
}

export type VersionedItem<T> = ReturnType<typeof versionedItem<T>>
