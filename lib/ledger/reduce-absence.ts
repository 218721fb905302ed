import { arrivedAt, withoutAbsent } from './arriving'
import { AWAY } from './change'
import { closeEpisode } from './close-episode'
import type { Episode, Ledger, Missing, Tab } from './ledger'
import type { Late } from './look'
import type { Observation } from './observation'
import { oppositeOf, positionKey } from './position-key'
import { entry } from './record'
import { isOtherAccount, sameAccount } from './same-account'
import { ruledOutBy } from './ruled-out'
import { isLive, shownBy, showsNow } from './tabs'
import { sameSize } from './wallet-change'
import { isDoubtful, isOfAnotherAccount, isStrange } from './witness'

/** A tab that never showed a position may declare it gone only after this long. */
const UNSEEN_MS = 120_000
/** By how much the other side may have come first, where another tab lags. Chosen. */
const REVERSAL_MS = 5_000

/**
 * The other side came as this one went. In hedge mode both may stand at once, and one has nothing to
 * do with the other; in one-way mode the one can only have come of the other.
 */
const wasReversed = (ledger: Ledger, episode: Episode, { positionMode }: Observation): boolean => {
  const opposite = oppositeOf(episode)
  const came = entry(ledger.open, opposite)?.openedAt ?? arrivedAt(ledger, opposite)
  if (came === undefined || positionMode === 'hedge') return false
  return !episode.hedged && came >= episode.seenAt - REVERSAL_MS
}

/** A tab shows it at this moment, and that tab's page moves. */
const isShown = ({ tabs }: Ledger, key: string, { at }: Observation): boolean =>
  Object.values(tabs).some((other) => isLive(other, at) && showsNow(other, key))

type Absence = {
  ledger: Ledger
  observation: Observation
  known: Tab | undefined
  gone: readonly Episode[]
  stayed: readonly Episode[]
}

/** Another tab knows better, or this one shows another account. */
const isDoubted = (episode: Episode, key: string, absence: Absence): boolean => {
  const { ledger, observation, gone, stayed } = absence
  const { account } = observation
  return (
    isShown(ledger, key, observation) ||
    isDoubtful(ledger, observation) ||
    isOtherAccount({ before: episode.account, after: account, gone, stayed })
  )
}

const missingAfter = (episode: Episode, key: string, absence: Absence): Missing => {
  const { observation, known } = absence
  const { at, ticker } = observation
  const before = episode.missing
  const states = shownBy(known, key)
  // Of a position of another size, which another tab goes on to show, it says nothing.
  const isAnother =
    !states.some(({ figures }) => sameSize(figures, episode.figures)) &&
    isShown(absence.ledger, key, observation)
  const showed = states.length > 0 && !isStrange(known, episode) && !isAnother
  const isNew = known === undefined && !isDoubted(episode, key, absence)
  const markPrice = ticker?.symbol === episode.symbol ? ticker.markPrice : null
  return {
    at: before?.at ?? at,
    looks: (before?.looks ?? 0) + 1,
    credible: showed || isNew || before?.credible === true,
    watched: before?.watched ?? (showed && Math.abs(at - episode.seenAt) <= AWAY),
    markPrice: before?.markPrice ?? markPrice,
  }
}

/** Whether the end was seen; `null` where an account may have been switched instead. */
const wasWatched = (
  { account: before }: Episode,
  missing: Missing,
  { gone, stayed, observation: { account: after } }: Absence,
): boolean | null => {
  if (!missing.watched) return false
  const same = sameAccount({ before, after, gone, stayed })
  const isBeside = stayed.some(({ openedAt, seenAt }) => Math.min(openedAt, seenAt) < missing.at)
  return same ?? (isBeside ? true : null)
}

/**
 * Positions that a complete look no longer shows. Flat needs two such looks; a tab that never showed
 * the position must see it missing for longer, since it may itself be the one that lags.
 */
export const reduceAbsence = (
  ledger: Ledger,
  observation: Observation,
  { known, late }: { known: Tab | undefined; late: Late },
): Ledger => {
  const { at, market, complete, positions, account } = observation
  let next = complete ? withoutAbsent(ledger, observation) : ledger
  const present = new Set<string>(positions.map(positionKey))
  const ruledOut = ruledOutBy(observation)
  const ofMarket = Object.entries(ledger.open).filter(([, episode]) => episode.market === market)
  const stayed = ofMarket.flatMap(([key, episode]) => (present.has(key) ? [episode] : []))
  const gone = ofMarket.flatMap(([key, episode]) => (present.has(key) ? [] : [episode]))
  if (isOfAnotherAccount(ledger, observation, { gone, stayed })) return next
  for (const [key, episode] of ofMarket) {
    const isAbsent = complete || ruledOut.has(key)
    if (!isAbsent || present.has(key) || late(episode.seenAt)) continue
    const absence: Absence = { ledger, observation, known, gone, stayed }
    const missing = missingAfter(episode, key, absence)
    const isLong = !isDoubtful(ledger, observation) && at - missing.at >= UNSEEN_MS
    const isGone = missing.looks >= 2 && (missing.credible || isLong)
    if (!isGone) {
      next = { ...next, open: { ...next.open, [key]: { ...episode, missing } } }
      continue
    }
    next = closeEpisode(next, episode, {
      at: missing.at,
      reversed: wasReversed(ledger, episode, observation),
      markPrice: missing.markPrice,
      watched: wasWatched(episode, missing, absence),
      money: { before: episode.account, after: account, others: stayed },
    })
  }
  return next
}
