import type { OrderFormReading } from './action-reading'
import { boxOf } from './box-of'
import { chooseNumberStyles } from './choose-number-styles'
import { isTicked } from './is-ticked'
import { isVisible } from './is-visible'
import { figureOf } from './labelled-lines'
import type { Field, NumberField } from './page-reading'
import { pageSymbol } from './dom/address'
import { englishNumbers, parseNumber } from './parse-number'
import { hiddenColumn, type Language } from './read-cells'
import { previewsOf } from './previews-of'
import { selectors } from './selectors'
import { textTokens, type Token } from './text-tokens'
import { typedField } from './typed-field'
import { type Vocabulary, vocabulariesFor, wordless } from './vocabulary'
import type { Word } from './words/dictionary'

/** How far above its size the form may be, where it stands in no widget. */
const CLIMB = 6

const formAround = (size: Element): Element => {
  const widget = size.closest(selectors.widget)
  if (widget !== null) return widget
  let at = size
  for (let step = 0; step < CLIMB && at.parentElement !== null; step += 1) at = at.parentElement
  return at
}

/** The one field for a size that is in sight. */
export const findOrderForm = (root: Document): { form: Element; size: Element } | null => {
  const [size, ...others] = [...root.querySelectorAll(selectors.sizeInput)].filter(isVisible)
  return size === undefined || others.length > 0 ? null : { form: formAround(size), size }
}

const visibleIn = (form: Element, selector: string): Element[] =>
  [...form.querySelectorAll(selector)].filter(isVisible)

const one = <T>(list: readonly T[]): T | null => {
  const [only = null, ...others] = list
  return others.length === 0 ? only : null
}

/** The unit that stands beside a field: a side of the page's own pair, or contracts. */
const unitBeside = (
  input: Element,
  { vocabulary }: Language,
  symbol: string | null,
): string | null => {
  const [pair = ''] = symbol?.split('_') ?? []
  const item = input.closest(selectors.formItem)
  if (item === null) return null
  const texts = textTokens(item).map(({ text }) => text)
  const units = texts.filter(
    (text) =>
      !vocabulary.is('size', text) &&
      ((/^[A-Z0-9]*[A-Z][A-Z0-9]*$/.test(text) && (pair.startsWith(text) || pair.endsWith(text))) ||
        vocabulary.is('contracts', text)),
  )
  return one(units)
}

const typeOf = (form: Element, price: Element | null): OrderFormReading['type'] => {
  const key = one(visibleIn(form, selectors.orderType))?.getAttribute('data-tab-key') ?? null
  if (key !== null) return key === 'LIMIT' ? 'limit' : key === 'MARKET' ? 'market' : 'other'
  return price === null ? 'unknown' : 'limit'
}

const actionOf = (
  root: Document,
  { vocabulary }: Language,
  reduceOnly: Field<boolean>,
): OrderFormReading['action'] => {
  const tabs = [...root.querySelectorAll(selectors.orderAction)].filter(isVisible)
  if (tabs.length === 0) {
    if (!('value' in reduceOnly)) return 'unknown'
    return reduceOnly.value ? 'close' : 'open'
  }
  const selected = one(tabs.filter((tab) => tab.getAttribute('aria-selected') === 'true'))
  const text = selected?.textContent ?? ''
  const opens = vocabulary.is('openAction', text)
  return opens === vocabulary.is('closeAction', text) ? 'unknown' : opens ? 'open' : 'close'
}

const LEVERAGE = /^(?:(.*\S)\s+)?(\d{1,3})x$/i

/** "Cross" and "20x" on two buttons, or "Cross 20x" on one. */
const modesOf = (form: Element, { vocabulary }: Language) => {
  const texts = visibleIn(form, selectors.button).map((button) => button.textContent.trim())
  const leverage = one(texts.filter((text) => LEVERAGE.test(text)))
  const [, joined, times] = leverage === null ? [] : (LEVERAGE.exec(leverage) ?? [])
  const modes = [...texts, joined ?? ''].flatMap((text) => vocabulary.marginModeOf(text) ?? [])
  const parsed = times === undefined ? null : parseNumber(times, [englishNumbers])
  const field: NumberField =
    parsed === null || 'missing' in parsed
      ? hiddenColumn
      : { value: parsed.value, decimals: 0, text: leverage ?? '' }
  return { leverage: field, marginMode: one([...new Set(modes)]) ?? ('unknown' as const) }
}

/** The tick whose label says this. */
const tickOf = (form: Element, word: Word, { vocabulary }: Language): Field<boolean> => {
  const ticks = visibleIn(form, selectors.tick).filter((tick) => {
    const label = tick.closest('label') ?? tick.parentElement
    return label !== null && textTokens(label).some(({ text }) => vocabulary.is(word, text))
  })
  const tick = one(ticks)
  if (tick === null) return hiddenColumn
  const value = isTicked(tick)
  return value === null ? { missing: 'unknown' } : { value, text: '' }
}

const inputOf = (form: Element, word: Word, { vocabulary }: Language): Element | null =>
  one(
    visibleIn(form, selectors.textInput).filter((input) => {
      const item = input.closest(selectors.formItem)
      return item !== null && textTokens(item).some(({ text }) => vocabulary.is(word, text))
    }),
  )

/** Without its tick there is no stop; with it, what is typed; where neither is seen, nothing is known. */
const stopOf = (
  form: Element,
  word: 'takeProfit' | 'stopLoss',
  language: Language,
): NumberField => {
  const input = inputOf(form, word, language)
  if (input !== null) return typedField(input, language)
  const tick = tickOf(form, 'partialStops', language)
  return 'value' in tick && !tick.value ? { missing: 'none' } : { missing: 'unknown' }
}

/** The first vocabulary that knows how the form calls what is available, else none. */
const vocabularyOf = (root: Document, tokens: readonly Token[]): Vocabulary =>
  vocabulariesFor(root).find((vocabulary) =>
    tokens.some(({ text }) => vocabulary.is('available', text)),
  ) ?? wordless

/** The order form of the page's contract; `null`: none in sight, or more than one. */
export const readOrderForm = (root: Document): OrderFormReading | null => {
  const found = findOrderForm(root)
  if (found === null) return null
  const { form, size } = found
  const tokens = textTokens(form).filter(({ element }) => isVisible(element))
  const vocabulary = vocabularyOf(root, tokens)
  const language: Language = {
    vocabulary,
    styles: vocabulary.printsPoint
      ? [englishNumbers]
      : chooseNumberStyles(tokens.map(({ text }) => text)),
  }
  const price = one(visibleIn(form, selectors.priceInput))
  const available = figureOf('available', tokens, language)
  const reduceOnly = tickOf(form, 'reduceOnly', language)
  const type = typeOf(form, price)
  return {
    symbol: pageSymbol(root),
    action: actionOf(root, language, reduceOnly),
    type,
    ...modesOf(form, language),
    price:
      price === null
        ? { missing: type === 'market' ? 'none' : 'unknown' }
        : typedField(price, language),
    size: typedField(size, language),
    sizeUnit: unitBeside(size, language, pageSymbol(root)),
    takeProfit: stopOf(form, 'takeProfit', language),
    stopLoss: stopOf(form, 'stopLoss', language),
    reduceOnly,
    availableBalance: available.field,
    asset: available.unit || null,
    ...previewsOf(tokens, language),
    box: boxOf(form),
  }
}
