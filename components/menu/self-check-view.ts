import type { Column } from '@/lib/page/reading'

/** What the reader says of itself, as far as it is shown. A `SelfCheck` of the reader fits. */
export type FoundBy = 'word' | 'arithmetic' | 'shape'

export type FieldName =
  | 'leverage'
  | 'quantity'
  | 'entryPrice'
  | 'breakEvenPrice'
  | 'markPrice'
  | 'liquidationPrice'
  | 'marginRatio'
  | 'margin'
  | 'unrealizedPnl'
  | 'roi'
  | 'estimatedFunding'
  | 'takeProfit'
  | 'marginBalance'
  | 'maintenanceMargin'
  | 'availableBalance'
  | 'assetMode'

export type FieldView = { field: FieldName; text: string | null } & (
  | { foundBy: FoundBy }
  | { missing: 'column-hidden' | 'none' | 'hidden' | 'unparsed' | 'contradicted' | 'unknown' }
)

export type SelfCheckView = {
  words: string | null
  language: string
  columns: readonly { column: Column; foundBy: FoundBy | null; header: string | null }[]
  rows: readonly (
    | { symbol: string; key: string; fields: readonly FieldView[] }
    | { symbol: string | null; reason: string }
  )[]
  account: readonly FieldView[]
}

/** What the panel may ask of the reader about itself. */
export type SelfCheckApi = {
  check: () => SelfCheckView
  report: () => string
}
