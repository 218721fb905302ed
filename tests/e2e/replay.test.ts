import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { SelfCheck } from '../../lib/page'
import { openReplayer, type Replayer } from '../replay/replayer.ts'
import { parseReport } from '../replay/report.ts'
import { withoutAmounts } from '../replay/same-reading.ts'
import { drawPage } from '../zoo/draw-page.ts'

/** REPLAYS=500 for a longer run. */
const COUNT = Number(process.env['REPLAYS'] ?? 25)
/** On this page there is nothing that the reader knows, so that its report takes all of it. */
const UNKNOWN = 263
const seeds = [...new Set([...Array.from({ length: COUNT }, (_, at) => at + 1), UNKNOWN])]

/** "1000PEPE" and "USD1" are names. */
const NAMES = /(?<!\p{N})10+(?=\p{Lu}{2})|USD1(?!\p{N})/gu
/** Shorter ones are like thousands of others. */
const TELLING = 3

const amountsIn = (text: string): Set<string> =>
  new Set(
    (text.replace(NAMES, ' ').match(/\p{N}(?:[\p{N}.,'’\s]*\p{N})?/gu) ?? [])
      .map((amount) => amount.replace(/\P{N}/gu, ''))
      .filter((digits) => digits.length >= TELLING && /[1-9]/.test(digits)),
  )

const textsOf = (html: string): string[] =>
  (/<body[\s\S]*/.exec(html)?.[0] ?? '')
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .split(/<[^>]*>/)
    .filter((text) => text.trim() !== '')

const amountsOn = (html: string): Set<string> =>
  new Set(textsOf(html).flatMap((text) => [...amountsIn(text)]))

// The reader is the same in every browser; one of them lays the pages out.
describe.skipIf(inject('browser') !== 'chromium')(
  'reports of drawn pages',
  { timeout: 60_000 + COUNT * 2_000 },
  () => {
    let replayer: Replayer

    beforeAll(async () => {
      replayer = await openReplayer()
    })
    afterAll(() => replayer.close())

    test(`${String(seeds.length)} of them replay to the same reading`, async () => {
      const others: unknown[] = []
      for (const seed of seeds) {
        const { before, after } = await replayer.replay(drawPage(seed))
        const [then, now] = [before, after].map((check) => withoutAmounts(check as SelfCheck))
        if (JSON.stringify(then) !== JSON.stringify(now)) others.push({ seed, then, now })
      }
      expect(others).toEqual([])
    })

    test('and none holds an amount of its page, a name, or what somebody typed', async () => {
      const found: unknown[] = []
      for (const seed of seeds) {
        const page = drawPage(seed)
        const text = await replayer.reportOfPlanted(page)
        const { html, url, ...rest } = parseReport(text)
        const amounts = amountsOn(page.html)
        const told = new Set([...amountsOn(html), ...amountsIn(JSON.stringify(rest))])
        const kept = [...told].filter((amount) => amounts.has(amount))
        const secrets = text.match(/.{0,40}secret.{0,20}|77112233/gi) ?? []
        if (kept.length > 0 || secrets.length > 0) found.push({ seed, url, kept, secrets })
      }
      expect(found).toEqual([])
    })
  },
)
