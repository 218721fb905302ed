import { assignColumns } from './assign-columns'
import { believeTold, type ToldVerdict } from './believe-told'
import type { Place } from './find-place'
import { findRows } from './find-rows'
import type { Market } from './page-reading'
import { pairCells } from './pair-cells'
import { readRows } from './read-rows'
import { rowCache } from './row-cache'
import { forgetTexts, textOf } from './text-tokens'
import type { ToldColumn } from './told-column'
import { type Column, columns } from './words/dictionary'

export type FoundBy =
  /** A word of the page's language, or of English. */
  | 'word'
  /** The figures of the rows can mean nothing else. */
  | 'arithmetic'
  /** What the cells look like. */
  | 'shape'
  /** The trader said so, and the figures agree. */
  | 'user'

export type ColumnCheck = {
  column: Column
  /** `null`: not found. */
  foundBy: FoundBy | null
  /** As printed; several cells of a header may print nothing. */
  header: string | null
}

export type ColumnsCheck = {
  columns: readonly ColumnCheck[]
  /** Of columns that are not understood, as printed. */
  unnamed: readonly string[]
  told: readonly { told: ToldColumn; verdict: ToldVerdict }[]
}

type Question = {
  place: Place | null
  market: Market
  now: number
  told: readonly ToldColumn[]
}

const nothing = (told: readonly ToldColumn[]): ColumnsCheck => ({
  columns: columns.map((column) => ({ column, foundBy: null, header: null })),
  unnamed: [],
  told: told.map((one) => ({ told: one, verdict: 'not-found' })),
})

const LONGEST_TITLE = 80

/** One that can be pointed at: it stands once, and is no essay. */
const isTitle = (text: string, headers: readonly string[]): boolean =>
  text !== '' && text.length <= LONGEST_TITLE && headers.indexOf(text) === headers.lastIndexOf(text)

/** By which rule each column was found. */
export const checkColumns = (root: Document, question: Question): ColumnsCheck => {
  const { place, market, now, told } = question
  const header = place?.header ?? null
  if (place === null || header === null) return nothing(told)
  const { tab, vocabulary } = place
  forgetTexts('all')
  const rows = pairCells(header, findRows(tab.panel, header))
  const words = header.cells.map(({ column }) => column)
  const believed = believeTold({ root, header, rows, market, vocabulary, now, told })
  const table = { rows, columns: believed.columns, market, vocabulary }
  const { language } = readRows({ ...table, holds: null, now, cache: rowCache() })
  const found = assignColumns({ ...table, styles: language.styles })
  const foundBy = (at: number): FoundBy => {
    if (words[at] !== null) return 'word'
    if (believed.columns[at] !== null) return 'user'
    return found[at] === 'symbol' ? 'shape' : 'arithmetic'
  }
  const headers = header.cells.map(({ element }) => textOf(element))
  return {
    columns: columns.map((column): ColumnCheck => {
      const at = found.indexOf(column)
      return at === -1
        ? { column, foundBy: null, header: null }
        : { column, foundBy: foundBy(at), header: headers[at] ?? null }
    }),
    unnamed: headers.filter((text, at) => found[at] === null && isTitle(text, headers)),
    told: told.map((one) => ({ told: one, verdict: believed.verdicts.get(one) ?? 'not-found' })),
  }
}
