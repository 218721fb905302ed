import { CREDITS } from '@/lib/margin/rows'
import { isDrawn } from '../dom/visible'
import { type Figure, type Figures, figuresIn, notInSight } from '../locate/figures'
import { findWords, type WordPlaces } from '../locate/word-places'
import type { AccountReading, Field, NumberField } from '../reading'
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

/** This many elements above its label a figure of the card is found, and the other figures of the card. */
export const CARD_CLIMB = 7
/** A card has some tens of elements. */
const MOST_ELEMENTS = 300

/** It holds more than a card. */
export const isTooWide = (scope: Element, places: WordPlaces): boolean => {
  const holds = (word: Word) => places.get(word)?.some((element) => scope.contains(element))
  const isLarge = scope.getElementsByTagName('*').length > MOST_ELEMENTS
  return isLarge || holds('entryPrice') === true || holds('positionsTab') === true
}

/** The figures around a label, from near to far, until the rest of the page begins. */
function* figuresAround(label: Element, places: WordPlaces): Generator<Figures> {
  let at: Element | null = label
  for (let step = 0; step <= CARD_CLIMB && at !== null; step += 1, at = at.parentElement) {
    if (isTooWide(at, places)) return
    if (at.childElementCount !== 1) yield figuresIn(at)
  }
}

const isNamed = (figures: Figures, word: Word): boolean => {
  const { field } = figures.of(word)
  return 'value' in field || field.missing !== 'column-hidden'
}

/** How many figures of a card are named here; none without the balance. */
const richness = (figures: Figures): number =>
  isNamed(figures, 'marginBalance')
    ? 1 + Number(isNamed(figures, 'maintenanceMargin')) + Number(isNamed(figures, 'marginRatio'))
    : 0

const RICHEST = 3

const cardAround = (label: Element, places: WordPlaces): Figures[] => {
  let best: Figures | null = null
  let most = 0
  for (const figures of figuresAround(label, places)) {
    // A second balance: more than one card.
    if (most > 0 && figures.all('marginBalance').length > 1) break
    const own = richness(figures)
    if (own > most) [best, most] = [figures, own]
    if (own === RICHEST) break
  }
  return best === null ? [] : [best]
}

/** The cards that name a balance; a second label in the same one is a translator's. */
const cardsIn = (places: WordPlaces): Figures[] => {
  const cards = (places.get('marginBalance') ?? [])
    .filter(isDrawn)
    .flatMap((label) => cardAround(label, places))
  return cards.filter((card, at) => cards.findIndex(({ scope }) => scope === card.scope) === at)
}

const agreed = (found: readonly Figure[]): Figure => {
  const [first, ...others] = found
  if (first === undefined) return { field: notInSight, unit: '', signed: false }
  const { field, unit } = first
  const isSame = (other: Figure) =>
    'value' in field &&
    'value' in other.field &&
    other.field.value.eq(field.value) &&
    other.unit === unit
  return others.every(isSame) ? first : { field: { missing: 'unknown' }, unit: '', signed: false }
}

/** The card that says most; `null`: none, or two that name different balances. */
const cardIn = (places: WordPlaces): Figures | null => {
  const cards = cardsIn(places)
  const [card, ...others] = cards.toSorted((a, b) => richness(b) - richness(a))
  if (card === undefined || others.length === 0) return card ?? null
  const balance = agreed(cards.map((one) => one.of('marginBalance')))
  return 'value' in balance.field ? card : null
}

/** "Avbl" stands in the order form, and may stand in a second one. */
const availableIn = (places: WordPlaces): Figure => {
  const found = (places.get('available') ?? []).filter(isDrawn).flatMap((label) => {
    for (const figures of figuresAround(label, places)) {
      if (isNamed(figures, 'available')) return [figures.of('available')]
    }
    return []
  })
  return agreed(found)
}

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
  const card = cardIn(places)
  const assetOf = ({ unit }: Figure) => unit || null
  if (card === null) {
    const asset = assetOf(available)
    const assetMode = assetModeOf(places, asset)
    return { ...outOfSight, availableBalance: available.field, asset, assetMode }
  }
  const balance = card.of('marginBalance')
  // "%" and "0.15" in two elements: 0.15 alone is no percentage.
  const ratio = card.of('marginRatio')
  const asset = assetOf(balance)
  return {
    marginBalance: balance.field,
    maintenanceMargin: card.of('maintenanceMargin').field,
    marginRatio:
      ratio.unit === '%' || !('value' in ratio.field) ? ratio.field : { missing: 'unparsed' },
    availableBalance: asset === null ? available.field : sameAsset(available, asset),
    asset: asset ?? assetOf(available),
    assetMode: assetModeOf(places, asset),
  }
}
