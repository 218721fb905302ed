import { expect, test } from 'vitest'
import { readPage } from '@/lib/page'
import {
  fixtureNames,
  type PageTruth,
  readFixture,
} from '../../practice-exchange/page-fixture/page-fixture'
import { replayPage } from '../../practice-exchange/page-fixture/replay-page'

type Truth = PageTruth['positions'][number]
type Share = { rows: number; shown: number; wrong: string[]; status: string }

const figures = {
  quantity: 'quantity',
  entryPrice: 'entryPrice',
  markPrice: 'markPrice',
  liquidationPrice: 'liquidationPrice',
  unrealizedPnl: 'pnl',
} as const

/** Half a unit of the last digit that is shown, and a little dust. */
const isTrue = (shown: { value: { toNumber: () => number }; decimals: number }, truth: number) =>
  Math.abs(shown.value.toNumber() - truth) <= 0.501 * 10 ** -shown.decimals

const read = (name: string): Share => {
  const { html, truth } = readFixture(name)
  const page = replayPage(html, truth.url)
  readPage(page, 0)
  const reading = readPage(page, 1_000)
  const share: Share = { rows: truth.positions.length, shown: 0, wrong: [], status: reading.status }
  if (reading.status === 'flat' && share.rows > 0) share.wrong.push('flat, with positions open')
  if (reading.status !== 'positions') return share
  const truths = new Map<string, Truth>(
    // Some pages print the day of delivery without its year.
    truth.positions.flatMap((one) =>
      [one.symbol, one.symbol.replace(/_\d\d(\d{4})$/, '_$1')].map((symbol): [string, Truth] => [
        `${symbol}:${one.side}`,
        one,
      ]),
    ),
  )
  for (const position of reading.positions) {
    const real = truths.get(`${position.symbol}:${position.side}`)
    if (real === undefined) {
      share.wrong.push(`there is no ${position.key}`)
      continue
    }
    share.shown += 1
    if (position.marginMode !== 'unknown' && position.marginMode !== real.marginMode) {
      share.wrong.push(`${position.key}: ${position.marginMode}`)
    }
    for (const [ours, theirs] of Object.entries(figures) as [keyof typeof figures, keyof Truth][]) {
      const field = position[ours]
      const there = real[theirs] as number | null
      if ('missing' in field) {
        if (field.missing === 'none' && there !== null) share.wrong.push(`${ours} said to be none`)
      } else if (ours === 'unrealizedPnl' && field.text.startsWith(real.printed.pnl)) {
        // By the last price, where the trader chose that.
        continue
      } else if (there === null || !isTrue(field, there)) {
        share.wrong.push(`${position.key} ${ours} ${field.text} instead of ${String(there)}`)
      }
    }
    const { stopLoss } = position
    const hasStop =
      real.stopLoss !== null || real.partialStops.some(({ kind }) => kind === 'stop-loss')
    if (stopLoss.state === 'absent' && hasStop) share.wrong.push(`${position.key}: a stop denied`)
    if (stopLoss.state === 'present' && !hasStop)
      share.wrong.push(`${position.key}: a stop invented`)
  }
  return share
}

/** Pages of which not every row can be read, and why; of all others every row is. */
const unlike: Readonly<Record<string, Pick<Share, 'status' | 'shown'>>> = {
  // One symbol is left in sight by the filter.
  '2026-en-filtered': { status: 'positions', shown: 1 },
  // Five are in the list's window, one is mounted below it; the page does not hold the others.
  '2026-en-sixty': { status: 'positions', shown: 6 },
  '2026-en-flat': { status: 'flat', shown: 0 },
  '2026-en-logged-out': { status: 'logged-out', shown: 0 },
  '2026-en-other-tab': { status: 'hidden', shown: 0 },
  '2026-en-table-loading': { status: 'loading', shown: 0 },
}

const shares = new Map(fixtureNames().map((name) => [name, read(name)]))

test('on the pages of every generation and language nothing shown is wrong', () => {
  expect([...shares].flatMap(([name, { wrong }]) => wrong.map((w) => `${name}: ${w}`))).toEqual([])
})

test.each([...shares])('%s: as many rows are read as can be', (name, { rows, shown, status }) => {
  expect({ status, shown }).toEqual(unlike[name] ?? { status: 'positions', shown: rows })
})
