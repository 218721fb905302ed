import { assignColumns, type RowOfCells } from './assign-columns'
import { doubtTold } from './doubt-told'
import type { Header } from './find-columns'
import type { Market } from './page-reading'
import { proveTold } from './prove-told'
import { readRows } from './read-rows'
import { rowCache } from './row-cache'
import { textOf } from './text-tokens'
import type { TellableColumn, ToldColumn } from './told-column'
import { foldWord, pageLanguage, type Vocabulary } from './vocabulary'
import type { Column } from './words/dictionary'

export type ToldQuestion = {
  root: Document
  header: Header
  rows: readonly RowOfCells[]
  market: Market
  vocabulary: Vocabulary
  now: number
  told: readonly ToldColumn[]
}

export type ToldVerdict =
  | 'believed'
  /** The figures say otherwise. */
  | 'refuted'
  /** Nothing speaks against it, and nothing for it yet. */
  | 'unproved'
  /** A word or the arithmetic names this column, or this field, already. */
  | 'not-needed'
  /** No such header, or more than one. */
  | 'not-found'

export type ToldColumns = {
  /** What the header's words say, and what is believed of the trader's. */
  columns: readonly (Column | null)[]
  verdicts: ReadonlyMap<ToldColumn, ToldVerdict>
}

type Pointed = { told: ToldColumn; place: number }

const withPointed = (
  words: readonly (Column | null)[],
  pointed: readonly Pointed[],
): (Column | null)[] =>
  words.map((word, at) => word ?? pointed.find(({ place }) => place === at)?.told.column ?? null)

const isTwice = ({ told, place }: Pointed, pointed: readonly Pointed[]): boolean =>
  pointed.some(
    (other) => other.told !== told && (other.place === place || other.told.column === told.column),
  )

/** Of a cross position the liquidation price hangs on the account: no identity of the row holds it. */
const needsNoProof = (column: TellableColumn, modes: readonly string[]): boolean =>
  column === 'liquidationPrice' && modes.length > 0 && modes.every((mode) => mode === 'cross')

const judge = (
  question: ToldQuestion,
  words: readonly (Column | null)[],
  all: readonly Pointed[],
) => {
  const { rows, market, vocabulary, now } = question
  const columns = withPointed(words, all)
  const read = (given: readonly (Column | null)[]) =>
    readRows({ rows, columns: given, market, vocabulary, holds: null, now, cache: rowCache() })
  const { positions, unread, language } = read(columns)
  const table = { rows, columns, market, vocabulary, styles: language.styles }
  const modes = positions.map(({ marginMode }) => marginMode)
  const unreadBefore = read(words).unread.length
  return ({ told, place }: Pointed): 'believed' | 'refuted' | 'unproved' => {
    const proof = proveTold(place, table)
    const isDoubted = unread.length > unreadBefore || doubtTold(told.column, positions)
    if (proof === 'refuted' || isDoubted) return 'refuted'
    return proof === 'proved' || needsNoProof(told.column, modes) ? 'believed' : 'unproved'
  }
}

/**
 * What the trader says of a column is a word like any other, but for its proof: it is believed where
 * the arithmetic of the rows holds it, and nothing of the page speaks against it.
 */
export const believeTold = (question: ToldQuestion): ToldColumns => {
  const { root, header, rows, market, vocabulary, told } = question
  const words = header.cells.map(({ column }) => column)
  const language = pageLanguage(root)
  const spoken = told.filter((one) => one.language === language)
  const verdicts = new Map<ToldColumn, ToldVerdict>()
  if (spoken.length === 0) return { columns: words, verdicts }

  const texts = header.cells.map(({ element }) => foldWord(textOf(element)))
  const { language: found } = readRows({
    rows,
    columns: words,
    market,
    vocabulary,
    holds: null,
    now: question.now,
    cache: rowCache(),
  })
  const known = assignColumns({ rows, columns: words, market, vocabulary, styles: found.styles })
  let pointed = spoken.flatMap((one): Pointed[] => {
    const place = texts.indexOf(foldWord(one.header))
    const isOnce = place !== -1 && texts.lastIndexOf(foldWord(one.header)) === place
    if (!isOnce) verdicts.set(one, 'not-found')
    else if (known[place] === one.column) verdicts.set(one, 'not-needed')
    else if ((known[place] ?? null) !== null || known.includes(one.column)) {
      verdicts.set(one, 'refuted')
    } else return [{ told: one, place }]
    return []
  })
  for (const one of pointed) if (isTwice(one, pointed)) verdicts.set(one.told, 'refuted')
  pointed = pointed.filter((one) => !verdicts.has(one.told))

  // Each is asked beside those that are still believed: one that falls may take another with it.
  for (let fallen = true; fallen && pointed.length > 0;) {
    const verdictOf = judge(question, words, pointed)
    for (const one of pointed) verdicts.set(one.told, verdictOf(one))
    const standing = pointed.filter(({ told: one }) => verdicts.get(one) === 'believed')
    fallen = standing.length < pointed.length
    pointed = standing
  }
  return { columns: withPointed(words, pointed), verdicts }
}
