import { figureMarkup } from '../look/figure-markup.ts'
import { el } from '../look/html.ts'
import { exactly, type Figure } from '../look/numerals.ts'
import { tabGroup } from '../page/panel.ts'
import type { Random } from '../random.ts'
import type { AccountTruth, Printed } from '../truth.ts'
import { notionalAt } from '../world/arithmetic.ts'
import type { OpenLeg } from '../world/draw-leg.ts'
import type { Account } from '../world/world.ts'
import { isolatedLiquidation } from '../world/liquidation.ts'
import type { FormTruth, PreviewTruth } from './action-truth.ts'
import { type ActionWriter, field, lines, tick } from './parts.ts'

export type FormGiven = { own: OpenLeg; account: Account; random: Random }

type Draft = { price: Figure | null; size: Figure | null; quantity: number | null; unit: string }

const none: Printed = { is: 'none' }
const printed = (figure: Figure | null): Printed =>
  figure === null ? none : { is: 'figure', value: figure.value, digits: figure.digits }

const draftOf = (writer: ActionWriter, { own, random }: FormGiven): Draft => {
  const { action, words } = writer
  const { contract, last, quantity } = own
  const price =
    action['order type'] === 'limit'
      ? exactly(last * random.between(0.95, 1.05), contract.priceDigits)
      : null
  const isInverse = contract.kind === 'inverse'
  const inQuote = action['unit of order'] === 'quote' && !isInverse
  const unit = isInverse ? words.contracts : inQuote ? contract.quote : contract.base
  if (action['size typed'] === 'no') return { price, size: null, quantity: null, unit }
  const lot = 10 ** -contract.lotDigits
  const wanted = Math.max(lot, quantity * random.between(0.1, 1.5))
  const size = inQuote
    ? exactly(wanted * last, contract.quote === 'BTC' ? 5 : 1)
    : exactly(wanted, contract.lotDigits)
  return { price, size, quantity: inQuote ? size.value / last : size.value, unit }
}

const modeButtons = ({ action, words, word, text }: ActionWriter, { own }: FormGiven): string => {
  const mode = own.marginMode === 'isolated' ? words.isolated : words.cross
  switch (action['mode buttons']) {
    case 'apart':
      return (
        el('button', {}, word(mode)) +
        el('button', {}, text(`${own.leverage}x`)) +
        el('button', {}, text('S'))
      )
    case 'joined':
      return el('button', {}, word(`${mode} ${own.leverage}x`)) + el('button', {}, text('S'))
    case 'absent':
      return ''
  }
}

const directionTabs = (writer: ActionWriter): string => {
  const { action, words, choices } = writer
  if (action['open or close'] === 'one-way') return ''
  const isOpen = action['open or close'] === 'open'
  const tabs = tabGroup({ ...writer, choices: { ...choices, markers: 'some' } }, [
    { text: words.open, isInFront: isOpen },
    { text: words.close, isInFront: !isOpen },
  ])
  return el('div', { ...(action['form marks'] === 'ids' && { id: 'position-direction' }) }, tabs)
}

const typeTabs = (writer: ActionWriter): string => {
  const { action, words, css, word } = writer
  const types = [
    ['LIMIT', words.limit, 'limit'],
    ['MARKET', words.market, 'market'],
    ['CONDITIONAL', words.stopMarket, 'stop'],
  ] as const
  return el(
    'div',
    { class: css('display:flex;gap:12px;margin:8px 0'), role: 'tablist' },
    ...types.map(([key, text, name]) => {
      const isInFront = action['order type'] === name
      return el(
        'div',
        {
          role: 'tab',
          'aria-selected': String(isInFront),
          ...(action['type tabs'] === 'keys' && { 'data-tab-key': key }),
          class: css(isInFront ? 'font-weight:600' : 'opacity:.6'),
        },
        word(text),
      )
    }),
  )
}

const previewOf = (
  { own }: FormGiven,
  { quantity, price }: Draft,
  side: 'long' | 'short',
): { liquidation: Figure | null; cost: Figure | null } => {
  if (quantity === null || quantity === 0) return { liquidation: null, cost: null }
  const { contract, leverage, mark } = own
  const entryPrice = price?.value ?? own.last
  const leg = { contract, side, quantity, entryPrice, mark }
  const cost = notionalAt(leg, entryPrice) / leverage
  const liquidation = isolatedLiquidation(leg, cost)
  return {
    liquidation: liquidation === null ? null : exactly(liquidation, contract.priceDigits),
    cost: exactly(cost, /USD|^U$/.test(contract.asset) ? 2 : 6),
  }
}

const previews = (writer: ActionWriter, given: FormGiven, draft: Draft) => {
  if (writer.action.previews === 'absent') return { markup: '', long: {}, short: {} }
  const { words, text } = writer
  const { quote, asset } = given.own.contract
  const one = (side: 'long' | 'short'): { markup: string; truth: PreviewTruth } => {
    const { liquidation, cost } = previewOf(given, draft, side)
    const money = (figure: Figure | null, unit: string) =>
      figure === null ? text(`-- ${unit}`) : figureMarkup(writer, figure, { unit })
    return {
      markup: el(
        'div',
        { class: writer.css('flex:1') },
        lines(writer, [
          [words.liquidationPrice, money(liquidation, quote)],
          [words.cost, money(cost, asset)],
        ]),
      ),
      truth: {
        ...(liquidation !== null && { liquidationPrice: printed(liquidation) }),
        ...(cost !== null && { cost: printed(cost) }),
      },
    }
  }
  const [long, short] = [one('long'), one('short')]
  return {
    markup: el('div', { class: writer.css('display:flex;gap:12px') }, long.markup, short.markup),
    long: long.truth,
    short: short.truth,
  }
}

const stopFields = (writer: ActionWriter, { own, random }: FormGiven) => {
  const { words, action } = writer
  if (action['stops of order'] === 'no tick') return { markup: '', truth: {} }
  const isOn = action['stops of order'] === 'on'
  const ticked = tick(writer, words.stops, isOn)
  if (!isOn) return { markup: ticked, truth: { takeProfit: none, stopLoss: none } }
  const price = (away: number, isTyped: boolean) =>
    isTyped ? exactly(own.last * away, own.contract.priceDigits) : null
  const profit = price(1.1, random.chance(0.5))
  const loss = price(0.95, random.chance(0.75))
  const typed = (figure: Figure | null) => figure?.digits ?? ''
  return {
    markup:
      ticked +
      field(writer, { label: words.takeProfit, value: typed(profit), id: 'takeProfit-1' }) +
      field(writer, { label: words.stopLoss, value: typed(loss), id: 'stopLoss-1' }),
    truth: { takeProfit: printed(profit), stopLoss: printed(loss) },
  }
}

const buttonsOf = ({ action, words, word }: ActionWriter): string => {
  const texts = {
    'one-way': [words.buy, words.sell],
    open: [words.openLong, words.openShort],
    close: [words.closeLong, words.closeShort],
  }[action['open or close']]
  return texts.map((text) => el('button', {}, word(text))).join('')
}

/** The order form of the page's contract, and what a person reads there. */
export const orderForm = (
  writer: ActionWriter,
  given: FormGiven,
): { markup: string; truth: FormTruth; account: AccountTruth } => {
  const { action, words, choices } = writer
  const { own, account, random } = given
  const { contract, marginMode, leverage } = own
  const draft = draftOf(writer, given)
  const available = exactly(account.available, /USD|^U$|BNFCR/.test(account.unit) ? 2 : 8)
  const isOneWay = action['open or close'] === 'one-way'
  const reduces = isOneWay && random.fork('reduce').chance(0.3)
  const stops = stopFields(writer, given)
  const preview = previews(writer, given, draft)
  const price =
    action['order type'] === 'market'
      ? ''
      : field(writer, {
          label: action['order type'] === 'limit' ? words.price : words.stopMarket,
          value: draft.price?.digits ?? '',
          unit: contract.quote,
          ...(action['order type'] === 'limit' && { id: 'limitPrice-12', name: 'limitPrice' }),
        })
  const markup =
    el('div', { class: writer.css('display:flex;gap:6px') }, modeButtons(writer, given)) +
    directionTabs(writer) +
    typeTabs(writer) +
    lines(writer, [[words.available, figureMarkup(writer, available, { unit: account.unit })]]) +
    price +
    field(writer, {
      label: words.size,
      value: draft.size?.digits ?? '',
      unit: draft.unit,
      id: 'unitAmount-12',
      name: 'unitAmount',
    }) +
    el('input', { type: 'range', class: writer.css('width:100%') }) +
    stops.markup +
    (isOneWay ? tick(writer, words.reduceOnly, reduces) : '') +
    el('div', { class: writer.css('display:flex;gap:8px;margin:8px 0') }, buttonsOf(writer)) +
    preview.markup
  const hasModes = action['mode buttons'] !== 'absent'
  const isLimit = action['order type'] === 'limit'
  const isPrinted = printed(available)
  return {
    markup,
    account: { availableBalance: isPrinted },
    truth: {
      symbol: contract.symbol,
      action: action['open or close'] === 'close' || reduces ? 'close' : 'open',
      type: isLimit ? 'limit' : action['order type'] === 'market' ? 'market' : 'other',
      ...(hasModes && {
        marginMode,
        leverage: { is: 'figure', value: leverage, digits: String(leverage) },
      }),
      price: isLimit ? printed(draft.price) : none,
      size: printed(draft.size),
      sizeUnit: draft.unit,
      ...stops.truth,
      ...(isOneWay && { reduceOnly: reduces }),
      availableBalance: isPrinted,
      asset: account.unit,
      long: preview.long,
      short: preview.short,
      isTellable: choices.language !== 'unknown',
    },
  }
}
