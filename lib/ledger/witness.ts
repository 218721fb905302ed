import { AWAY } from './change'
import { changedAt, keyOf, withEvents } from './episode'
import { decimal, figuresOf, sameFigures } from './figures'
import type { Episode, Figures, Ledger, Shown, Tab } from './ledger'
import { BEHIND_MS, LAG, type Look } from './look'
import type { Observation } from './observation'
import { positionKey } from './position-key'
import { entry } from './record'
import { isOtherAccount, sameAccount } from './same-account'
import { isLive, isThere, shownBy, showsNow } from './tabs'

const same = (a: Figures, b: Figures, { marginMode }: Episode): boolean =>
  sameFigures(a, b, marginMode === 'cross')

/** It has shown what is believed. */
const hasShown = (states: readonly Shown[], episode: Episode): boolean =>
  states.some(({ figures }) => same(figures, episode.figures, episode))

/** It knows the position as it is believed to be, and shows something else than this since. */
const disagrees = (tab: Tab, episode: Episode, figures: Figures): boolean => {
  const states = shownBy(tab, keyOf(episode))
  const [latest] = states
  const isOf = ({ since }: Shown, last: Shown): boolean =>
    since === last.since || since > changedAt(episode)
  return (
    latest !== undefined &&
    showsNow(tab, keyOf(episode)) &&
    hasShown(states, episode) &&
    !states.some((state) => isOf(state, latest) && same(state.figures, figures, episode))
  )
}

export const isStrange = (tab: Tab | undefined, episode: Episode): boolean =>
  tab?.strange.includes(keyOf(episode)) === true

type Two = {
  episode: Episode
  figures: Figures
  accounts: readonly [Tab['account'] | undefined, Tab['account'] | undefined]
}

/** Their balances can be those of one account, whichever of the two sizes the position has; `null`: unknown. */
const ofOneAccount = ({ open }: Ledger, { episode, figures, accounts: [a, b] }: Two) => {
  const isLarger = decimal(figures.quantity).gt(episode.figures.quantity)
  const larger = isLarger ? { ...episode, figures } : episode
  return sameAccount({
    before: a ?? null,
    after: b ?? null,
    gone: [],
    stayed: Object.values({ ...open, [keyOf(episode)]: larger }),
  })
}

const ofTwoAccounts = (ledger: Ledger, two: Two): boolean => ofOneAccount(ledger, two) === false

/**
 * Another tab, of which the page moves, shows another account at this moment: what this one does not
 * show says nothing about what that one has shown. What is `gone` may have given its money back since.
 */
export const isOfAnotherAccount = (
  { tabs }: Ledger,
  { tab, at, account }: Observation,
  { gone, stayed }: { gone: readonly Episode[]; stayed: readonly Episode[] },
): boolean =>
  Object.entries(tabs).some(([name, other]) => {
    if (name === tab || !isLive(other, at)) return false
    const isLater = Math.abs(at - other.at) > BEHIND_MS
    const all = isLater ? { gone, stayed } : { gone: [], stayed: [...gone, ...stayed] }
    return sameAccount({ before: other.account, after: account, ...all }) === false
  })

type Seen = Pick<Look, 'tab' | 'figures' | 'at'>

/** What the other tab shows stands against this one: it is of this moment, or of another account. */
const speaksAgainst = (ledger: Ledger, two: Two, other: Tab, { at }: Seen): boolean =>
  isLive(other, at) || (isThere(other, at) && ofTwoAccounts(ledger, two))

/** A filter hides it there, in an account that is not this tab's; and this tab's is not the one it was shown in. */
const hidesIt = (ledger: Ledger, two: Two, other: Tab): boolean => {
  const { episode, accounts } = two
  return (
    hasShown(shownBy(other, keyOf(episode)), episode) &&
    ofTwoAccounts(ledger, two) &&
    ofOneAccount(ledger, { ...two, accounts: [episode.account, accounts[1]] }) !== true
  )
}

const isOpposed = (ledger: Ledger, episode: Episode, look: Seen): boolean =>
  Object.values(ledger.tabs).some((other) => {
    const two: Two = {
      episode,
      figures: look.figures,
      accounts: [other.account, entry(ledger.tabs, look.tab)?.account],
    }
    return (
      speaksAgainst(ledger, two, other, look) &&
      (disagrees(other, episode, look.figures) || hidesIt(ledger, two, other))
    )
  })

/** It shows another position otherwise than a tab that is there, and has never shown it so: whose is it? */
export const isDoubtful = (ledger: Ledger, { tab, at, positions }: Observation): boolean =>
  positions.some((position) => {
    const episode = entry(ledger.open, positionKey(position))
    if (episode === undefined) return false
    const figures = figuresOf(position)
    return (
      !hasShown(shownBy(entry(ledger.tabs, tab), keyOf(episode)), episode) &&
      !same(figures, episode.figures, episode) &&
      isOpposed(ledger, episode, { tab, at, figures })
    )
  })

/**
 * Who can say that something has *changed*: a tab that showed it before and shows it now; or any tab
 * while no other one contradicts it. Two accounts in two tabs hold the same trade: 59.43 here, 80.00
 * there. That is a difference, and not an addition of 20.57.
 */
export const canWitness = (ledger: Ledger, episode: Episode, look: Look): boolean =>
  hasShown(look.shown, episode) || !isOpposed(ledger, episode, look)

/**
 * Whether the balance is that of the account that was last shown with it: it has moved as prices do, or by more
 * than all is worth; `null`: it is not in sight, or not clear.
 */
export const keepsBalance = (
  { open }: Ledger,
  episode: Episode,
  { figures, account: after }: Look,
): boolean | null => {
  // What is free moves with every deed.
  const before = episode.account && { ...episode.account, availableBalance: null }
  const all = Object.values({ ...open, [keyOf(episode)]: { ...episode, figures } })
  const asked = { before, after, gone: [], stayed: all }
  if (sameAccount(asked) === true) return true
  return isOtherAccount(asked) ? false : null
}

/** Seen a moment ago, and not by this tab. */
export const isUnknownTo = (episode: Episode, { shown, at }: Look): boolean =>
  Math.abs(at - episode.seenAt) <= AWAY && !hasShown(shown, episode)

/** It was found to contradict another tab, and that one is still there. */
export const isContradicted = (ledger: Ledger, episode: Episode, look: Look): boolean =>
  isStrange(entry(ledger.tabs, look.tab), episode) && isOpposed(ledger, episode, look)

const withStrange = (ledger: Ledger, names: readonly string[], key: string): Ledger => ({
  ...ledger,
  tabs: Object.fromEntries(
    Object.entries(ledger.tabs).map(([name, tab]) => [
      name,
      names.includes(name) ? { ...tab, strange: [...tab.strange, key] } : tab,
    ]),
  ),
})

/**
 * A tab repeats what is believed while another has long shown something else that it never saw
 * change: probably another account. Written down once, and nothing of it is counted.
 */
export const suspectOthers = (ledger: Ledger, episode: Episode, look: Look): Ledger => {
  const own = entry(ledger.tabs, look.tab)
  if (own === undefined) return ledger
  const names = Object.entries(episode.pending).flatMap(([name, waiting]) => {
    const other = entry(ledger.tabs, name)
    if (other === undefined || isStrange(other, episode)) return []
    const saw = hasShown(shownBy(other, keyOf(episode)), episode)
    const two: Two = { episode, figures: waiting.figures, accounts: [own.account, other.account] }
    const contradicts =
      isThere(other, look.at) && (isLive(own, look.at) || ofTwoAccounts(ledger, two))
    return look.at - waiting.at >= LAG && contradicts && !saw ? [name] : []
  })
  if (names.length === 0) return ledger
  const noted = withEvents(episode, [{ kind: 'other-account', at: look.at, awaySince: null }])
  const pending = Object.fromEntries(
    Object.entries(episode.pending).filter(([name]) => !names.includes(name)),
  )
  const key = keyOf(episode)
  const suspected = withStrange(ledger, names, key)
  return { ...suspected, open: { ...suspected.open, [key]: { ...noted, pending } } }
}

/** It shows what is believed: whatever it contradicted is settled. */
export const withoutSuspicion = (ledger: Ledger, { tab }: Look, key: string): Ledger => {
  const own = entry(ledger.tabs, tab)
  if (own?.strange.includes(key) !== true) return ledger
  const strange = own.strange.filter((name) => name !== key)
  return { ...ledger, tabs: { ...ledger.tabs, [tab]: { ...own, strange } } }
}

/** Two accounts are probably open in two tabs at this moment. */
export const suspectsTwoAccounts = ({ tabs, open }: Ledger, at: number): boolean =>
  Object.values(tabs).some(
    (tab) => isLive(tab, at) && tab.strange.some((key) => entry(open, key) !== undefined),
  )
