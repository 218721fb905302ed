import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PositionTruth, PracticeControls } from '../controls.ts'
import type { AssetMode, PositionMode } from '../engine/index.ts'
import type { Column, Language, View } from '../view.ts'

/** What is true on a captured page: `expected.json`. */
export type PageTruth = {
  generation: View['generation']
  language: Language
  url: string
  /** The exchange's clock, milliseconds. */
  now: number
  positionMode: PositionMode
  assetMode: AssetMode
  columns: { column: Column; title: string }[]
  /** In the order of the rows. */
  positions: Omit<PositionTruth, 'id'>[]
  account: ReturnType<PracticeControls['account']>
  ticker: ReturnType<PracticeControls['ticker']>
  /** What is about to be done: of pages on which a dialog stands open. */
  action?: ReturnType<PracticeControls['action']>
}

export type PageFixture = { name: string; html: string; truth: PageTruth }

export const fixtureFolder = join(import.meta.dirname, '..', '..', 'lib', 'page', 'fixtures')

export const readFixture = (name: string): PageFixture => ({
  name,
  html: readFileSync(join(fixtureFolder, name, 'source.html'), 'utf8'),
  truth: JSON.parse(readFileSync(join(fixtureFolder, name, 'expected.json'), 'utf8')) as PageTruth,
})

/** "2026-en", "2026-en-hedge", … */
export const fixtureNames = (): string[] => readdirSync(fixtureFolder).sort()
