import { AWAY } from './change'
import { figuresOf, sameFigures, showsAsMuch } from './figures'
import type { Episode, Figures, Ledger, Shown, Tab } from './ledger'
import type { Look } from './look'
import type { Observation } from './observation'
import { positionKey } from './position-key'
import { entry } from './record'
import { ruledOutBy } from './ruled-out'

/** A tab that has said nothing for this long is over. */
const TAB_LIFE_MS = 24 * 3_600_000
const MOST_TABS = 50
/** States of one position that are kept per tab. */
const MOST_SHOWN = 4
/** Marks that tell a page that moves from one that stands still. */
const MOST_MARKS = 5

export const shownBy = (tab: Tab | undefined, key: string): readonly Shown[] =>
  tab !== undefined && Object.hasOwn(tab.shown, key) ? (tab.shown[key] ?? []) : []

/** What a tab has shown since it showed what is believed, oldest first, up to now; empty: it has not. */
export const shownSince = ({ figures, marginMode }: Episode, look: Look): Figures[] => {
  const same = (a: Figures, b: Figures) => sameFigures(a, b, marginMode === 'cross')
  const earlier = look.shown.map((state) => state.figures)
  const [latest] = earlier
  // What it repeats it may have shown half-way, within the trembling of a wallet.
  const others = latest && same(latest, look.figures) ? earlier.slice(1) : earlier
  const states = [look.figures, ...others]
  const believed = states.findIndex((state) => same(state, figures))
  return states.slice(0, Math.max(0, believed)).reverse()
}

/** Another life in the same tab of the browser: the page was loaded again, and the one before is over. */
const isOver = (tab: Tab, { browserTab, at }: Observation): boolean =>
  tab.over ||
  Math.abs(at - tab.at) >= TAB_LIFE_MS ||
  (browserTab !== null && tab.browserTab === browserTab)

/** What it showed stands against nobody any more, and bears witness for a while. */
const ended = (tab: Tab, at: number): Tab => ({
  ...tab,
  over: true,
  ...(Math.abs(at - tab.at) > AWAY && { account: null, shown: {}, hidden: [], strange: [] }),
})

const firstOf = ({ positions }: Observation) => positions.slice(0, MOST_MARKS)

const marksOf = (observation: Observation): string =>
  firstOf(observation)
    .map(({ markPrice }) => markPrice ?? '')
    .join(' ')

/** Margin and PnL of the same positions: what is worked out from prices trembles where the mark, as it is printed, stands. */
const tremblingOf = (observation: Observation): string =>
  firstOf(observation)
    .flatMap(({ margin, unrealizedPnl }) => [margin ?? '', unrealizedPnl ?? ''])
    .join(' ')

/** Its page showed the marks of this look. Without a mark in sight nothing says that it stands still. */
const showedMarks = ({ marks }: Tab, observation: Observation): boolean =>
  marks === marksOf(observation) && marks.trim() !== ''

/** Its page shows what it showed in the look before. */
const standsStill = (tab: Tab, observation: Observation): boolean =>
  showedMarks(tab, observation) && tab.trembling === tremblingOf(observation)

/**
 * Of the lives that are over their number is left: a look that comes once more is none of a new page. One that
 * showed the prices to which this page has moved did not stand still, however long they were the same.
 */
export const rememberedTabs = (tabs: Ledger['tabs'], observation: Observation): Ledger['tabs'] => {
  const own = entry(tabs, observation.tab)
  const moves = own === undefined || !standsStill(own, observation)
  const remembered = ([name, tab]: readonly [string, Tab]): readonly [string, Tab] => {
    if (name === observation.tab) return [name, tab]
    if (isOver(tab, observation)) return [name, ended(tab, observation.at)]
    return [name, moves && showedMarks(tab, observation) ? { ...tab, movedAt: tab.at } : tab]
  }
  return Object.fromEntries(
    Object.entries(tabs)
      .sort(([, a], [, b]) => b.at - a.at)
      .slice(0, MOST_TABS)
      .map(remembered),
  )
}

/** A tab of the browser was closed. */
export const withoutTab = (ledger: Ledger, browserTab: number): Ledger => {
  const tabs = Object.entries(ledger.tabs)
  if (!tabs.some(([, tab]) => tab.browserTab === browserTab)) return ledger
  return {
    ...ledger,
    tabs: Object.fromEntries(
      tabs.map(([name, tab]) => [
        name,
        tab.browserTab === browserTab ? { ...tab, over: true } : tab,
      ]),
    ),
  }
}

/**
 * What the tab has shown of each position lately; and, however much came after it, that it has shown
 * what is believed now: it would be taken to lag behind that otherwise.
 */
const shownAfter = (
  before: Tab | undefined,
  observation: Observation,
  open: Ledger['open'],
): Tab['shown'] => {
  const { positions, complete, at } = observation
  const now = positions.map((position) => {
    const key = positionKey(position)
    const figures = figuresOf(position)
    const cross = position.marginMode === 'cross'
    const [last, ...earlier] = shownBy(before, key)
    const same =
      last !== undefined &&
      showsAsMuch(last.figures, figures) &&
      sameFigures(last.figures, figures, cross)
    if (same) return [key, [{ ...last, repeated: true }, ...earlier]] as const
    const all = [{ figures, since: at, repeated: false }, ...shownBy(before, key)]
    const believed = Object.hasOwn(open, key) ? open[key]?.figures : undefined
    const kept = all.find((state) => believed && sameFigures(state.figures, believed, cross))
    const latest = all.slice(0, MOST_SHOWN)
    return [key, !kept || latest.includes(kept) ? latest : [...latest, kept]] as const
  })
  const ruledOut = ruledOutBy(observation)
  const kept = complete
    ? []
    : Object.entries(before?.shown ?? {}).filter(([key]) => !ruledOut.has(key))
  return Object.fromEntries([...kept, ...now].map(([key, states]) => [key, [...states]]))
}

/** The look before was long ago: a machine that wakes shows the page with which it fell asleep. */
export const hasSlept = (known: Tab | undefined, observation: Observation): boolean =>
  known !== undefined &&
  Math.abs(observation.at - known.at) > AWAY &&
  standsStill(known, observation)

/** What is remembered of a tab after one more look of it. */
export const tabAfter = (
  known: Tab | undefined,
  observation: Observation,
  open: Ledger['open'],
): Tab => {
  const { sequence, at, browserTab, account } = observation
  const shown = shownAfter(known, observation, open)
  const inSight = new Set<string>(observation.positions.map(positionKey))
  return {
    sequence,
    // Until its prices move it is not there.
    at: known !== undefined && hasSlept(known, observation) ? known.at : at,
    since: known?.since ?? at,
    browserTab,
    over: false,
    account: account ?? known?.account ?? null,
    marks: marksOf(observation),
    trembling: tremblingOf(observation),
    movedAt: known !== undefined && standsStill(known, observation) ? known.movedAt : at,
    shown,
    hidden: Object.keys(shown).filter((key) => !inSight.has(key)),
    strange: known?.strange ?? [],
  }
}

/** Its last look showed the position. */
export const showsNow = (tab: Tab, key: string): boolean =>
  Object.hasOwn(tab.shown, key) && !tab.hidden.includes(key)

/** It has looked lately. */
export const isThere = (tab: Tab, at: number): boolean => !tab.over && Math.abs(at - tab.at) <= AWAY

/** It has looked lately, at a page whose prices move: a hidden one may show the past. */
export const isLive = (tab: Tab, at: number): boolean =>
  isThere(tab, at) && Math.abs(at - (tab.movedAt ?? tab.at)) <= AWAY
