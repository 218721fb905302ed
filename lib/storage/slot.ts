import { browser } from 'wxt/browser'

type Area = 'local' | 'session' | 'sync'

/** "local:ledger": an area of the browser's storage, and the key in it. */
export type SlotKey = `${Area}:${string}`

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown } | undefined>

/** Values in storage are plain JSON. Firefox speaks of a change when the same was written again. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** One key of the browser's storage. */
export const slot = (key: SlotKey) => {
  const split = key.indexOf(':')
  const name = key.slice(split + 1)
  // Looked up when it is used: a content script may not even look at the session's area.
  const area = () => browser.storage[key.slice(0, split) as Area]
  return {
    /** `undefined`: there is nothing. */
    read: async (): Promise<unknown> => (await area().get(name))[name],
    write: (value: unknown) => area().set({ [name]: value }),
    remove: () => area().remove(name),
    /** The keys of everything that its area holds. */
    keysInArea: async () => Object.keys(await area().get(null)),
    /** Calls back with each new value, until the returned function is called. */
    watch: (callback: (value: unknown) => void) => {
      const listener = (changes: Changes): void => {
        const change = changes[name]
        if (change !== undefined && !isSame(change.oldValue, change.newValue)) {
          callback(change.newValue)
        }
      }
      const { onChanged } = area()
      onChanged.addListener(listener)
      return () => {
        try {
          onChanged.removeListener(listener)
        } catch {
          // The extension was replaced under the page: nobody is listening any more.
        }
      }
    },
  }
}
