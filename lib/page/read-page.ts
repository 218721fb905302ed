import { decideMargin, type MarginHolds } from './decide-margin'
import type { Market, PageReading, PositionReading, ReadFailure, UnreadRow } from './page-reading'
import { findHeader } from './find-columns'
import { findPositionsTab } from './find-positions-tab'
import { findRows } from './find-rows'
import { isVisible } from './is-visible'
import { pairCells } from './pair-cells'
import { englishNumbers } from './parse-number'
import { readAccount } from './read-account'
import { positionOf } from './position-of'
import { draftRow, type RowDraft } from './read-row'
import { selectors } from './selectors'
import { textTokens } from './text-tokens'
import { saysNoPosition } from './words'

/** `/en/futures/BTCUSDT`, `/futures/BTCUSDT`, `/zh-CN/delivery/BTCUSD_PERP`. `null`: another page. */
export const marketOf = (pathname: string): Market | null => {
  const match = /^\/(?:[a-z]{2,3}(?:-[A-Za-z]{2,4})?\/)?(futures|delivery)(?:\/|$)/.exec(pathname)
  return match === null ? null : match[1] === 'delivery' ? 'coinm' : 'usdm'
}

const unreadable = (failure: ReadFailure): PageReading => ({ status: 'unreadable', failure })

const filterIsOn = (panel: Element): boolean =>
  [...panel.querySelectorAll(selectors.hideOtherSymbols)]
    .filter(isVisible)
    .some((box) => box.getAttribute('aria-checked') === 'true')

/** The column means the same in every row; rows that disagree leave it undecided. */
const marginOfTable = (drafts: readonly RowDraft[]): MarginHolds | null => {
  const [only, ...others] = new Set(drafts.flatMap(({ raw }) => decideMargin(raw) ?? []))
  return only !== undefined && others.length === 0 ? only : null
}

/** What stands twice under one key is not understood: neither is shown. */
const withoutTwins = (positions: readonly PositionReading[]) => {
  const times = Map.groupBy(positions, ({ key }) => key)
  return {
    positions: positions.filter(({ key }) => times.get(key)?.length === 1),
    twins: [...times.values()].flatMap((same): UnreadRow[] => {
      const [first, ...others] = same
      return first !== undefined && others.length > 0
        ? [{ symbol: first.symbol, reason: 'contradicted' }]
        : []
    }),
  }
}

/** What one reading may tell the next about the same page. */
export type ReaderMemory = { marginHolds: MarginHolds | null }

/**
 * Reads the page as it stands. It changes nothing there, and every call finds its way anew; `memory`
 * carries what the arithmetic has decided once and for all about this layout.
 */
export const readPage = (
  root: Document,
  now: number,
  memory: ReaderMemory = { marginHolds: null },
): PageReading => {
  const market = marketOf(root.location.pathname)
  if (market === null) return { status: 'loading' }
  const style = englishNumbers
  const tab = findPositionsTab(root)
  if ('code' in tab) {
    return root.querySelector(selectors.tab) === null ? { status: 'loading' } : unreadable(tab)
  }
  if (!tab.selected) return { status: 'hidden' }

  const account = readAccount(root, style)
  const header = findHeader(tab.panel)
  const rows = header === null ? [] : findRows(tab.panel, header)
  if (rows.length === 0) {
    const empty = textTokens(tab.panel).some(
      ({ text, element }) => saysNoPosition(text) && isVisible(element),
    )
    if (empty || tab.declared === 0) return { status: 'flat', market, account }
    if (header === null) return unreadable({ code: 'no-table' })
    return tab.declared === null ? { status: 'loading' } : unreadable({ code: 'no-rows-read' })
  }
  if (header === null) return unreadable({ code: 'no-columns' })

  const read = rows.map((row) => draftRow(pairCells(header, row), { market, style }))
  const drafts = read.filter((row) => 'raw' in row)
  const holds = memory.marginHolds ?? marginOfTable(drafts)
  memory.marginHolds = holds
  const { positions, twins } = withoutTwins(
    drafts.map((draft) => positionOf(draft, { holds, now })),
  )
  const unread = [...read.filter((row) => 'reason' in row), ...twins]
  return {
    status: 'positions',
    market,
    positions,
    unread,
    declared: tab.declared,
    complete: unread.length === 0 && !filterIsOn(tab.panel) && tab.declared === positions.length,
    account,
  }
}
