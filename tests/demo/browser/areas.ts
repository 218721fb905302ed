import { type Change, copyInto, type Frame, textOf } from './frame.ts'

export type AreaName = 'local' | 'session'
type Keys = string | readonly string[]

const namesOf = (keys: Keys): readonly string[] => (typeof keys === 'string' ? [keys] : keys)

/** One storage area in memory, and what each frame sees of it. */
export const memoryArea = (name: AreaName, frames: () => readonly Frame[]) => {
  const stored = new Map<string, string>()

  const write = (wanted: ReadonlyMap<string, string | undefined>): void => {
    const changed = [...wanted].filter(([key, text]) => stored.get(key) !== text)
    const before = new Map(changed.map(([key]) => [key, stored.get(key)]))
    for (const [key, text] of changed) {
      if (text === undefined) stored.delete(key)
      else stored.set(key, text)
    }
    if (changed.length === 0) return
    for (const frame of frames()) {
      const changes = Object.fromEntries(
        changed.map(([key, text]): [string, Change] => [
          key,
          { oldValue: copyInto(frame, before.get(key)), newValue: copyInto(frame, text) },
        ]),
      )
      for (const listener of frame.changes[name].all) queueMicrotask(() => listener(changes))
    }
  }

  return (frame: Frame) => ({
    onChanged: frame.changes[name].event,
    get: (keys?: Keys | null) => {
      const wanted = keys === null || keys === undefined ? [...stored.keys()] : namesOf(keys)
      const found = wanted.flatMap((key) => {
        const text = stored.get(key)
        return text === undefined ? [] : [[key, copyInto(frame, text)] as const]
      })
      return Promise.resolve(Object.fromEntries(found))
    },
    set: (values: Record<string, unknown>) => {
      write(new Map(Object.entries(values).map(([key, value]) => [key, textOf(value)])))
      return Promise.resolve()
    },
    remove: (keys: Keys) => {
      write(new Map(namesOf(keys).map((key) => [key, undefined])))
      return Promise.resolve()
    },
    clear: () => {
      write(new Map([...stored.keys()].map((key) => [key, undefined])))
      return Promise.resolve()
    },
  })
}
