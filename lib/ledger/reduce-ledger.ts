import { figuresOf, sameFigures, showsAsMuch } from './figures'
import type { Episode, Ledger, Shown, Waiting } from './ledger'
import { lateness, type Look } from './look'
import type { Observation } from './observation'
import { positionKey } from './position-key'
import { reduceAbsence, reduceArrival } from './presence'
import { reducePosition } from './reduce-position'

type Tab = Ledger['tabs'][string]

/** Tabs that closed long ago are forgotten. */
const TAB_LIFE = 24 * 3_600_000
const MOST_TABS = 50

const forgetTabs = (tabs: Ledger['tabs'], at: number): Ledger['tabs'] =>
  Object.fromEntries(
    Object.entries(tabs)
      .filter(([, tab]) => Math.abs(at - tab.at) < TAB_LIFE)
      .sort(([, a], [, b]) => b.at - a.at)
      .slice(0, MOST_TABS),
  )

/** After the clock was set back by so much: what we remember keeps its order and lies in the past. */
const setBack = (ledger: Ledger, by: number): Ledger => {
  const past = (time: number): number => time - by
  const waiting = (looks: Record<string, Waiting>): Record<string, Waiting> =>
    Object.fromEntries(
      Object.entries(looks).map(([name, look]) => [name, { ...look, at: past(look.at) }]),
    )
  const rewound = (episode: Episode): Episode => ({
    ...episode,
    seenAt: past(episode.seenAt),
    walletSeenAt: past(episode.walletSeenAt),
    withoutStopSince: episode.withoutStopSince && past(episode.withoutStopSince),
    pending: waiting(episode.pending),
    recent: episode.recent && {
      ...episode.recent,
      from: past(episode.recent.from),
      at: past(episode.recent.at),
    },
    missing: episode.missing && { ...episode.missing, at: past(episode.missing.at) },
  })
  const rewoundTab = (tab: Tab): Tab => ({
    ...tab,
    at: past(tab.at),
    since: past(tab.since),
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
    tabs: Object.fromEntries(
      Object.entries(ledger.tabs).map(([name, tab]) => [name, rewoundTab(tab)]),
    ),
    completeAt: { usdm: usdm && past(usdm), coinm: coinm && past(coinm) },
  }
}

const shownBy = (tab: Tab | undefined, key: string): readonly Shown[] =>
  tab !== undefined && Object.hasOwn(tab.shown, key) ? (tab.shown[key] ?? []) : []

/** States of one position that are kept per tab. */
const MOST_SHOWN = 4

/**
 * What the tab has shown of each position lately; and, however much came after it, that it has shown
 * what is believed now: it would be taken to lag behind that otherwise.
 */
const shownAfter = (
  before: Tab | undefined,
  { positions, complete, at }: Observation,
  open: Ledger['open'],
): Tab['shown'] => {
  const now = positions.map((position) => {
    const key = positionKey(position)
    const figures = figuresOf(position)
    const cross = position.marginMode === 'cross'
    const states = shownBy(before, key)
    const [last] = states
    const same =
      last !== undefined &&
      showsAsMuch(last.figures, figures) &&
      sameFigures(last.figures, figures, cross)
    if (same) return [key, states] as const
    const all = [{ figures, since: at }, ...states]
    const believed = Object.hasOwn(open, key) ? open[key]?.figures : undefined
    const kept = all.find((state) => believed && sameFigures(state.figures, believed, cross))
    const latest = all.slice(0, MOST_SHOWN)
    return [key, !kept || latest.includes(kept) ? latest : [...latest, kept]] as const
  })
  const kept = complete ? [] : Object.entries(before?.shown ?? {})
  return Object.fromEntries([...kept, ...now].map(([key, states]) => [key, [...states]]))
}

/**
 * One more look at the table. Pure and idempotent: a look that was seen, or came late from the same
 * tab, changes nothing; two tabs that see the same truth count it once.
 */
export const reduceLedger = (ledger: Ledger, observation: Observation): Ledger => {
  const { tab, sequence, at, market, positions, complete } = observation
  const stored = Object.hasOwn(ledger.tabs, tab) ? ledger.tabs[tab] : undefined
  if (stored !== undefined && sequence <= stored.sequence) return ledger

  const clockWentBack = stored !== undefined && at < stored.at
  const late = lateness(at, clockWentBack)
  let next = clockWentBack ? setBack(ledger, stored.at - at + 1) : ledger
  const known = Object.hasOwn(next.tabs, tab) ? next.tabs[tab] : undefined
  for (const position of positions) {
    const key = positionKey(position)
    const look: Look = {
      position,
      figures: figuresOf(position),
      at,
      tab,
      market,
      shown: shownBy(known, key),
      tabSince: known?.since ?? at,
      late,
    }
    const episode = Object.hasOwn(next.open, key) ? next.open[key] : undefined
    next = episode === undefined ? reduceArrival(next, look) : reducePosition(next, episode, look)
  }
  next = reduceAbsence(next, observation, late)
  const last = next.completeAt[market]
  const later = last === null || !late(last)
  return {
    ...next,
    tabs: {
      ...forgetTabs(next.tabs, at),
      [tab]: {
        sequence,
        at,
        since: known?.since ?? at,
        shown: shownAfter(known, observation, next.open),
      },
    },
    completeAt: complete && later ? { ...next.completeAt, [market]: at } : next.completeAt,
  }
}
