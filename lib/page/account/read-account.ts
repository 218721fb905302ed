import { isDrawn } from '../dom/visible'
import { type Figure, type Figures, figuresIn, notInSight } from '../locate/figures'
import { findWords, type WordPlaces } from '../locate/word-places'
import type { AccountReading, Field, NumberField } from '../page-reading'
import type { Word } from '../words/dictionary'

export const accountWords = [
  'marginBalance',
  'maintenanceMargin',
  'marginRatio',
  'available',
  'singleAsset',
  'multiAssets',
  // Titles of the positions table: what holds one of these is more than the card.
  'entryPrice',
  'positionsTab',
] as const satisfies readonly Word[]

const outOfSight: AccountReading = {
  marginBalance: notInSight,
  maintenanceMargin: notInSight,
  marginRatio: notInSight,
  availableBalance: notInSight,
  asset: null,
  assetMode: notInSight,
}

/** The card names the balance and one of the other two within so many elements of each other. */
const CLIMB = 7

const holds = (scope: Element, places: WordPlaces, word: Word): boolean =>
  places.get(word)?.some((element) => scope.contains(element) && isDrawn(element)) === true

const isTooWide = (scope: Element, places: WordPlaces): boolean =>
  holds(scope, places, 'entryPrice') || holds(scope, places, 'positionsTab')

/** The lowest element around a label that satisfies; `null`: none before the rest of the page begins. */
const lowestAround = (
  label: Element,
  places: WordPlaces,
  isEnough: (scope: Element) => boolean,
): Element | null => {
  let at: Element | null = label
  for (let step = 0; step <= CLIMB && at !== null; step += 1, at = at.parentElement) {
    if (isTooWide(at, places)) return null
    if (isEnough(at)) return at
  }
  return null
}

const cardAround = (label: Element, places: WordPlaces): Element | null =>
  lowestAround(
    label,
    places,
    (scope) =>
      holds(scope, places, 'maintenanceMargin') && holds(scope, places, 'marginRatio'),
  ) ??
  lowestAround(
    label,
    places,
    (scope) => holds(scope, places, 'maintenanceMargin') || holds(scope, places, 'marginRatio'),
  ) ??
  lowestAround(label, places, (scope) => 'value' in figuresIn(scope).of('marginBalance').field)

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)]

const cardsIn = (places: WordPlaces): Figures[] => {
  const labels = (places.get('marginBalance') ?? []).filter(isDrawn)
  return distinct(labels.flatMap((label) => cardAround(label, places) ?? []))
    .map(figuresIn)
    .filter(({ of }) => !isMissing(of('marginBalance').field))
}

const isMissing = (field: NumberField): boolean => 'missing' in field && field.missing === 'column-hidden'

const agreed = (found: readonly Figure[]): Figure => {
  const [first, ...others] = found
  if (first === undefined) return { field: notInSight, unit: '', signed: false }
  const { field, unit } = first
  const isSame = (other: Figure) =>
    'value' in field && 'value' in other.field && other.field.value.eq(field.value) && other.unit === unit
  return others.every(isSame)
    ? first
    : { field: { missing: 'unknown' }, unit: '', signed: false }
}

/** "Avbl" stands in the order form, and may stand in a second one. */
const availableIn = (places: WordPlaces): Figure => {
  const labels = (places.get('available') ?? []).filter(isDrawn)
  const found = labels.flatMap((label) => {
    const scope = lowestAround(
      label,
      places,
      (one) => !isMissing(figuresIn(one).of('available').field),
    )
    return scope === null ? [] : [figuresIn(scope).of('available')]
  })
  return agreed(found.filter(({ field }) => 'value' in field))
}

/** Credits mode is multi-assets mode, and prints all amounts in this unit (exchange's FAQ, 2024). */
const CREDITS = 'BNFCR'

const assetModeOf = (places: WordPlaces, asset: string | null): Field<'single' | 'multi'> => {
  const drawn = (word: Word) => places.get(word)?.find(isDrawn)?.textContent.trim() ?? null
  const [single, multi] = [drawn('singleAsset'), drawn('multiAssets')]
  // A drawer of settings offers both.
  if (single !== null && multi !== null) return { missing: 'unknown' }
  if (single !== null) return { value: 'single', text: single }
  if (multi !== null) return { value: 'multi', text: multi }
  return asset === CREDITS ? { value: 'multi', text: CREDITS } : notInSight
}

const sameAsset = (available: Figure, asset: string): NumberField =>
  available.unit === asset || !('value' in available.field)
    ? available.field
    : { missing: 'unknown', text: available.field.text }

/**
 * The account card (margin balance, maintenance margin, ratio, mode) and the order form's "Avbl", found
 * by their words in any layout. The same words over a table are no labels.
 */
export const readAccount = (
  document: Document,
  places: WordPlaces = findWords(document, new Set(accountWords)),
): AccountReading => {
  const available = availableIn(places)
  const [card, ...others] = cardsIn(places)
  const assetOf = ({ unit }: Figure) => unit || null
  if (card === undefined || others.length > 0) {
    const asset = assetOf(available)
    const assetMode = assetModeOf(places, asset)
    return { ...outOfSight, availableBalance: available.field, asset, assetMode }
  }
  const balance = card.of('marginBalance')
  const asset = assetOf(balance)
  return {
    marginBalance: balance.field,
    maintenanceMargin: card.of('maintenanceMargin').field,
    marginRatio: card.of('marginRatio').field,
    availableBalance: asset === null ? available.field : sameAsset(available, asset),
    asset: asset ?? assetOf(available),
    assetMode: assetModeOf(places, asset),
  }
}
