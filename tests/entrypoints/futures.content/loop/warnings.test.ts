import * as v from 'valibot'
import { expect, test } from 'vitest'
import { noteOf } from '@/entrypoints/futures.content/loop/warnings'
import { correctionSchema } from '@/lib/ledger'
import type { PositionFacts } from '@/lib/rules/facts'
import { defaultLimits } from '@/lib/rules/limits'
import { panelModel } from '@/lib/rules/panel'
import { episodeOf, is, longPosition, missing, panelInput } from '../../../lib/rules/facts'

/** A cross position with everything against it. */
const troubled: PositionFacts = {
  ...longPosition,
  key: 'BTCUSDT:long:cross',
  marginMode: 'cross',
  markPrice: is(50_500),
  wallet: missing('unknown'),
  margin: is(700),
  unrealizedPnl: is(-500),
  leverage: is(50),
  stopLoss: { state: 'absent' },
}

const found = () => {
  const episode = episodeOf({ marginAdditions: 2, withoutStopSince: 0, increasesWhileLosing: 1 })
  const [position] = panelModel({
    input: panelInput([troubled, { ...troubled, key: 'ETHUSDT:long:cross', symbol: 'ETHUSDT' }]),
    episodes: new Map([[troubled.key, episode]]),
    limits: defaultLimits,
    previous: null,
    now: 1_000_000,
  }).positions.filter(({ facts }) => facts.key === troubled.key)
  if (position === undefined) throw new Error('no position')
  return position.evaluation.warnings.map((warning) => ({ position, warning }))
}

test('every warning becomes a note that the ledger takes', () => {
  const notes = found().flatMap((each) => noteOf(each, 1_000_000))
  expect(notes.length).toBeGreaterThan(6)
  for (const note of notes) {
    const result = v.safeParse(correctionSchema, note)
    expect(result.success, JSON.stringify(note)).toBe(true)
  }
})

test('money is kept with its asset', () => {
  const shared = found().filter(({ warning }) => warning.code === 'CROSS_MARGIN_SHARED')
  expect(shared.flatMap((each) => noteOf(each, 1_000_000))).toMatchObject([
    {
      code: 'CROSS_MARGIN_SHARED',
      figures: { balance: '2000', balanceAsset: 'USDT', pool: 'asset' },
    },
  ])
})
