import type { Decimal } from '@/lib/margin'
import type { MarginDialogReading } from './action-reading'
import { boxOf } from './box-of'
import { chooseNumberStyles } from './choose-number-styles'
import { isVisible } from './is-visible'
import { figureOf } from './labelled-lines'
import { movedTo } from './moved-to'
import type { NumberField, PositionReading } from './page-reading'
import { englishNumbers, parseNumber } from './parse-number'
import { parseSymbol } from './scan/symbol'
import type { Language } from './read-cells'
import { selectors } from './selectors'
import { type Token, textTokens } from './text-tokens'
import { typedField } from './typed-field'
import { type Vocabulary, vocabulariesFor, wordless } from './vocabulary'
import type { Word } from './words/dictionary'

/** The innermost visible dialogs: a root and the dialog in it are one. */
const dialogsIn = (root: Document): Element[] => {
  const found = [...root.querySelectorAll(selectors.dialog)].filter(isVisible)
  return found.filter(
    (dialog) => !found.some((other) => other !== dialog && dialog.contains(other)),
  )
}

const languageOf = (vocabulary: Vocabulary, tokens: readonly Token[]): Language => ({
  vocabulary,
  styles: vocabulary.printsPoint
    ? [englishNumbers]
    : chooseNumberStyles(tokens.map(({ text }) => text)),
})

/** One field for an amount: the dialogs for stops and orders have more. */
const amountInput = (dialog: Element): Element | null => {
  const [only = null, ...others] = [...dialog.querySelectorAll(selectors.textInput)].filter(
    isVisible,
  )
  return others.length === 0 ? only : null
}

type Direction = MarginDialogReading['direction']

const meaningOf = (text: string, { vocabulary }: Language): Direction => {
  const add = vocabulary.is('addMargin', text)
  return add === vocabulary.is('removeMargin', text) ? null : add ? 'add' : 'remove'
}

const agreed = (witnesses: readonly Direction[]): Direction => {
  const [only = null, ...others] = new Set(witnesses.filter((one) => one !== null))
  return others.length === 0 ? only : null
}

/** The tab or the choice that is selected, and the words of the lines: they must not disagree. */
const directionOf = (dialog: Element, tokens: readonly Token[], language: Language): Direction => {
  const { vocabulary } = language
  const tabs = [...dialog.querySelectorAll(selectors.tab)].filter(
    (tab) => tab.getAttribute('aria-selected') === 'true',
  )
  const choices = [...dialog.querySelectorAll(selectors.choice)].flatMap((choice) => {
    const { options, selectedIndex } = choice
    return options[selectedIndex]?.textContent ?? []
  })
  const selected = [...tabs.map((tab) => tab.textContent), ...choices]
  const says = (
    word: 'maxAddable' | 'liquidationAfterIncrease' | 'maxRemovable' | 'liquidationAfterDecrease',
  ) => tokens.some(({ text }) => vocabulary.is(word, text))
  const adds = says('maxAddable') || says('liquidationAfterIncrease')
  const removes = says('maxRemovable') || says('liquidationAfterDecrease')
  const lines: Direction = adds === removes ? null : adds ? 'add' : 'remove'
  const all = [...selected.map((text) => meaningOf(text, language)), lines]
  return new Set(all.filter((one) => one !== null)).size > 1 ? null : agreed(all)
}

/** "BTCUSDT", in whatever text; an asset alone is none. */
const SYMBOL = /(?:^|\s)(?:1000)?\p{L}[\p{L}\p{N}]*USD[TC1]?\b/u

const symbolOf = (tokens: readonly Token[], { vocabulary }: Language): string | null => {
  const found = tokens.flatMap(({ text }) =>
    SYMBOL.test(text) ? (parseSymbol([text], vocabulary)?.symbol ?? []) : [],
  )
  const [only = null, ...others] = new Set(found)
  return others.length === 0 ? only : null
}

const LINES = [
  'assignedMargin',
  'maxAddable',
  'maxRemovable',
  'liquidationAfterIncrease',
  'liquidationAfterDecrease',
] as const

type Known = { dialog: Element; tokens: readonly Token[]; input: Element }

const byWords = (
  { dialog, tokens, input }: Known,
  language: Language,
): MarginDialogReading | null => {
  const { vocabulary } = language
  const says = (word: Word) => tokens.some(({ text }) => vocabulary.is(word, text))
  // The name alone may be a link to it, or an article about it.
  if (!says('adjustMargin') || !LINES.some(says)) return null
  const direction = directionOf(dialog, tokens, language)
  const assigned = figureOf('assignedMargin', tokens, language)
  const most = figureOf(direction === 'remove' ? 'maxRemovable' : 'maxAddable', tokens, language)
  const estimate = figureOf(
    direction === 'remove' ? 'liquidationAfterDecrease' : 'liquidationAfterIncrease',
    tokens,
    language,
  )
  return {
    direction,
    symbol: symbolOf(tokens, language),
    amount: typedField(input, language),
    asset: assigned.unit || most.unit || null,
    assignedMargin: assigned.field,
    most: direction === null ? { missing: 'unknown' } : most.field,
    estimatedLiquidationPrice: direction === null ? { missing: 'unknown' } : estimate.field,
    box: boxOf(dialog),
  }
}

const equals = (field: NumberField, value: Decimal): boolean =>
  'value' in field && field.value.eq(value)

/**
 * A language without words: it is the dialog in which, beside one field, exactly one isolated position's
 * margin stands, and exactly one price to which the typed amount moves its liquidation price. Before an
 * amount is typed nothing tells it from any other dialog.
 */
const byFigures = (
  { dialog, tokens, input }: Known,
  positions: readonly PositionReading[],
): MarginDialogReading | null => {
  const language = languageOf(wordless, tokens)
  const figures = tokens.flatMap(({ text }) => {
    const parsed = parseNumber(text, language.styles)
    return 'missing' in parsed || parsed.unit === '%' || parsed.unit === ''
      ? []
      : [{ ...parsed, text }]
  })
  const isolated = positions.filter(({ marginMode }) => marginMode !== 'cross')
  const owners = isolated.filter(({ margin, wallet }) =>
    figures.some(({ value }) => equals(margin, value) || equals(wallet, value)),
  )
  const [owner, ...others] = owners
  if (owner === undefined || others.length > 0 || figures.length < 2) return null
  const assigned = figures.filter(
    ({ value }) => equals(owner.margin, value) || equals(owner.wallet, value),
  )
  const amount = typedField(input, language)
  const estimates = figures.flatMap((price) => {
    const direction = assigned.includes(price) ? null : movedTo(owner, { amount, price })
    return direction === null ? [] : [{ price, direction }]
  })
  const [first, ...more] = assigned
  if (first === undefined || more.length > 0) return null
  const [estimate, ...doubles] = estimates
  if (estimate === undefined || doubles.length > 0) return null
  const { value, decimals, text } = estimate.price
  return {
    direction: estimate.direction,
    symbol: owner.symbol,
    amount,
    asset: first.unit,
    assignedMargin: { value: first.value, decimals: first.decimals, text: first.text },
    most: { missing: 'unknown' },
    estimatedLiquidationPrice: { value, decimals, text },
    box: boxOf(dialog),
  }
}

/**
 * The Adjust Margin dialog, where one stands open and nothing else could be meant. `positions` are
 * those of the table, for a language that nobody here speaks.
 */
export const readMarginDialog = (
  root: Document,
  positions: readonly PositionReading[] = [],
): MarginDialogReading | null => {
  const found = dialogsIn(root).flatMap((dialog) => {
    const input = amountInput(dialog)
    if (input === null) return []
    const tokens = textTokens(dialog).filter(({ element }) => isVisible(element))
    const known: Known = { dialog, tokens, input }
    for (const vocabulary of vocabulariesFor(root)) {
      const reading = byWords(known, languageOf(vocabulary, tokens))
      if (reading !== null) return [reading]
    }
    return byFigures(known, positions) ?? []
  })
  const [only = null, ...others] = found
  return others.length === 0 ? only : null
}
