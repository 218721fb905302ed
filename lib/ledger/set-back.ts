import type { Episode, Ledger, Tab, Waiting } from './ledger'
import { HOUR_MS } from './settlements'

/**
 * After the clock was set back by this many milliseconds: what is remembered keeps its order and lies
 * in the past. What was written down keeps the time that it was written with.
 */
export const setBack = (ledger: Ledger, by: number): Ledger => {
  const past = (time: number): number => time - by - 1
  const pastOrNull = (time: number | null): number | null => (time === null ? null : past(time))
  const waiting = (looks: Record<string, Waiting>): Record<string, Waiting> =>
    Object.fromEntries(
      Object.entries(looks).map(([name, look]) => [
        name,
        { ...look, at: past(look.at), completeAt: pastOrNull(look.completeAt) },
      ]),
    )
  const rewound = (episode: Episode): Episode => ({
    ...episode,
    closedAt: pastOrNull(episode.closedAt),
    seenAt: past(episode.seenAt),
    // How long it has not been in sight nobody knows: there may have been a settlement. A clock that is set by
    // seconds was never wrong by hours.
    walletSeenAt: past(episode.walletSeenAt) - Math.min(by, HOUR_MS),
    marginSeenAt: null,
    priceSeenAt: null,
    withoutStopSince: pastOrNull(episode.withoutStopSince),
    pending: waiting(episode.pending),
    recent: episode.recent && {
      ...episode.recent,
      from: past(episode.recent.from),
      at: past(episode.recent.at),
      last: pastOrNull(episode.recent.last),
    },
    missing: episode.missing && { ...episode.missing, at: past(episode.missing.at) },
  })
  const rewoundTab = (tab: Tab): Tab => ({
    ...tab,
    at: past(tab.at),
    since: past(tab.since),
    movedAt: pastOrNull(tab.movedAt),
    shown: Object.fromEntries(
      Object.entries(tab.shown).map(([key, states]) => [
        key,
        states.map((state) => ({ ...state, since: past(state.since) })),
      ]),
    ),
  })
  const { usdm, coinm } = ledger.completeAt
  return {
    ...ledger,
    arriving: waiting(ledger.arriving),
    open: Object.fromEntries(
      Object.entries(ledger.open).map(([key, episode]) => [key, rewound(episode)]),
    ),
    closed: ledger.closed.map(rewound),
    tabs: Object.fromEntries(
      Object.entries(ledger.tabs).map(([name, tab]) => [name, rewoundTab(tab)]),
    ),
    completeAt: { usdm: pastOrNull(usdm), coinm: pastOrNull(coinm) },
  }
}
