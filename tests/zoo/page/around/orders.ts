import { plainFigure } from '../../look/figure-markup.ts'
import { el } from '../../look/html.ts'
import type { Writer } from '../../look/writer.ts'
import type { Random } from '../../random.ts'

const pairs = [
  'BTCUSDT',
  'ETHUSDT',
  'SOLUSDT',
  'DOGEUSDT',
  'XRPUSDT',
  'BNBUSDT',
  '1000PEPEUSDT',
] as const

const price = (writer: Writer, random: Random): string =>
  plainFigure(writer, random.spread(0.01, 90_000), 2)
const time = (random: Random): string =>
  `2026-11-${random.whole(10, 28)} ${random.whole(10, 23)}:${random.whole(10, 59)}:${random.whole(10, 59)}`

const table = (
  writer: Writer,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): string => {
  const { css, word } = writer
  const line = css('display:flex;height:32px;align-items:center')
  const cell = css(
    'flex:1 0 84px;padding:0 6px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis',
  )
  return (
    el(
      'div',
      { class: line },
      ...titles.map((title) => el('div', { class: `${cell} ${css('opacity:.6')}` }, word(title))),
    ) +
    rows
      .map((cells) =>
        el('div', { class: line }, ...cells.map((each) => el('div', { class: cell }, each))),
      )
      .join('')
  )
}

/** Open orders: symbols and prices, and no position. */
export const ordersTable = (writer: Writer, random: Random, count: number): string => {
  const { words, word, text } = writer
  return table(
    writer,
    [
      'Time',
      words.columns.symbol,
      'Type',
      'Side',
      words.price,
      'Amount',
      'Filled',
      'Reduce Only',
      'Trigger Conditions',
      'TIF',
    ],
    Array.from({ length: count }, () => {
      const pair = random.pick(pairs)
      return [
        text(time(random)),
        el('span', {}, text(pair)) + el('span', {}, ` ${word(words.perp)}`),
        word(random.pick([words.limit, words.stopMarket, words.takeProfitMarket])),
        word(random.pick([words.buy, words.sell])),
        price(writer, random),
        text(`${random.whole(1, 900)} ${pair.replace('USDT', '')}`),
        text('0.00%'),
        text(random.pick(['Yes', 'No'])),
        random.pick(['--', `&gt;= ${price(writer, random)}`, `&lt;= ${price(writer, random)}`]),
        text('GTC'),
      ]
    }),
  )
}

export const tradesTable = (writer: Writer, random: Random, count: number): string => {
  const { words, word, text } = writer
  return table(
    writer,
    [
      'Time',
      words.columns.symbol,
      'Side',
      words.price,
      'Quantity',
      'Fee',
      'Role',
      'Realized Profit',
    ],
    Array.from({ length: count }, () => {
      const pair = random.pick(pairs)
      return [
        text(time(random)),
        text(`${pair} Perp`),
        word(random.pick([words.buy, words.sell])),
        price(writer, random),
        text(`${random.whole(1, 90)} ${pair.replace('USDT', '')}`),
        `${plainFigure(writer, random.between(0, 3), 8)} USDT`,
        text(random.pick(['Maker', 'Taker'])),
        `${plainFigure(writer, random.between(-30, 40), 8)} USDT`,
      ]
    }),
  )
}

/** Closed positions: every word of an open one stands in these cards. */
export const historyCards = (writer: Writer, random: Random, count: number): string => {
  const { css, word, words, text } = writer
  return Array.from({ length: count }, () => {
    const lines: [string, string][] = [
      [words.columns.entryPrice, price(writer, random)],
      [words.averageClosePrice, price(writer, random)],
      ['Max Open Interest', `${random.whole(1, 900)} USDT`],
      ['Closed Vol.', `${random.whole(1, 900)} USDT`],
      [words.closingPnl, `${plainFigure(writer, random.between(-90, 90), 2)} USDT`],
      [words.more.opened, time(random)],
      [words.closed, time(random)],
    ]
    return el(
      'div',
      { class: css('padding:8px 12px;border-bottom:1px solid #8883') },
      el(
        'div',
        { class: css('display:flex;gap:6px') },
        ...[
          text(random.pick(pairs)),
          word(words.perp),
          text(`${random.pick([5, 10, 20, 50])}x`),
          word(random.pick([words.cross, words.isolated])),
          word(random.pick([words.long, words.short])),
          word(words.closed),
        ].map((each) => el('span', {}, each)),
      ),
      el(
        'div',
        { class: css('display:flex;gap:24px') },
        ...lines.map(([label, value]) =>
          el('div', {}, el('div', { class: css('opacity:.6') }, word(label)), el('div', {}, value)),
        ),
      ),
    )
  }).join('')
}

export const assetList = (writer: Writer, random: Random): string =>
  table(
    writer,
    [
      'Asset',
      'Wallet Balance',
      writer.words.more.unrealizedPnl,
      writer.words.marginBalance,
      'Maint. Margin',
      'Available for Withdrawal',
    ],
    ['USDT', 'USDC', 'BNB', 'BTC'].map((asset) => [
      writer.text(asset),
      ...Array.from({ length: 5 }, () => plainFigure(writer, random.spread(0.1, 9_000), 4)),
    ]),
  )

/** Symbols with prices and percentages; margin pairs carry the leverage that they allow. */
export const marketList = (writer: Writer, random: Random, count: number): string => {
  const { css, text, word, words } = writer
  const line = css('display:flex;gap:8px;height:24px;align-items:center')
  const tag = css('padding:0 3px;background:#f0b90b22;border-radius:2px')
  const isSpot = random.chance(0.35)
  return (
    el(
      'div',
      { class: `${line} ${css('opacity:.6')}` },
      word(words.columns.symbol),
      word(words.more.lastPrice),
      text('24h %'),
    ) +
    random
      .shuffled(pairs)
      .slice(0, count)
      .map((pair) =>
        el(
          'div',
          { class: line },
          el(
            'span',
            { class: css('flex:1') },
            text(isSpot ? pair.replace('USDT', '/USDT') : pair),
            isSpot
              ? el('span', { class: tag }, text(random.pick(['5x', '10x'])))
              : ` ${text('Perp')}`,
          ),
          el('span', {}, price(writer, random)),
          el(
            'span',
            { class: css('color:#0ecb81') },
            `+${plainFigure(writer, random.between(0, 9), 2)}%`,
          ),
        ),
      )
      .join('')
  )
}
