import { amountsIn, disguise } from './disguise'
import { findPlace } from './find-place'
import { isVisible } from './is-visible'
import { isTab, outline, outlineOfPage } from './outline'
import { selectors } from './selectors'
import type { SelfCheck } from './self-check'
import { textTokens } from './text-tokens'
import { dictionaries, foldWord } from './vocabulary'

type ReportQuestion = {
  check: SelfCheck
  /** Of the extension. */
  version: string
  /** From 0 to below 1. */
  random: () => number
}

const accountWords = new Set(
  dictionaries.flatMap(({ seen, unverified }) =>
    [seen, unverified].flatMap(({ marginBalance = [] }) => marginBalance.map(foldWord)),
  ),
)

/** A book of orders and a chart are much, and tell nothing. */
const MOST_ELEMENTS = 4_000

const isOfUse = (widget: Element): boolean =>
  isVisible(widget) &&
  widget.querySelectorAll('*').length <= MOST_ELEMENTS &&
  (widget.querySelector(`${selectors.tab}, ${selectors.tabBeforeRoles}`) !== null ||
    textTokens(widget).some(({ text }) => accountWords.has(foldWord(text))))

const partsOf = (root: Document): Element[] => {
  const place = findPlace(root, null)
  const panel = 'code' in place ? [] : [place.tab.panel]
  const parts = [...new Set([...panel, ...root.querySelectorAll(selectors.widget)])]
  const used = parts.filter((part) => panel.includes(part) || isOfUse(part))
  return used.filter((part) => !used.some((other) => other !== part && other.contains(part)))
}

/**
 * The page for a stranger's eyes: structure, words and the shape of every amount, none of the amounts.
 * It can be opened again as a document, and its columns are found there by the same words.
 */
export const makeReport = (root: Document, { check, version, random }: ReportQuestion): string => {
  const parts = partsOf(root)
  const amounts = new Set(
    parts.flatMap((part) => textTokens(part)).flatMap(({ text }) => amountsIn(text)),
  )
  const plain = (text: string) => disguise(text, { random, amounts })
  const rewrite = (text: string, element: Element): string => {
    const count = isTab(element) ? /\(\d{1,4}\)\s*$|^\d{1,4}$/.exec(text)?.[0] : undefined
    return count === undefined ? plain(text) : plain(text.slice(0, -count.length)) + count
  }
  const { status, failure, language, words, market, columns, told, rows } = check
  const { origin, pathname } = root.location
  return JSON.stringify(
    {
      report: 1,
      version,
      url: `${origin}${pathname}`,
      status,
      failure,
      market,
      language,
      words,
      columns,
      told,
      unread: rows.flatMap((row) => ('reason' in row ? [row.reason] : [])),
      missing: rows.flatMap((row) =>
        'reason' in row
          ? []
          : row.fields.flatMap((field) =>
              'missing' in field ? [`${field.field}: ${field.missing}`] : [],
            ),
      ),
      html: outlineOfPage(root, parts.map((part) => outline(part, rewrite)).join('\n')),
    },
    null,
    1,
  )
}
