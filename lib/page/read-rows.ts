import { assignColumns, type RowOfCells } from './assign-columns'
import { chooseNumberStyles } from './choose-number-styles'
import { type ColumnMeaning, decideMargin, type MarginHolds } from './decide-margin'
import type { Market, PositionReading, UnreadRow } from './page-reading'
import { englishNumbers, type NumberStyle, parseNumber } from './parse-number'
import { hasLeverage } from './parse-symbol'
import { proveRow } from './prove-row'
import type { Language } from './read-cells'
import { draftRow, type RowDraft } from './read-row'
import type { RowCache } from './row-cache'
import { drawnTexts } from './text-tokens'
import type { Column } from './words/dictionary'
import { type Vocabulary, wordless } from './vocabulary'

export type RowsQuestion = {
  rows: readonly RowOfCells[]
  /** What the words of the header say. */
  columns: readonly (Column | null)[]
  market: Market
  vocabulary: Vocabulary
  /** What an earlier reading of this table has decided of its Margin column. */
  holds: MarginHolds | null
  now: number
  cache: RowCache
}

export type RowsReading = {
  positions: readonly PositionReading[]
  unread: readonly UnreadRow[]
  holds: MarginHolds | null
  language: Language
  /**
   * The same table when only the cells of `changed` rows print something else: columns, language and
   * the other rows stand. `null`: a row reads worse than before, so the whole has to be read anew.
   */
  again: (changed: ReadonlySet<RowOfCells>, now: number, waiting?: Waiting) => RowsReading | null
  /** What a row was read as; `null`: as no position. */
  positionOf: (row: RowOfCells) => PositionReading | null
  columnOf: (row: RowOfCells, cell: Element) => Column | null
}

/** Rows that print something else already, and are read later: they stay as old as they are. */
export type Waiting = { has: (row: RowOfCells) => boolean }

/** The figures of a table; what the symbol cells print ("20x", "1225") is none. */
const figureTexts = (rows: readonly RowOfCells[]): string[] =>
  rows.flatMap((cells) =>
    cells.flatMap((cell) => {
      const texts = cell === null ? [] : drawnTexts(cell)
      return texts.some(hasLeverage) ? [] : texts.flatMap((text) => text.split(' / '))
    }),
  )

const byColumn = (cells: RowOfCells, columns: readonly (Column | null)[]) =>
  new Map(
    cells.flatMap((cell, place) => {
      const column = columns[place] ?? null
      return cell === null || column === null ? [] : [[column, cell] as const]
    }),
  )

const valuesIn = (texts: readonly string[], style: NumberStyle): string =>
  texts
    .map((text) => {
      const parsed = parseNumber(text, [style])
      return 'missing' in parsed ? '' : parsed.value.toString()
    })
    .join(' ')

const isProved = (drafts: readonly (RowDraft | UnreadRow)[]): boolean =>
  drafts.every((draft) => {
    if (!('raw' in draft)) return false
    const { contradicted, profitHolds } = proveRow(draft.raw)
    return contradicted.size === 0 && profitHolds === true
  })

type Drafts = {
  drafts: readonly (RowDraft | UnreadRow)[]
  columns: readonly (Column | null)[]
  language: Language
}

/**
 * The rows under the number style that the texts tell. Where they could mean two things the
 * arithmetic is asked: the one style under which every row holds; else, where the page's language
 * leaves no doubt, its own; else all of them, and what they read differently is refused.
 */
const draftRows = (question: RowsQuestion): Drafts => {
  const { rows, market, vocabulary } = question
  const under = (styles: readonly NumberStyle[]) => {
    const language = { vocabulary, styles }
    const columns = assignColumns({ ...question, styles })
    const drafts = rows.map((cells) =>
      question.cache.draft(byColumn(cells, columns), { market, language }),
    )
    return { language, columns, drafts }
  }
  const texts = figureTexts(rows)
  const styles = chooseNumberStyles(texts)
  const [style, ...different] = [
    ...new Map([...styles].reverse().map((one) => [valuesIn(texts, one), one])).values(),
  ]
  if (style === undefined || different.length === 0) return under(style ? [style] : styles)
  const proved = [style, ...different]
    .map((one) => under([one]))
    .filter(({ drafts }) => isProved(drafts))
  const [only, ...others] = proved
  if (only !== undefined && others.length === 0) return only
  return under(vocabulary.printsPoint ? [englishNumbers] : styles)
}

/**
 * The column means the same in every row, and the same as in the reading before. Where something
 * contradicts that, no margin that takes a side is believed, and the next reading decides anew.
 */
const marginOfTable = (
  drafts: readonly RowDraft[],
  known: MarginHolds | null,
): { meaning: ColumnMeaning; holds: MarginHolds | null } => {
  const clean = drafts.filter(({ raw }) => proveRow(raw).contradicted.size === 0)
  const said = new Set(clean.flatMap(({ raw }) => decideMargin(raw) ?? []))
  const [only = known, ...others] = said
  if (others.length > 0) return { meaning: 'disputed', holds: known }
  return known !== null && only !== known
    ? { meaning: 'disputed', holds: null }
    : { meaning: only, holds: only }
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

/**
 * Where the PnL of half the rows is not what size, entry and mark make, the words of the header may
 * stand over the wrong columns: then no side is worked out from them.
 */
const withoutGuesses = (
  drafts: readonly (RowDraft | UnreadRow)[],
): readonly (RowDraft | UnreadRow)[] => {
  const failed = drafts.filter((draft) =>
    'raw' in draft ? proveRow(draft.raw).profitHolds === false : draft.reason === 'no-side',
  )
  if (failed.length === 0 || failed.length * 2 < drafts.length) return drafts
  return drafts.map((draft) =>
    'raw' in draft && !draft.sideIsPrinted && !failed.includes(draft) && drafts.length > 1
      ? { symbol: draft.parsed.symbol, reason: 'no-side' }
      : draft,
  )
}

/** Where no word tells what a column is, every row must hold by itself: what others show is no proof. */
const provedOrUnread = (draft: RowDraft | UnreadRow): RowDraft | UnreadRow =>
  'raw' in draft && proveRow(draft.raw).profitHolds !== true
    ? { symbol: draft.parsed.symbol, reason: 'no-figures' }
    : draft

/** Something that was understood no longer is: a cell in mid-update, or another table. */
const isWorse = (draft: RowDraft | UnreadRow, before: RowDraft | UnreadRow): boolean => {
  if (!('raw' in before) || !('raw' in draft)) return true
  const [proof, old] = [proveRow(draft.raw), proveRow(before.raw)]
  return (
    proof.contradicted.size > old.contradicted.size ||
    draft.parsed.symbol !== before.parsed.symbol ||
    draft.raw.side !== before.raw.side
  )
}

const nothingWaits: Waiting = { has: () => false }

const finish = (
  question: RowsQuestion,
  drafted: Drafts,
  waiting: Waiting = nothingWaits,
): RowsReading => {
  const { rows, cache, market, now } = question
  const { drafts: all, columns, language } = drafted
  const read = withoutGuesses(language.vocabulary === wordless ? all.map(provedOrUnread) : all)
  const drafts = read.filter((row) => 'raw' in row)
  const { meaning, holds } = marginOfTable(drafts, question.holds)
  const waits = new Set(all.filter((_, place) => waiting.has(rows[place] ?? [])))
  const { positions, twins } = withoutTwins(
    drafts.map((draft) => cache.position(draft, { meaning, now, waits: waits.has(draft) })),
  )
  return {
    positions,
    unread: [...read.filter((row) => 'reason' in row), ...twins],
    holds,
    language,
    positionOf: (row) => {
      const draft = all[rows.indexOf(row)]
      return draft !== undefined && 'raw' in draft ? cache.known(draft) : null
    },
    columnOf: (row, cell) => columns[row.indexOf(cell)] ?? null,
    again: (changed, at, later = nothingWaits) => {
      const next = all.map((before, place) => {
        const cells = rows[place]
        return cells !== undefined && changed.has(cells)
          ? draftRow(byColumn(cells, columns), { market, language })
          : before
      })
      const worse = next.some((draft, place) => {
        const before = all[place]
        return draft !== before && (before === undefined || isWorse(draft, before))
      })
      return worse
        ? null
        : finish({ ...question, holds, now: at }, { ...drafted, drafts: next }, later)
    },
  }
}

/** Every row of the table: read and proved, or named as unread. */
export const readRows = (question: RowsQuestion): RowsReading => {
  const reading = finish(question, draftRows(question))
  question.cache.sweep()
  return reading
}
