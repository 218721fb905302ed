import { storage, type StorageArea, type StorageItemKey } from 'wxt/utils/storage'

/** Value and version in one key: they are written together or not at all. */
export type Envelope = { version: number; value: unknown }

export type ItemDefinition<T> = {
  key: StorageItemKey
  version: number
  fallback: T
  /** A value out of storage, or `null` if it is damaged. */
  parse: (value: unknown) => T | null
  /** From version n to n + 1, by n. */
  migrations?: Readonly<Record<number, (value: unknown) => unknown>>
}

export type Stored<T> =
  | { state: 'ok' | 'empty'; value: T }
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

const isEnvelope = (stored: unknown): stored is Envelope =>
  typeof stored === 'object' &&
  stored !== null &&
  'version' in stored &&
  typeof stored.version === 'number' &&
  Number.isSafeInteger(stored.version) &&
  stored.version >= 1 &&
  'value' in stored

export type VersionedItem<T> = {
  read: () => Promise<Stored<T>>
  /** As `read`, by the item's owner: a damaged value is set aside, and said so once. */
  load: () => Promise<Stored<T>>
  write: (value: T) => Promise<void>
  /**
   * As `write`, without a look first: on its way at once, for a popup that closes with the click that
   * changed it. Only for who has loaded the value, and found it not to be newer.
   */
  overwrite: (value: T) => Promise<void>
  watch: (callback: (value: T) => void) => () => void
  /** What such an envelope holds that comes from elsewhere: another browser, a file. */
  open: (stored: unknown) => Stored<T>
  /** As it is written, for elsewhere. */
  seal: (value: T) => Envelope
  /** As if it had never been written. */
  remove: () => Promise<void>
}

/** One versioned value in the browser's storage, checked whenever it comes out. */
export const versionedItem = <T>(definition: ItemDefinition<T>): VersionedItem<T> => {
  const { key, version, fallback, parse, migrations = {} } = definition
  const item = storage.defineItem<unknown>(key)

  const open = (stored: unknown): Stored<T> => {
    if (stored === null || stored === undefined) return { state: 'empty', value: fallback }
    if (!isEnvelope(stored)) return { state: 'damaged', value: fallback, stored }
    if (stored.version > version) return { state: 'newer', value: fallback }
    try {
      let { value } = stored
      for (let from = stored.version; from < version; from += 1) value = migrations[from]?.(value)
      const parsed = parse(value)
      if (parsed !== null) return { state: 'ok', value: parsed }
    } catch {
      // A migration that meets a value it does not know: damaged like any other.
    }
    return { state: 'damaged', value: fallback, stored }
  }

  const read = async () => open(await item.getValue())

  const load = async () => {
    const found = await read()
    if (found.state === 'damaged') {
      // In the same area: what a private window kept in memory must not come to the disk.
      const [area, name] = key.split(':') as [StorageArea, string]
      await storage.setItem(`${area}:set-aside:${name}`, { at: Date.now(), stored: found.stored })
      await item.removeValue()
      console.warn(`Margin Brake: stored ${name} was damaged; it was set aside.`)
    }
    return found
  }

  const seal = (value: T): Envelope => ({ version, value })
  const overwrite = (value: T) => item.setValue(seal(value))

  return {
    read,
    load,
    open,
    seal,
    remove: () => item.removeValue(),
    write: async (value) => {
      if ((await load()).state === 'newer') throw new NewerStorage(key)
      await overwrite(value)
    },
    overwrite,
    watch: (callback) => {
      const end = item.watch((stored) => {
        callback(open(stored).value)
      })
      return () => {
        try {
          end()
        } catch {
          // The extension was replaced under the page: nobody is listening any more.
        }
      }
    },
  }
}
