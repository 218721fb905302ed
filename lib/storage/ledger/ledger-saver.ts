import type { Episode, Ledger } from '@/lib/ledger'

/** While nothing but prices moves. A tab looks once a minute, several tabs at several times. */
const PRICES_MS = 55_000
/** After a write that failed: there is no room, and it costs as much as one that does not fail. */
const RETRY_MS = 15_000

/** The liquidation price and the margin of a cross position move with every price of the account. */
const figuresOf = ({ figures, marginMode }: Episode) =>
  marginMode === 'cross' ? { ...figures, margin: null, liquidationPrice: null } : figures

/** All of an episode that is not a price or the time of a look. */
const essenceOf = (episode: Episode) => [
  figuresOf(episode),
  episode.events.length,
  episode.pending,
  episode.missing,
  episode.settling?.hour,
  episode.closedAt,
]

/** All of a ledger that must be written down before it is acknowledged. */
const essence = ({ open, arriving, closed, unarchived, tabs }: Ledger): string =>
  JSON.stringify([
    Object.entries(open).map(([key, episode]) => [key, episode.id, essenceOf(episode)]),
    arriving,
    closed.map(({ id, events }) => [id, events.length]),
    unarchived.map(({ id }) => id),
    Object.entries(tabs).flatMap(([name, { strange }]) => strange.map((key) => [name, key])),
  ])

type SaverOptions = { write: (ledger: Ledger) => Promise<void>; now: () => number }

/**
 * Writes a ledger when it says something else than what is stored, and prices once a minute. When the
 * storage is full it tries again once in a while and not at every look.
 */
export const ledgerSaver = ({ write, now }: SaverOptions) => {
  let saved: { essence: string; ledger: Ledger; at: number } | null = null
  let fullUntil: number | null = null

  /** A clock that was set back waits for nothing. */
  const isWithin = (since: number, length: number): boolean => Math.abs(now() - since) < length

  return {
    /** What was found in storage. */
    begin: (ledger: Ledger): void => {
      saved = { essence: essence(ledger), ledger, at: now() }
    },
    isFull: (): boolean => fullUntil !== null,
    /** Whether all of it is in storage after it. */
    save: async (ledger: Ledger): Promise<boolean> => {
      const next = essence(ledger)
      const isKept =
        saved !== null &&
        (saved.ledger === ledger || (saved.essence === next && isWithin(saved.at, PRICES_MS)))
      if (isKept && fullUntil === null) return saved?.ledger === ledger
      if (fullUntil !== null && isWithin(fullUntil - RETRY_MS, RETRY_MS)) return false
      try {
        await write(ledger)
        saved = { essence: next, ledger, at: now() }
        fullUntil = null
        return true
      } catch (fault) {
        if (fullUntil === null) console.error('Margin Brake: the ledger could not be saved.', fault)
        fullUntil = now() + RETRY_MS
        return false
      }
    },
  }
}
