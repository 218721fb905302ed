import type { PanelKey } from '@/lib/i18n'
import type { Column, FieldFailure } from '@/lib/page/reading'

/** What the reader says of itself, as far as it is shown. A `SelfCheck` of the reader fits. */
export type FoundBy = 'word' | 'arithmetic' | 'shape'

/** Those that have a name in the self-check. */
type FieldName = NameAfter<'check.field.', PanelKey>
type NameAfter<Prefix extends string, Key> = Key extends `${Prefix}${infer Name}` ? Name : never

export type FieldView = { field: FieldName; text: string | null } & (
  { foundBy: FoundBy } | { missing: FieldFailure }
)

export type SelfCheckView = {
  words: string | null
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
