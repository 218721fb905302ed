import { expect, test } from 'vitest'
import { identifyBracket } from '@/lib/margin/preview'
import { companionModel } from '@/lib/rules/decision'
import type { PositionFacts } from '@/lib/rules/facts'
import type { DialogFacts } from '@/lib/rules/facts/facts'
import { defaultLimits } from '@/lib/rules/limits'
import { panelModel } from '@/lib/rules/panel'
import type { PanelInput } from '@/lib/rules/panel/panel-input'
import { d, episodeOf, is, longPosition, missing, panelInput } from './facts'

const printed = (value: number, decimals = 0) => ({ value: d(value), decimals })

const position: PositionFacts = { ...longPosition, wallet: printed(60), margin: printed(60) }
const dialog: DialogFacts = {
  direction: 'add',
  symbol: null,
  amount: printed(20),
  asset: 'USDT',
  assignedMargin: printed(60),
  most: printed(1_900),
  estimatedLiquidationPrice: missing('none'),
}

const companion = (
  change: Partial<DialogFacts> = {},
  input: PanelInput = panelInput([position]),
) => {
  const episodes = new Map([
    [position.key, episodeOf({ marginAdditions: 1, markAtFirstAddition: d(61_000) })],
  ])
  const asked = { limits: defaultLimits, previous: null, now: 1_000_000 }
  const model = panelModel({ input, episodes, ...asked })
  return companionModel({
    dialog: { ...dialog, ...change },
    input,
    model,
    estimateOf: () => identifyBracket([]),
  })
}
const matched = (...given: Parameters<typeof companion>) => {
  const found = companion(...given)
  if (found.state !== 'matched') throw new Error(found.state)
  return found
}

test('an addition: its position, the six questions, and the verdict', () => {
  const { position: found, questions, verdict, change } = matched()
  expect(found.facts.key).toBe(position.key)
  expect(change.change).toEqual(d(20))
  expect(questions.map(({ asks }) => asks)).toContain('money-elsewhere')
  expect(questions.find(({ asks }) => asks === 'price-against')).toMatchObject({
    answer: 'against',
    figure: d(61_000),
  })
  expect(verdict).toBe('past-additions')
})

test('of several positions the one that the dialog is for, whichever is the most endangered', () => {
  const nearer = {
    ...position,
    key: 'NEARER',
    wallet: printed(90),
    margin: printed(90),
    markPrice: printed(51_000),
  }
  const found = matched({}, panelInput([nearer, position]))
  expect(found.position.facts.key).toBe(position.key)
})

test('a removal: questions of its own, and the threshold that it is held against', () => {
  const near = {
    ...position,
    quantity: printed(1),
    entryPrice: printed(60_000),
    markPrice: printed(60_000),
  }
  const removal = (estimate: number, stopLoss = position.stopLoss) =>
    matched(
      { direction: 'remove', estimatedLiquidationPrice: printed(estimate) },
      panelInput([{ ...near, stopLoss }]),
    )
  const { questions, verdict, threshold } = removal(59_000)
  expect(questions.map(({ asks }) => asks)).toContain('stop-still-acts')
  expect([verdict, threshold]).toEqual(['removal-danger', d('0.03')])
  const caution = removal(56_000)
  expect([caution.verdict, caution.threshold]).toEqual(['removal-caution', d('0.1')])
  // A buffer of a tenth of the way from liquidation to entry: 53,000 to 53,700.
  expect(removal(53_000, { state: 'present', price: is(53_600) }).verdict).toBe('removal-stop')
  expect(removal(53_000, { state: 'present', price: is(53_700) }).verdict).toBe('removal-within')
})

test.each<[string, Partial<DialogFacts>, PanelInput]>([
  ['no table in sight', { symbol: 'BTCUSDT' }, { status: 'hidden' }],
  ['no position of that margin', { assignedMargin: printed(99) }, panelInput([position])],
  ['a row out of sight', {}, panelInput([position], { declared: 2 })],
  [
    'a row that could not be read',
    {},
    panelInput([position], { declared: null, unread: [{ symbol: null, reason: 'no-side' }] }),
  ],
])('%s: not known for which position', (_, change, input) => {
  expect(companion(change, input)).toEqual({ state: 'unmatched' })
})
