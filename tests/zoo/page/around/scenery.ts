import { plainFigure } from '../../look/figure-markup.ts'
import { el } from '../../look/html.ts'
import { exactly } from '../../look/numerals.ts'
import type { Writer } from '../../look/writer.ts'
import type { Random } from '../../random.ts'
import type { TickerTruth } from '../../truth.ts'
import type { Contract } from '../../world/contract.ts'

export const topBar = ({ css, word, words, text }: Writer): string =>
  el(
    'header',
    { class: css('display:flex;gap:20px;height:48px;align-items:center;padding:0 16px') },
    el('b', {}, text('Exchange')),
    ...[words.markets, words.trade, words.futures, words.learn].map((each) =>
      el('a', {}, word(each)),
    ),
    el('span', { class: css('margin-inline-start:auto') }, word('Deposit')),
  )

type Priced = { contract: Contract; mark: number; last: number }

/** The line over the chart: the page's contract, its prices, funding. */
export const tickerLine = (writer: Writer, { contract, mark, last }: Priced): string => {
  const { css, word, words, text } = writer
  const price = (value: number) => plainFigure(writer, value, contract.priceDigits)
  const item = (label: string, value: string) =>
    el(
      'div',
      {},
      el('div', { class: css('opacity:.6;font-size:11px') }, word(label)),
      el('div', {}, value),
    )
  return el(
    'div',
    { class: css('display:flex;gap:24px;align-items:center;height:56px;padding:0 16px') },
    el(
      'div',
      {},
      el('h1', { class: css('font-size:18px;margin:0') }, text(contract.pair)),
      el('span', {}, word(words.perp)),
    ),
    el('div', { class: css('font-size:18px;color:#0ecb81') }, price(last)),
    item(words.mark, price(mark)),
    item(words.index, price(mark * 0.9997)),
    item(words.funding, `${plainFigure(writer, 0.01, 4)}% / ${text('03:12:44')}`),
    item('24h High', price(last * 1.03)),
    item('24h Low', price(last * 0.96)),
    item('24h Volume(USDT)', plainFigure(writer, 1_234_567_890.12, 2)),
  )
}

export const chart = ({ css, text }: Writer): string =>
  el(
    'div',
    { class: css('height:220px;border:1px solid #8883;position:relative') },
    el(
      'div',
      { class: css('padding:6px;opacity:.6') },
      ...['1m', '5m', '15m', '1H', '4H', '1D'].map((each) =>
        el('span', { class: css('margin-inline-end:8px') }, text(each)),
      ),
    ),
    '<svg width="100%" height="180" aria-hidden="true"><path d="M0 90L80 60L160 120L240 40L320 70L400 30" stroke="#0ecb81" fill="none"></path></svg>',
  )

export const orderBook = (
  writer: Writer,
  random: Random,
  price: number,
  digits: number,
): string => {
  const { css, text, word, words } = writer
  const line = css('display:flex;justify-content:space-between;height:18px')
  const row = (at: number) =>
    el(
      'div',
      { class: line },
      el(
        'span',
        { class: css(at < 5 ? 'color:#f6465d' : 'color:#0ecb81') },
        plainFigure(writer, price * (1 + (5 - at) * 0.0002), digits),
      ),
      el('span', {}, plainFigure(writer, random.between(0, 20), 3)),
      el('span', {}, plainFigure(writer, random.between(0, 90), 3)),
    )
  return (
    el(
      'div',
      { class: line },
      ...[word(words.price), word(words.size), text('Sum')].map((each) => el('span', {}, each)),
    ) + Array.from({ length: 10 }, (_, at) => row(at)).join('')
  )
}

/** The account's available balance stands in the order form. */
export const availableLine = (writer: Writer, amount: string): string =>
  el(
    'div',
    { class: writer.css('display:flex;gap:6px') },
    el('span', { class: writer.css('opacity:.6') }, writer.word(writer.words.available)),
    el('span', {}, amount),
  )

/** Mark and last price of the line over the chart. */
export const tickerTruth = ({ contract, mark, last }: Priced): TickerTruth => {
  const printed = (value: number) => {
    const { digits, value: shown } = exactly(value, contract.priceDigits)
    return { is: 'figure', value: shown, digits } as const
  }
  return { markPrice: printed(mark), lastPrice: printed(last) }
}
