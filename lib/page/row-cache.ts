import type { ColumnMeaning } from './decide-margin'
import type { PositionReading, UnreadRow } from './page-reading'
import { positionOf } from './position-of'
import { draftRow, type RowContext, type RowDraft } from './read-row'
import { drawnTexts } from './text-tokens'
import type { Column } from './words/dictionary'

export type RowCells = ReadonlyMap<Column, Element>

/**
 * Rows that print what they printed before are not worked out again: a row is nothing but its texts,
 * the words over them, and how they are read.
 */
export type RowCache = {
  draft: (cells: RowCells, context: RowContext) => RowDraft | UnreadRow
  /** `waits`: the page prints something else there already; what was read does not get younger. */
  position: (
    draft: RowDraft,
    known: { meaning: ColumnMeaning; now: number; waits: boolean },
  ) => PositionReading
  /** What a draft was last read as. */
  known: (draft: RowDraft) => PositionReading | null
  /** Forgets what has not been asked for since the last call. */
  sweep: () => void
  /** How many rows were worked out, of all that were asked for. */
  worked: number
}

const keyOf = (cells: RowCells, { market, language }: RowContext): string =>
  JSON.stringify([
    market,
    language.vocabulary.language,
    language.styles,
    [...cells].map(([column, cell]) => [column, drawnTexts(cell)]),
  ])

/** A row that prints what it printed is the same object for so long: what follows it rests too. */
const FRESH = 3_000

export const rowCache = (): RowCache => {
  let before = new Map<string, RowDraft | UnreadRow>()
  let current = new Map<string, RowDraft | UnreadRow>()
  const positions = new WeakMap<RowDraft, { meaning: ColumnMeaning; position: PositionReading }>()
  const cache: RowCache = {
    worked: 0,
    draft: (cells, context) => {
      const key = keyOf(cells, context)
      let draft = current.get(key) ?? before.get(key)
      if (draft === undefined) {
        cache.worked += 1
        draft = draftRow(cells, context)
      }
      current.set(key, draft)
      return draft
    },
    known: (draft) => positions.get(draft)?.position ?? null,
    position: (draft, { meaning, now, waits }) => {
      const known = positions.get(draft)
      if (known?.meaning === meaning && (waits || Math.abs(now - known.position.readAt) < FRESH))
        return known.position
      const position =
        known?.meaning === meaning
          ? { ...known.position, readAt: now }
          : positionOf(draft, { meaning, now: waits ? (known?.position.readAt ?? now) : now })
      positions.set(draft, { meaning, position })
      return position
    },
    sweep: () => {
      before = current
      current = new Map()
    },
  }
  return cache
}
