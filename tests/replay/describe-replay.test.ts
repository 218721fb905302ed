import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { selfCheck } from '@/lib/page'
import { replayPage } from '../practice-exchange/page-fixture/replay-page'
import { describeReplay } from './describe-replay'
import { parseReport, type Report, windowOf } from './report'

const file = join(import.meta.dirname, '..', 'lib', 'page', 'reports', '2022-tr.json')
const text = readFileSync(file, 'utf8')
const report = parseReport(text)
const panel = { status: 'ready', statusText: 'all read', positions: [], text: '' }

const replay = (given: Report) => {
  const now = selfCheck(replayPage(given.html, given.url), { now: 1_000 })
  return describeReplay(given, { now, panel })
}

describe('what a replay says', () => {
  test('which columns were found and how, every row, and that it is as it was', () => {
    const { lines, isSame } = replay(report)
    expect(isSame).toBe(true)
    expect(lines.find((line) => line.includes('liquidationPrice'))).toMatch(/word\s+Tasfiye Fiyatı/)
    expect(lines.find((line) => line.includes('breakEvenPrice'))).toContain('not found')
    expect(lines).toContain('Rows: 5')
    expect(lines.at(-1)).toContain('Read here as it was there.')
  })

  test('a word that nobody knows, and what is read otherwise', () => {
    const { lines, isSame } = replay({
      ...report,
      html: report.html.replaceAll('Tasfiye Fiyatı', 'Zvak'),
    })
    expect(isSame).toBe(false)
    expect(lines).toContain('Titles that nobody knows: Zvak; Tüm Pozisyonları Kapat')
    expect(lines.at(-1)).toMatch(/places: the report says .*Tasfiye.*here it is .*Zvak/)
  })

  test('the order in which cells are named is no difference', () => {
    const turned = report.places?.rows.map(({ cells, ...row }) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(cells).reverse()),
    }))
    const places = report.places && { ...report.places, rows: turned ?? [] }
    expect(replay({ ...report, places }).isSame).toBe(true)
  })
})

test('a report of another kind is refused, and says so', () => {
  expect(() => parseReport(text.replace('"report": 3', '"report": 2'))).toThrow('kind 2')
})

test('the window is the one that the page stood in', () => {
  expect(windowOf({ html: '<html data-window="1280,720">' })).toEqual({ width: 1280, height: 720 })
})
