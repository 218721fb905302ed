import { keyOf, stopAbsence, withEvents, withPrices, withSample } from './episode'
import { explainChange } from './explain-change'
import { decimal, figuresOf, mergeFigures, numeral, sameFigures } from './figures'
import type { Episode, Figures, Ledger } from './ledger'
import type { Observation, ObservedPosition } from './observation'
import { closeEpisode, openOrResume, reduceAbsence } from './presence'
import { positionKey } from './position-key'

/** Rises of margin closer together than this are one: the page updates cell by cell. */
const ONE_ADDITION = 5_000
/** Margin and liquidation price that still disagree after this long are believed as they are. */
const CONTRADICTION_ENDS = 30_000
/** A tab that was silent for longer was asleep: what it sees now happened while away. */
const AWAY = 150_000
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

/** Two additions within seconds of each other, joined into one event. */
const joinAdditions = (before: Episode, after: Episode): Episode => {
  const [last, ...fresh] = after.events.slice(before.events.length - 1)
  const [added] = fresh.filter(({ kind }) => kind === 'margin-added')
  if (last?.kind !== 'margin-added' || added?.kind !== 'margin-added') return after
  if (added.at - last.at > ONE_ADDITION || !last.certain || !added.certain) return after
  const amount =
    last.amount === null || added.amount === null
      ? null
      : numeral(decimal(last.amount).plus(added.amount))
  const joined = { ...last, amount, liquidationAfter: added.liquidationAfter }
  return {
    ...after,
    events: after.events
      .filter((event) => event.id !== added.id)
      .map((event) => (event.id === last.id ? joined : event)),
  }
}

type Look = { observation: Observation; position: ObservedPosition; figures: Figures }

/** The figures were seen twice: what they mean is written down. */
const confirm = (
  episode: Episode,
  { observation, position }: Look,
  pending: { figures: Figures; at: number },
): { episode: Episode; replaced: boolean } => {
  const after = mergeFigures(episode.figures, pending.figures)
  const away = Math.abs(pending.at - episode.seenAt) > AWAY
  const explained = explainChange({
    episode,
    after,
    at: pending.at,
    away,
    nextFundingAt: episode.nextFundingAt,
  })
  if ('replaced' in explained) return { episode, replaced: true }
  if ('contradiction' in explained) {
    if (observation.at - pending.at < CONTRADICTION_ENDS) {
      return {
        episode: { ...episode, pending: { ...pending, tab: observation.tab } },
        replaced: false,
      }
    }
  }
  const events = 'events' in explained ? explained.events : []
  const changed = withEvents(
    {
      ...withPrices(episode, position),
      figures: after,
      seenAt: observation.at,
      pending: null,
      withoutStopSince: stopAbsence(episode, after, pending.at),
    },
    events,
  )
  return {
    episode: withSample(joinAdditions(episode, changed), observation.at, events.length > 0),
    replaced: false,
  }
}

const reduceOpen = (
  ledger: Ledger,
  episode: Episode,
  look: Look,
  shownBefore: Figures | undefined,
): Ledger => {
  const { observation, position, figures } = look
  const key = keyOf(episode)
  const cross = episode.marginMode === 'cross'
  const present = { ...episode, missing: null }
  const put = (next: Episode): Ledger => ({ ...ledger, open: { ...ledger.open, [key]: next } })

  if (sameFigures(present.figures, figures, cross)) {
    const merged = mergeFigures(present.figures, figures)
    const seen = {
      ...withPrices(present, position),
      figures: { ...merged, margin: present.figures.margin ?? merged.margin },
      seenAt: observation.at,
      pending: null,
      withoutStopSince: stopAbsence(present, merged, observation.at),
    }
    return put(withSample(seen, observation.at, false))
  }
  const { pending } = present
  if (pending !== null && sameFigures(pending.figures, figures, cross)) {
    const { episode: next, replaced } = confirm(present, look, pending)
    if (!replaced) return put(next)
    return openOrResume(
      closeEpisode(ledger, present, { at: pending.at, how: 'closed' }),
      look,
      pending.at,
    )
  }
  // A tab that repeats what it showed before lags behind another: it has nothing new to say.
  if (shownBefore !== undefined && sameFigures(shownBefore, figures, cross)) return put(present)
  return put({ ...present, pending: { figures, at: observation.at, tab: observation.tab } })
}

const reducePosition = (
  ledger: Ledger,
  observation: Observation,
  position: ObservedPosition,
): Ledger => {
  const key = positionKey(position)
  const figures = figuresOf(position)
  const look = { observation, position, figures }
  const tab = ledger.tabs[observation.tab]
  const shownBefore =
    tab !== undefined && Object.hasOwn(tab.looks, key) ? tab.looks[key] : undefined
  const episode = Object.hasOwn(ledger.open, key) ? ledger.open[key] : undefined
  if (episode !== undefined) return reduceOpen(ledger, episode, look, shownBefore)

  const arriving = Object.hasOwn(ledger.arriving, key) ? ledger.arriving[key] : undefined
  if (
    arriving !== undefined &&
    sameFigures(arriving.figures, figures, position.marginMode === 'cross')
  ) {
    return openOrResume(ledger, look, arriving.at)
  }
  const { at, tab: from } = observation
  return { ...ledger, arriving: { ...ledger.arriving, [key]: { figures, at, tab: from } } }
}

/**
 * One more look at the table. Pure and idempotent: a look that was seen, or came late from the same
 * tab, changes nothing; two tabs that see the same truth count it once.
 */
export const reduceLedger = (ledger: Ledger, observation: Observation): Ledger => {
  const { tab, sequence, at, market, positions, complete } = observation
  const known = Object.hasOwn(ledger.tabs, tab) ? ledger.tabs[tab] : undefined
  if (known !== undefined && sequence <= known.sequence) return ledger

  let next = ledger
  for (const position of positions) next = reducePosition(next, observation, position)
  next = reduceAbsence(next, observation)
  const looks = {
    ...known?.looks,
    ...Object.fromEntries(
      positions.map((position) => [positionKey(position), figuresOf(position)]),
    ),
  }
  const present = new Set<string>(positions.map(positionKey))
  const kept = complete
    ? Object.fromEntries(Object.entries(looks).filter(([key]) => present.has(key)))
    : looks
  return {
    ...next,
    tabs: { ...forgetTabs(next.tabs, at), [tab]: { sequence, at, looks: kept } },
    completeAt: complete ? { ...next.completeAt, [market]: at } : next.completeAt,
  }
}
