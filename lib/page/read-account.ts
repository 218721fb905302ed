import type { AccountReading, Field, MissingField, NumberField } from './page-reading'
import type { NumberStyle } from './parse-number'
import { isVisible } from './is-visible'
import { type CellNumber, hiddenColumn, numberOf } from './read-cells'
import { selectors } from './selectors'
import { type Token, textTokens } from './text-tokens'
import type { accountLabels } from './words'
import { isLabel } from './words'

type Label = keyof typeof accountLabels

const hidden: CellNumber = { field: hiddenColumn, unit: '', signed: false }

export const accountOutOfSight: AccountReading = {
  marginBalance: hiddenColumn,
  maintenanceMargin: hiddenColumn,
  marginRatio: hiddenColumn,
  availableBalance: hiddenColumn,
  asset: null,
  assetMode: hiddenColumn,
}

/** The figure that follows a label; its unit may be a text of its own. */
const after = (label: Label, tokens: readonly Token[], style: NumberStyle): CellNumber => {
  const places = tokens.flatMap(({ text }, index) => (isLabel(label, text) ? [index] : []))
  const [place, ...others] = places
  if (place === undefined) return hidden
  if (others.length > 0) {
    const ambiguous: MissingField = { missing: 'unknown', text: tokens[place]?.text ?? '' }
    return { field: ambiguous, unit: '', signed: false }
  }
  const [figure, unit] = tokens.slice(place + 1, place + 3).map(({ text }) => text)
  if (figure === undefined) return hidden
  const whole = numberOf(unit === undefined ? [figure] : [figure, unit], style)
  return 'value' in whole.field && whole.unit !== '' ? whole : numberOf([figure], style)
}

const assetModeOf = (tokens: readonly Token[]): Field<'single' | 'multi'> => {
  for (const mode of ['single', 'multi'] as const) {
    const token = tokens.find(({ text }) => isLabel(mode, text))
    if (token !== undefined) return { value: mode, text: token.text }
  }
  return hiddenColumn
}

/** The smallest visible widget that holds the label; the same word may head a table column. */
const widgetsWith = (root: Document, label: Label): Token[][] =>
  [...root.querySelectorAll(selectors.widget)]
    .filter(isVisible)
    .map(textTokens)
    .filter((tokens) => tokens.some(({ text }) => isLabel(label, text)))

const agreed = (found: readonly CellNumber[]): CellNumber => {
  const [first, ...others] = found.filter(({ field }) => 'value' in field)
  return first !== undefined && others.length === 0 ? first : hidden
}

/** Account card (margin balance, maintenance margin, ratio, mode) and the order form's "Avbl". */
export const readAccount = (root: Document, style: NumberStyle): AccountReading => {
  const [card, ...others] = widgetsWith(root, 'marginBalance')
  const available = agreed(
    widgetsWith(root, 'available').map((tokens) => after('available', tokens, style)),
  )
  if (card === undefined || others.length > 0) {
    return { ...accountOutOfSight, availableBalance: available.field }
  }
  const marginBalance = after('marginBalance', card, style)
  const assetMode = assetModeOf(card)
  return {
    marginBalance: marginBalance.field,
    maintenanceMargin: after('maintenanceMargin', card, style).field,
    marginRatio: after('marginRatio', card, style).field,
    availableBalance: sameAsset(available, marginBalance),
    asset: marginBalance.unit || null,
    assetMode,
  }
}

const sameAsset = (available: CellNumber, balance: CellNumber): NumberField =>
  available.unit === balance.unit || !('value' in available.field)
    ? available.field
    : { missing: 'unknown', text: available.field.text }
