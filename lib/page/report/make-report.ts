import { allRuns } from '../dom/runs'
import { isDrawn } from '../dom/visible'
import { search } from '../locate/search'
import { findPositionsTab } from '../locate/tabs'
import { emptyMemory } from '../watch/memory'
import { readPage } from '../watch/read-page'
import { commonAncestor } from '../locate/header'
import { selectors } from '../selectors'
import { means } from '../words/lexicon'
import { amountsIn, redactAmounts } from './redact-amounts'
import type { SelfCheck } from './self-check'
import { isTab, serializedPage, serializeStructure } from './serialize-structure'

type ReportQuestion = {
  check: SelfCheck
  /** Of the extension. */
  version: string
  /** From 0 to below 1. */
  random: () => number
}

/** A book of orders and a chart are much, and tell nothing. */
const MOST_ELEMENTS = 4_000

const isOfUse = (widget: Element): boolean =>
  isDrawn(widget) &&
  widget.querySelectorAll('*').length <= MOST_ELEMENTS &&
  (widget.querySelector(`${selectors.tab}, ${selectors.tabBeforeRoles}`) !== null ||
    allRuns(widget).some(({ text }) => means('marginBalance', text)))

/** The positions with their tabs, in whatever elements they stand, and the widgets that say more. */
const partsOf = (root: Document): Element[] => {
  const memory = emptyMemory()
  readPage(root, 0, memory)
  const tab = findPositionsTab(root, search(root.body).tabs)
  const scope = memory.known?.place.scope ?? null
  const group = tab === null || tab === 'ambiguous' ? null : tab.group
  const holder = commonAncestor([scope, group].filter((element) => element !== null))
  const pane = holder?.closest(selectors.widget) ?? holder
  const own = pane === null || pane === root.body ? [] : [pane]
  const parts = [...new Set([...own, ...root.querySelectorAll(selectors.widget)])]
  const used = parts.filter((part) => own.includes(part) || isOfUse(part))
  const outer = used.filter((part) => !used.some((o) => o !== part && o.contains(part)))
  return outer.length > 0 ? outer : [...root.body.children].filter(isOfUse)
}

/**
 * The page for a stranger's eyes: structure, words and the shape of every amount, none of the amounts.
 * It can be opened again as a document, and its columns are found there by the same words.
 */
export const makeReport = (root: Document, { check, version, random }: ReportQuestion): string => {
  const parts = partsOf(root)
  const amounts = new Set(
    parts.flatMap((part) => allRuns(part)).flatMap(({ text }) => amountsIn(text)),
  )
  const plain = (text: string) => redactAmounts(text, { random, amounts })
  const rewrite = (text: string, element: Element): string => {
    const count = isTab(element) ? /\(\d{1,4}\)\s*$|^\d{1,4}$/.exec(text)?.[0] : undefined
    return count === undefined ? plain(text) : plain(text.slice(0, -count.length)) + count
  }
  const { status, failure, language, words, market, layout, columns, unnamed, rows } = check
  const { origin, pathname } = root.location
  return JSON.stringify(
    {
      report: 2,
      version,
      url: `${origin}${pathname}`,
      status,
      failure,
      market,
      layout,
      language,
      words,
      columns,
      unnamed,
      unread: rows.flatMap((row) => ('reason' in row ? [row.reason] : [])),
      missing: rows.flatMap((row) =>
        'reason' in row
          ? []
          : row.fields.flatMap((field) =>
              'missing' in field ? [`${field.field}: ${field.missing}`] : [],
            ),
      ),
      html: serializedPage(root, parts.map((part) => serializeStructure(part, rewrite)).join('\n')),
    },
    null,
    1,
  )
}
