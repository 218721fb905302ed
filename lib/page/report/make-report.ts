import { allRuns, textOf } from '../dom/runs'
import { tabOf } from '../words/lexicon'
import { selectors } from '../selectors'
import { partsOf } from './parts'
import { shapeOf } from './read-places'
import { amountsIn, redactAmounts } from './redact-amounts'
import type { SelfCheck } from './self-check'
import { serializePage } from './serialize-structure'

type ReportQuestion = {
  check: SelfCheck
  /** Of the extension. */
  version: string
  /** From 0 to below 1. */
  random: () => number
}

/** "(2)" behind a word, or "2" in an element of its own. */
const COUNT = /[([（［]\p{N}{1,4}[)\]）］]\s*$|^\s*\p{N}{1,4}\s*$/u

/** A tab's word and its count may stand in elements of their own, at most this many deep. */
const DEPTH = 3

/** Longer than the words of any tab, in two languages. */
const LONGEST_TAB = 80

const countIn = (text: string): number | null => tabOf(text)?.count ?? null

/** The count of a tab is no amount: it says how many rows there ought to be. */
const isOfTab = (text: string, element: Element): boolean => {
  if (countIn(text) !== null) return true
  const marked = element.closest(`${selectors.tab}, ${selectors.tabBeforeRoles}`)
  if (marked !== null && textOf(marked).length <= LONGEST_TAB) return true
  let at: Element | null = element
  for (let step = 0; step < DEPTH && at !== null; step += 1, at = at.parentElement) {
    if (countIn(textOf(at)) !== null) return true
  }
  return false
}

/**
 * The page for a stranger's eyes: structure, words and the shape of every amount, none of the amounts.
 * It can be opened again as a document, and its columns are found there by the same words.
 */
export const makeReport = (root: Document, { check, version, random }: ReportQuestion): string => {
  const parts = partsOf(root)
  const amounts = new Set(allRuns(root.body).flatMap(({ text }) => amountsIn(text)))
  const chosen = new Map<string, string>()
  const plain = (text: string) => redactAmounts(text, { random, amounts, chosen })
  const rewrite = (text: string, element: Element): string => {
    const count = COUNT.exec(text)?.[0]
    return count === undefined || !isOfTab(text, element)
      ? plain(text)
      : plain(text.slice(0, -count.length)) + count
  }
  const { status, failure, language, words, market, columns, places, account, rows } = check
  const { origin, pathname } = root.location
  return JSON.stringify(
    {
      report: 3,
      version,
      url: `${origin}${pathname}`,
      status,
      failure,
      market,
      language,
      words,
      places,
      columns: columns.map(({ header, ...rest }) => ({
        ...rest,
        header: header === null ? null : shapeOf(header),
      })),
      account: account.map((field) => ({
        ...field,
        text: field.text === null ? null : shapeOf(field.text),
      })),
      unread: rows.flatMap((row) => ('reason' in row ? [row.reason] : [])),
      missing: rows.flatMap((row) =>
        'reason' in row
          ? []
          : row.fields.flatMap((field) =>
              'missing' in field ? [`${field.field}: ${field.missing}`] : [],
            ),
      ),
      html: serializePage(root, { ...parts, rewrite }),
    },
    null,
    1,
  )
}
