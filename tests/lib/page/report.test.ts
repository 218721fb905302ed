import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeReport, type SelfCheck, selfCheck } from '@/lib/page'
import { amountsIn, redactAmounts } from '@/lib/page/report/redact-amounts'
import { fixtureNames, readFixture } from '../../practice-exchange/page-fixture/page-fixture'
import { replayPage } from '../../practice-exchange/page-fixture/replay-page'
import { seededRandom } from '../../seeded-random'
import { futuresPage, goodRow } from './futures-page'

type Report = { url: string; html: string; columns: Column[] }
type Column = { column: string; foundBy: string | null; header: string | null }

const check = (document: Document): SelfCheck => selfCheck(document, { now: 1_000 })
const reportOf = (document: Document, seed = 1, found: SelfCheck = check(document)): string =>
  makeReport(document, { check: found, version: '0', random: seededRandom(seed) })

/** What words and shapes tell. Amounts stand in no relation any more, so arithmetic finds nothing. */
const byWords = (columns: readonly Column[]) =>
  columns.filter(({ foundBy }) => foundBy === 'word' || foundBy === 'shape')

const textsIn = (html: string): string[] => html.split(/<[^>]*>/).filter((text) => text.trim())

/** What a report leaves out doesn't depend on the language: pages of one, of none and of other writing are enough. */
const names = fixtureNames().filter((name) =>
  /^20\d\d-(en|nonsense|zh-CN-\w+|pt-BR-decimal-comma)/.test(name),
)

/** A page is parsed and checked once for all that is asked of its report: both take most of a second. */
describe.each(names)('%s', (name) => {
  const { html, truth } = readFixture(name)
  let original: SelfCheck
  let reports: Report[]
  beforeAll(() => {
    const document = replayPage(html, truth.url)
    original = check(document)
    reports = [1, 2].map((seed) => JSON.parse(reportOf(document, seed, original)) as Report)
  })

  test('replayed, its report is understood by the same rules', () => {
    const [report] = reports
    if (report === undefined) throw new Error('no report')
    const replayed = check(replayPage(report.html, report.url))
    expect(byWords(replayed.columns)).toEqual(byWords(original.columns))
    expect([replayed.language, replayed.words]).toEqual([original.language, original.words])
    // Without its amounts nothing tells the rows of a page without words.
    if (original.words !== null) expect(replayed.status).toBe(original.status)
  })

  test('no amount of the page is in its report', () => {
    const printed = truth.positions.flatMap(({ printed: row }) => [
      ...amountsIn(row.size),
      ...amountsIn(row.entryPrice),
      ...amountsIn(row.markPrice),
      ...amountsIn(row.liquidationPrice),
      ...amountsIn(row.margin),
      ...amountsIn(row.pnl),
      ...amountsIn(row.roi),
      ...amountsIn(row.marginRatio),
    ])
    const balances = Object.values(truth.account).flatMap((text) => amountsIn(text))
    const there = new Set(textsIn(html).flatMap((text) => amountsIn(text)))
    const amounts = [...printed, ...balances].filter((amount) => there.has(amount))
    for (const report of reports) {
      const shown = new Set(textsIn(report.html).flatMap((text) => amountsIn(text)))
      expect(amounts.filter((amount) => shown.has(amount))).toEqual([])
      // Nor anywhere else in it.
      const rest = JSON.stringify({ ...report, html: '' })
      expect(amounts.filter((amount) => amount.length > 3 && rest.includes(amount))).toEqual([])
    }
  })
})

describe('an amount', () => {
  const amount = fc
    .tuple(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 8 }))
    .map(([value, digits]) =>
      value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    )
  const unit = fc.constantFrom('', ' USDT', 'USDT', '%', ' BTC', 'x', ' 张')

  test('becomes another of the same shape, and no other amount of the page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, unit), { minLength: 1 }),
        fc.integer(),
        (list, seed) => {
          const texts = list.map(([figure, behind]) => `(${figure}${behind})`)
          const amounts = new Set(texts.flatMap(amountsIn))
          const random = seededRandom(seed)
          const chosen = new Map<string, string>()
          for (const text of texts) {
            const found = redactAmounts(text, { random, amounts, chosen })
            expect(found.replace(/\d/g, '0')).toBe(text.replace(/\d/g, '0'))
            expect(amountsIn(found).filter((one) => amounts.has(one) && /[1-9]/.test(one))).toEqual(
              [],
            )
          }
        },
      ),
    )
  })

  const fresh = { random: seededRandom(3), amounts: new Set<string>(), chosen: new Map() }

  test.each(['75USDT', '1000USDT', '1,000,000USDC', '12USD'])('%s is no symbol', (text) => {
    expect(redactAmounts(text, fresh)).not.toBe(text)
  })

  test.each([
    ['BTCUSDT122520x', 'BTCUSDT1225'],
    ['BTCUSDT 260925 8x', 'BTCUSDT 260925 '],
  ])('in %s the day stays, and the leverage does not', (text, name) => {
    const found = redactAmounts(text, fresh)
    expect(found).not.toBe(text)
    expect(found.startsWith(name)).toBe(true)
    expect(found).toMatch(/[1-9]\d?x$/)
  })

  test.each(['1000PEPEUSDT', 'BTCUSDT', '1INCHUSDT', '龙虾USDT', 'BTCUSD1', 'USD1'])(
    '%s is one',
    (text) => {
      expect(redactAmounts(text, fresh)).toBe(text)
    },
  )
})

test('what is typed, and names and addresses, stay on the page', () => {
  const document = futuresPage({
    rows: [goodRow],
    pane: `<div title="secret-title" data-uid="4711998">me@example.org<input value="98765.4"></div>
      <script>secretScript(77123)</script><svg><title>secret-svg</title></svg>`,
  })
  expect(reportOf(document)).not.toMatch(/secret|4711998|example\.org|98765|77123/)
})

test('a report changes nothing on the page', () => {
  const document = futuresPage()
  const before = document.documentElement.outerHTML
  reportOf(document)
  expect(document.documentElement.outerHTML).toBe(before)
})
