import { describe, expect, test } from 'vitest'
import { readPage, readTicker } from '@/lib/page'
import { futuresPage, HEADERS } from './futures-page'

const NOW = 1_700_000_000_000

const stat = (label: string, content: string) =>
  `<div class="stat"><div>${label}</div><div>${content}</div></div>`

const pageWith = (stats: string, path = '/en/futures/BTCUSDT') => {
  const document = futuresPage({ path })
  const line = document.createElement('div')
  document.querySelector('#__APP')?.prepend(line)
  // The page as the exchange would send it: markup is what is under test.
  line.insertAdjacentHTML('beforeend', stats)
  return document
}

const usual =
  stat('Mark', '60,018.8') +
  stat('Index', '60,020.11') +
  stat('Funding / Countdown', '<span>0.0100%</span> / <span>03:12:45</span>')

const read = (document: Document) => {
  const { markPrice, fundingRate, nextFundingAt } = readTicker(document, NOW)
  return [markPrice, fundingRate]
    .map((field) => ('value' in field ? field.value.toFixed() : field.missing))
    .concat('value' in nextFundingAt ? String(nextFundingAt.value - NOW) : nextFundingAt.missing)
}

describe('the ticker line', () => {
  test('mark, index, funding rate, and when it is next paid', () => {
    expect(read(pageWith(usual))).toEqual(['60018.8', '0.0001', '11565000'])
  })

  test('under the name that the mark price has as a column', () => {
    const line = usual.replace('>Mark<', '>Gösterge Fiyatı<')
    expect(read(pageWith(line))[0]).toBe('60018.8')
  })

  test('a mark price in the picture of a trade that is shared is not of the line', () => {
    const headers = HEADERS.filter((title) => title !== 'Mark Price')
    const document = futuresPage({ headers })
    const countdown = stat('Funding / Countdown', '<b>0.0100%</b> / <b>03:12:45</b>')
    const shared = `<aside>${stat('Mark Price', '67,000.0')}</aside>`
    document.body.insertAdjacentHTML('beforeend', `<div>${countdown}</div>${shared}`)
    expect(readPage(document, NOW)).toMatchObject({
      ticker: { markPrice: { missing: 'column-hidden' } },
    })
  })

  test('rate and countdown in one text', () => {
    const joined = usual.replace(/<span>(.*)<\/span> \/ <span>(.*)<\/span>/, '$1 / $2')
    expect(read(pageWith(joined))).toEqual(['60018.8', '0.0001', '11565000'])
  })

  test('in Russian', () => {
    const stats =
      stat('Маркировка', '60,018.8') +
      stat('Индекс', '60,020.11') +
      stat('Финансирование / Отсчет', '<span>-0.0100%</span> / <span>00:00:05</span>')
    expect(read(pageWith(stats, '/ru/futures/BTCUSDT'))).toEqual(['60018.8', '-0.0001', '5000'])
  })

  test('a label that begins with a figure', () => {
    const high = stat('24h最高价', '61,500.0')
    expect(readTicker(pageWith(usual + high), NOW).dayHigh).toMatchObject({ text: '61,500.0' })
  })

  test.each([
    ['no countdown', '03:12:45', '--', 'unparsed'],
    ['a countdown that is none', '03:12:45', '03:72:45', 'unparsed'],
  ])('%s', (_, from, to, expected) => {
    expect(read(pageWith(usual.replace(from, to)))[2]).toBe(expected)
  })

  test('not the titles of a table', () => {
    const titles = '<section><div>Mark Price</div><div>Funding</div></section>'
    expect(read(pageWith(`<section>${usual}</section>${titles}`))[0]).toBe('60018.8')
  })

  test('two lines, or none: nothing is read', () => {
    const nothing = ['column-hidden', 'column-hidden', 'column-hidden']
    expect(read(pageWith(`<p>${usual}</p><p>${usual}</p>`.replaceAll('p>', 'section>')))).toEqual(
      nothing,
    )
    expect(read(futuresPage())).toEqual(nothing)
  })
})
