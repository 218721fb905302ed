/* eslint-disable @typescript-eslint/unbound-method -- it takes methods from their prototypes on purpose */

/** What the page has caught: a call of ours that went through something of its own, or words of ours. */
export type Caught = { calls: string[]; words: string[]; replaced: number; lies: number }

declare global {
  // Merged into the browser's own interface: it is where a page keeps its globals.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    caught: Caught
  }
}

/**
 * Runs in the page before any script, its own or ours. Methods that the page needs itself are wrapped: whoever
 * calls one from an extension is caught, and lied to. Those that the page can do without lie to everybody.
 */
export const overridePrototypes = (): void => {
  const caught: Caught = { calls: [], words: [], replaced: 0, lies: 0 }
  window.caught = caught
  Error.stackTraceLimit = 6
  const { apply } = Reflect
  const { test } = RegExp.prototype
  const own = /(?:chrome|moz)-extension:|content-scripts\/futures/
  const ours = /margin-?brake|maxMarginAdditions|liquidationDistance|episode/i
  const is = (pattern: RegExp, text: string): boolean => apply(test, pattern, [text])
  let busy = false

  const catches = (name: string, given: readonly unknown[]): boolean => {
    // Making a stack calls methods that are replaced as well.
    if (busy) return false
    busy = true
    try {
      for (const each of given) {
        // What a method is called on comes as an object.
        const value = each instanceof String ? each.valueOf() : each
        if (typeof value === 'string' && value.length < 10_000 && is(ours, value)) {
          caught.words[caught.words.length] = `${name}: ${value}`
        }
      }
      const isOurs = is(own, new Error().stack ?? '')
      if (isOurs) caught.calls[caught.calls.length] = name
      return isOurs
    } finally {
      busy = false
    }
  }

  type Method = (...given: unknown[]) => unknown
  const wrap = (holder: object, names: readonly string[]): void => {
    for (const name of names) {
      const original = (holder as Record<string, Method>)[name]
      if (typeof original !== 'function') throw new Error(`nothing to replace: ${name}`)
      Object.defineProperty(holder, name, {
        configurable: true,
        writable: true,
        value: function (this: unknown, ...given: unknown[]) {
          if (catches(name, [this, ...given])) return undefined
          const value: unknown = apply(original, this, given)
          return value
        },
      })
      caught.replaced += 1
    }
  }
  const wrapGetters = (holder: object, names: readonly string[]): void => {
    for (const name of names) {
      const { get, set } = Object.getOwnPropertyDescriptor(holder, name) ?? {}
      if (get === undefined) throw new Error(`nothing to read: ${name}`)
      Object.defineProperty(holder, name, {
        configurable: true,
        get(this: unknown) {
          const value: unknown = apply(get, this, [])
          return catches(name, []) ? null : value
        },
        ...(set !== undefined && {
          set(this: unknown, value: unknown) {
            if (!catches(name, [value])) apply(set, this, [value])
          },
        }),
      })
      caught.replaced += 1
    }
  }
  const lie = (holder: object, lies: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(lies)) {
      if (!(name in holder)) throw new Error(`nothing to lie about: ${name}`)
      Object.defineProperty(holder, name, { configurable: true, writable: true, value })
      caught.lies += 1
    }
  }

  wrap(Array.prototype, ['map', 'filter', 'find', 'some', 'every', 'flatMap', 'reduce', 'push'])
  wrap(Array.prototype, ['slice', 'join', 'includes', 'sort', 'forEach', 'concat', 'indexOf'])
  wrap(String.prototype, ['split', 'replace', 'replaceAll', 'slice', 'trim', 'startsWith', 'match'])
  wrap(Number.prototype, ['toFixed', 'toString', 'valueOf'])
  wrap(RegExp.prototype, ['exec'])
  wrap(Object, ['entries', 'fromEntries', 'keys', 'assign', 'freeze', 'values'])
  wrap(JSON, ['parse', 'stringify'])
  wrap(Math, ['abs', 'min', 'max', 'floor', 'round', 'log', 'pow'])
  wrap(Promise.prototype, ['then'])
  wrap(Map.prototype, ['get', 'set', 'has'])
  wrap(Set.prototype, ['has', 'add'])
  wrap(WeakMap.prototype, ['get', 'set'])
  wrap(Node.prototype, ['appendChild', 'insertBefore', 'removeChild', 'contains', 'cloneNode'])
  wrap(Node.prototype, ['compareDocumentPosition', 'getRootNode'])
  wrapGetters(Node.prototype, ['textContent', 'nodeValue', 'parentNode', 'parentElement'])
  wrapGetters(Node.prototype, ['childNodes', 'firstChild', 'nextSibling', 'isConnected'])
  wrap(Element.prototype, ['getAttribute', 'hasAttribute', 'setAttribute', 'append', 'remove'])
  wrap(Element.prototype, ['querySelector', 'querySelectorAll', 'matches', 'closest'])
  wrap(Element.prototype, ['getBoundingClientRect', 'getClientRects', 'attachShadow'])
  wrapGetters(Element.prototype, ['children', 'localName', 'className', 'id'])
  wrapGetters(CharacterData.prototype, ['data'])
  wrap(Document.prototype, ['createElement', 'createTextNode', 'getElementById', 'querySelector'])
  wrap(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent'])
  wrap(window, [
    'getComputedStyle',
    'setTimeout',
    'clearTimeout',
    'requestAnimationFrame',
    'queueMicrotask',
  ])

  lie(Element.prototype, { checkVisibility: () => false, getAnimations: () => [] })
  lie(Document.prototype, { createTreeWalker: () => null, elementFromPoint: () => null })
  lie(String.prototype, { normalize: () => '0', localeCompare: () => 0, at: () => '9' })
  lie(Array.prototype, { at: () => undefined, findLast: () => undefined, toSorted: () => [] })
  lie(Intl.NumberFormat.prototype, { formatToParts: () => [] })
  lie(Number.prototype, { toLocaleString: () => '99 %' })
  lie(Object, { groupBy: () => ({}) })
  lie(crypto, { randomUUID: () => '00000000-0000-4000-8000-000000000000' })
  lie(window, {
    structuredClone: () => ({}),
    requestIdleCallback: () => 0,
    IntersectionObserver: class {
      observe = () => undefined
      disconnect = () => undefined
    },
    MutationObserver: class {
      observe = () => undefined
      disconnect = () => undefined
      takeRecords = () => []
    },
  })
}
