/** What the reader says of itself, as far as it is shown. A `SelfCheck` of the reader fits. */
export type ColumnName =
  | 'symbol'
  | 'size'
  | 'entryPrice'
  | 'breakEvenPrice'
  | 'markPrice'
  | 'liquidationPrice'
  | 'marginRatio'
  | 'margin'
  | 'pnl'
  | 'funding'
  | 'positionStops'
  | 'partialStops'

/** Those that a trader can point at. */
export const tellable = [
  'liquidationPrice',
  'markPrice',
  'entryPrice',
  'size',
  'margin',
  'marginRatio',
  'pnl',
] as const satisfies readonly ColumnName[]

export type Told = { language: string; header: string; column: (typeof tellable)[number] }

export type FoundBy = 'word' | 'arithmetic' | 'shape' | 'user'

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
  | { missing: 'column-hidden' | 'none' | 'unparsed' | 'contradicted' | 'unknown' }
)

export type SelfCheckView = {
  words: string | null
  language: string
  columns: readonly { column: ColumnName; foundBy: FoundBy | null; header: string | null }[]
  unnamed: readonly string[]
  told: readonly {
    told: Told
    verdict: 'believed' | 'refuted' | 'unproved' | 'not-needed' | 'not-found'
  }[]
  rows: readonly (
    | { symbol: string; key: string; fields: readonly FieldView[] }
    | { symbol: string | null; reason: string }
  )[]
  account: readonly FieldView[]
}

/** The way from the panel to the reader. */
export type SelfCheckDoor = {
  check: () => SelfCheckView
  report: () => string
  say: (told: Told) => void
  takeBack: (told: Told) => void
}
