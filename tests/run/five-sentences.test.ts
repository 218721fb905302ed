import { expect, test } from 'vitest'
import type { PanelState } from '../e2e/panel.ts'
import { fiveSentences } from './five-sentences.ts'

const state = (
  figures: Readonly<Record<string, string>>,
  warnings: PanelState['positions'][number]['warnings'] = [],
): PanelState => ({
  status: 'ready',
  statusText: '',
  text: '',
  positions: [
    {
      key: 'BTCUSDT:long:isolated',
      band: 'danger',
      fields: Object.fromEntries(
        Object.entries(figures).map(([name, text]) => [name, { text, value: null, missing: null }]),
      ),
      warnings,
      questions: 0,
      text: '',
    },
  ],
})

test('the figures are those that the panel showed, and the warning is its title', () => {
  const told = new Map([
    ['opened', state({ 'liquidation-price': '57,240.3', 'liquidation-distance': '4.59 %' })],
    ['falling', state({ 'liquidation-distance': '2.15 %', 'unrealized-pnl': '−30.00 USDT' })],
    ['first-addition', state({ 'liquidation-price': '56,236.2', 'at-stake': '80.02 USDT' })],
    [
      'second-addition',
      state({ 'margin-additions': '2 of 1' }, [
        {
          code: 'MARGIN_ADDED_AGAIN',
          severity: 'danger',
          title: 'You added margin twice and are still losing: cut your losses',
          text: 'You added margin twice and are still losing: cut your losses Your limit is 1.',
        },
      ]),
    ],
  ])
  const sentences = fiveSentences(told)
  expect(sentences).toHaveLength(5)
  expect(sentences[0]).toContain('57,240.3, 4.59 % away')
  expect(sentences[1]).toContain('until 2.15 % was left, with a loss of −30.00 USDT')
  expect(sentences[2]).toContain('moved to 56,236.2, the loss stayed, and 80.02 USDT was at stake')
  expect(sentences[3]).toContain(
    'counted 2 of 1 and said “You added margin twice and are still losing: cut your losses”.',
  )
})

test('what was not shown is said to be unknown', () => {
  expect(fiveSentences(new Map())[0]).toContain('liquidation at unknown')
})
