/** One of the browser's events, as extensions know them. */
export type Listeners<L> = {
  addListener: (listener: L) => void
  removeListener: (listener: L) => void
  hasListener: (listener: L) => boolean
}

/** Of one frame: who listens there, and everyone who does, for the browser to call. */
export const listeners = <L>(): { event: Listeners<L>; all: ReadonlySet<L> } => {
  const all = new Set<L>()
  return {
    all,
    event: {
      addListener: (listener) => void all.add(listener),
      removeListener: (listener) => void all.delete(listener),
      hasListener: (listener) => all.has(listener),
    },
  }
}
