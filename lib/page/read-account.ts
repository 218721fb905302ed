import type { AccountReading, Field, MissingField, NumberField } from './page-reading'
import { isVisible } from './is-visible'
import { type CellNumber, hiddenColumn, type Language, noCell, numberOf } from './read-cells'
import { selectors } from './selectors'
import { type Token, textTokens } from './text-tokens'
import type { Word } from './words/dictionary'

export const accountOutOfSight: AccountReading = {
  marginBalance: hiddenColumn,
  maintenanceMargin: hiddenColumn,
  marginRatio: hiddenColumn,
  availableBalance: hiddenColumn,
  asset: null,
  assetMode: hiddenColumn,
}

/** The figure that follows a label; its unit may be a text of its own. */
const after = (label: Word, tokens: readonly Token[], language: Language): CellNumber => {
  const places = tokens.flatMap(({ text }, index) =>
    language.vocabulary.is(label, text) ? [index] : [],
  )
  const [place, ...others] = places
  if (place === undefined) return noCell
  if (others.length > 0) {
    const ambiguous: MissingField = { missing: 'unknown', text: tokens[place]?.text ?? '' }
    return { field: ambiguous, unit: '', signed: false }
  }
  const [figure, unit] = tokens.slice(place + 1, place + 3).map(({ text }) => text)
  if (figure === undefined) return noCell
  const whole = numberOf(unit === undefined ? [figure] : [figure, unit], language)
  return 'value' in whole.field && whole.unit !== '' ? whole : numberOf([figure], language)
}

const assetModeOf = (
  tokens: readonly Token[],
  { vocabulary }: Language,
): Field<'single' | 'multi'> => {
  for (const mode of ['single', 'multi'] as const) {
    const word = mode === 'single' ? 'singleAsset' : 'multiAssets'
    const token = tokens.find(({ text }) => vocabulary.is(word, text))
    if (token !== undefined) return { value: mode, text: token.text }
  }
  return hiddenColumn
}

/** The widgets that hold a label of ours; the same word may head a table column elsewhere. */
export type AccountPlaces = { card: readonly Element[]; available: readonly Element[] }

const has = (widget: Element, label: Word, { vocabulary }: Language): boolean =>
  textTokens(widget).some(({ text }) => vocabulary.is(label, text))

export const findAccount = (root: Document, language: Language): AccountPlaces => {
  const widgets = [...root.querySelectorAll(selectors.widget)].filter(isVisible)
  return {
    card: widgets.filter((widget) => has(widget, 'marginBalance', language)),
    available: widgets.filter((widget) => has(widget, 'available', language)),
  }
}

const agreed = (found: readonly CellNumber[]): CellNumber => {
  const [first, ...others] = found.filter(({ field }) => 'value' in field)
  return first !== undefined && others.length === 0 ? first : noCell
}

/** Account card (margin balance, maintenance margin, ratio, mode) and the order form's "Avbl". */
export const readAccount = (places: AccountPlaces, language: Language): AccountReading => {
  const [card, ...others] = places.card.map(textTokens)
  const available = agreed(
    places.available.map((widget) => after('available', textTokens(widget), language)),
  )
  if (card === undefined || others.length > 0) {
    return { ...accountOutOfSight, availableBalance: available.field }
  }
  const marginBalance = after('marginBalance', card, language)
  const assetMode = assetModeOf(card, language)
  return {
    marginBalance: marginBalance.field,
    maintenanceMargin: after('maintenanceMargin', card, language).field,
    marginRatio: after('marginRatio', card, language).field,
    availableBalance: sameAsset(available, marginBalance),
    asset: marginBalance.unit || null,
    assetMode,
  }
}

const sameAsset = (available: CellNumber, balance: CellNumber): NumberField =>
  available.unit === balance.unit || !('value' in available.field)
    ? available.field
    : { missing: 'unknown', text: available.field.text }
