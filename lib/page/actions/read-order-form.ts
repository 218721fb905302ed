import { only, onlyDistinct } from '../only'
import { type Decimal, type Side, splitPair } from '@/lib/margin'
import { readTicker } from '../account/read-ticker'
import type { OrderFormReading } from '../action-reading'
import { pageSymbol } from '../dom/address'
import { drawnRuns, type Run } from '../dom/runs'
import { selectedOf } from '../dom/selected'
import { isDrawn } from '../dom/visible'
import { figuresIn, notInSight } from '../locate/figures'
import type { Field, NumberField } from '../reading'
import { englishNumbers, type NumberStyle, scanNumber } from '../scan/number'
import { numberField } from '../scan/number-field'
import { selectors } from '../selectors'
import type { Word } from '../words/dictionary'
import { marginModeOf, means } from '../words/lexicon'
import { orderButtonOf } from '../words/order-button'
import { windowBox } from './find-dialogs'
import { findOrderForm, LEVERAGE, type OrderForm } from './find-order-form'
import { type FormField, isField, tickOf } from './form-fields'
import { previewsOf } from './previews-of'
import { stylesFor, typedField } from './typed-field'

/** The unit that stands in or next to a field: a side of the page's own pair, or contracts. */
const unitOf = ({ texts }: FormField, symbol: string | null): string | null => {
  const pair = symbol === null ? null : splitPair(symbol)
  const parts = texts.flatMap((text) => [
    text,
    ...(/[([]([^()[\]]+)[)\]]$/.exec(text)?.slice(1) ?? []),
  ])
  // "BTC ▾"
  const units = parts
    .map((text) => text.replace(/\s*\p{S}+$/u, ''))
    .filter((text) => text === pair?.base || text === pair?.quote || means('contracts', text))
  return onlyDistinct(units)
}

const visibleIn = (form: Element, selector: string): Element[] =>
  [...form.querySelectorAll(selector)].filter(isDrawn)

const typeWords = [
  ['limitOrder', 'limit'],
  ['marketOrder', 'market'],
  ['stopOrder', 'other'],
  ['takeProfitOrder', 'other'],
  ['trailingStopOrder', 'other'],
] as const

/** By the key of the selected tab, by its word, or by the price that only a limit order has. */
const typeOf = (
  form: Element,
  runs: readonly Run[],
  price: FormField | null,
): OrderFormReading['type'] => {
  const key = only(visibleIn(form, selectors.orderType))?.getAttribute('data-tab-key') ?? null
  if (key !== null) return key === 'LIMIT' ? 'limit' : key === 'MARKET' ? 'market' : 'other'
  const tabs = runs.flatMap(({ text, element }) => {
    const type = typeWords.find(([word]) => means(word, text))?.[1]
    const tab = element.closest(`${selectors.tab}, [aria-selected]`) ?? element
    return type === undefined || tab.closest(selectors.tick) !== null ? [] : [{ type, tab }]
  })
  const distinct = [...new Map(tabs.map((one) => [one.tab, one])).values()]
  const selected = selectedOf(distinct.map(({ tab }) => tab))
  const found = distinct.find(({ tab }) => tab === selected)
  return found?.type ?? (price === null ? 'unknown' : 'limit')
}

type Action = OrderFormReading['action']

/** The tabs of hedge mode: which of them is selected. */
const actionTabs = (root: Document, runs: readonly Run[]): Action | null => {
  const marked = [...root.querySelectorAll(selectors.orderAction)].filter(isDrawn)
  const words = runs.filter(({ text }) => means('openAction', text) || means('closeAction', text))
  const tabs =
    marked.length > 0
      ? marked
      : words.map(({ element }) => element.closest(selectors.tab) ?? element)
  if (tabs.length < 2) return null
  const selected = selectedOf(tabs)
  const texts = selected === null ? [] : drawnRuns(selected).map(({ text }) => text)
  const opens = texts.some((text) => means('openAction', text))
  return opens === texts.some((text) => means('closeAction', text))
    ? 'unknown'
    : opens
      ? 'open'
      : 'close'
}

/** "Open Long" and "Open Short" say it on the buttons. */
const actionButtons = (runs: readonly Run[]): Action | null => {
  return onlyDistinct(runs.flatMap(({ text }) => orderButtonOf(text)?.leg?.action ?? []))
}

/** The leg that its buttons trade; `null`: both. */
const sideOfButtons = (runs: readonly Run[]): Side | null =>
  onlyDistinct(
    runs.flatMap(({ text }) => {
      const button = orderButtonOf(text)
      return button === null
        ? []
        : [button.leg?.side ?? (button.direction === 'buy' ? 'long' : 'short')]
    }),
  )

const actionOf = (root: Document, runs: readonly Run[], reduceOnly: Field<boolean>): Action => {
  const [tabs, buttons] = [actionTabs(root, runs), actionButtons(runs)]
  if (tabs !== null && tabs !== 'unknown')
    return buttons === null || buttons === tabs ? tabs : 'unknown'
  if (buttons !== null) return buttons
  if (tabs !== null || !('value' in reduceOnly)) return 'unknown'
  return reduceOnly.value ? 'close' : 'open'
}

/** "Cross" and "20x" on two buttons, or "Cross 20x" on one. */
const modesOf = (form: Element) => {
  const texts = visibleIn(form, selectors.button).flatMap((button) => {
    const own = drawnRuns(button).map(({ text }) => text)
    return [...own, own.join('')]
  })
  const leverages = texts.filter((text) => LEVERAGE.test(text))
  const [, joined, before, behind] = LEVERAGE.exec(leverages[0] ?? '') ?? []
  const times = before ?? behind
  const isOne = new Set(leverages.map((text) => /\d+/.exec(text)?.[0])).size === 1
  const modes = [...texts, joined ?? ''].flatMap((text) => marginModeOf(text) ?? [])
  const leverage: NumberField =
    times === undefined || !isOne
      ? notInSight
      : numberField(scanNumber(times, englishNumbers), leverages[0] ?? times)
  return { leverage, marginMode: onlyDistinct(modes) ?? ('unknown' as const) }
}

/** Without its tick there is no stop; with it, what is typed; where neither is seen, nothing is known. */
const stopOf = (
  { form, fields }: OrderForm,
  word: 'takeProfit' | 'stopLoss',
  styles: readonly NumberStyle[],
): NumberField => {
  const field = only(fields.filter((each) => isField(each, word)))
  if (field !== null) return typedField(field.input, styles)
  const own = tickOf(form, word)
  const tick = 'value' in own ? own : tickOf(form, 'partialStops')
  return 'value' in tick && !tick.value ? { missing: 'none' } : { missing: 'unknown' }
}

const priceFieldOf = ({ form, fields, size }: OrderForm): FormField | null => {
  const marked = only(visibleIn(form, selectors.priceInput))
  const others = fields.filter(
    ({ input }) => input !== size && (marked === null || input === marked),
  )
  if (marked !== null) return only(others)
  const stops: readonly Word[] = ['takeProfit', 'stopLoss', 'stopOrder', 'triggerConditions']
  return only(others.filter((field) => isField(field, 'price') && !isField(field, ...stops)))
}

/** The order form of the page's contract; `null`: none in sight, or more than one. */
export const readOrderForm = (
  root: Document,
  found: OrderForm | null = findOrderForm(root),
): OrderFormReading | null => {
  if (found === null) return null
  const { form, size, fields } = found
  const runs = drawnRuns(form)
  const figures = figuresIn(form)
  const styles = stylesFor(figures.labelled.map(({ figure }) => figure.text))
  const price = priceFieldOf(found)
  const available = figures.of('available')
  const reduceOnly = tickOf(form, 'reduceOnly')
  const type = typeOf(form, runs, price)
  const market = (): Decimal | null => {
    const { markPrice } = readTicker(root, 0)
    return 'value' in markPrice ? markPrice.value : null
  }
  const typedPrice: NumberField =
    type === 'market'
      ? { missing: 'none' }
      : price === null
        ? { missing: 'unknown' }
        : typedField(price.input, styles, market)
  const sizeField = fields.find(({ input }) => input === size)
  return {
    symbol: pageSymbol(root),
    action: actionOf(root, runs, reduceOnly),
    type,
    ...modesOf(form),
    price: typedPrice,
    size: typedField(size, styles),
    sizeUnit: sizeField === undefined ? null : unitOf(sizeField, pageSymbol(root)),
    takeProfit: stopOf(found, 'takeProfit', styles),
    stopLoss: stopOf(found, 'stopLoss', styles),
    reduceOnly,
    availableBalance: available.field,
    asset: available.unit || null,
    ...previewsOf(figures, sideOfButtons(runs), () =>
      'value' in typedPrice ? typedPrice.value : market(),
    ),
    box: windowBox(form),
  }
}
