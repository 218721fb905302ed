import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identifyBracket } from '@/lib/margin/preview'
import { companionModel } from '@/lib/rules/decision'
import type { Figure, PositionFacts } from '@/lib/rules/facts'
import type { DialogFacts, OrderFacts } from '@/lib/rules/facts/facts'
import { adverseMove } from '@/lib/rules/insight'
import { defaultLimits } from '@/lib/rules/limits'
import { orderCheck } from '@/lib/rules/order'
import { badgeOf, panelModel } from '@/lib/rules/panel'
import {
  effectOf,
  endOfEffect,
  judgeStop,
  marginForWanted,
  marginSlider,
  stopForLoss,
  stopOutcome,
  stopZone,
  whatIf,
} from '@/lib/rules/planning'
import { accountOf } from '@/lib/rules/position'
import { accountFacts, d, episodeOf, longPosition, noOrders, panelInput } from './facts'

/** What a page prints in a bad moment, what it never should, and what it usually does. */
const amount = fc.constantFrom('0', '-0', '-5', '1e-30', '1e30', '0.00001', '60000', '58123.4')
const figure: fc.Arbitrary<Figure<ReturnType<typeof d>> & { decimals?: number }> = fc.oneof(
  fc.record({ value: amount.map(d), decimals: fc.constantFrom(0, 1, 8) }),
  fc.record({ missing: fc.constantFrom('none', 'unknown', 'unparsed', 'contradicted') }),
)

const position: fc.Arbitrary<PositionFacts> = fc
  .record({
    symbol: fc.constantFrom('BTCUSDT', 'BTCUSD_PERP', 'btcusdt', ''),
    side: fc.constantFrom('long', 'short', 'unknown'),
    marginMode: fc.constantFrom('isolated', 'cross', 'unknown'),
    marginAsset: fc.constantFrom('USDT', 'BTC', null),
    contract: fc.constantFrom<PositionFacts['contract']>(
      { value: { kind: 'linear' } },
      { value: { kind: 'inverse', contractSize: d(100) } },
      { value: { kind: 'inverse', contractSize: d(0) } },
      { missing: 'unknown' },
    ),
    quantity: figure,
    leverage: figure,
    entryPrice: figure,
    markPrice: figure,
    liquidationPrice: figure,
    margin: figure,
    wallet: figure,
    marginRatio: figure,
    unrealizedPnl: figure,
    stopLoss: fc.oneof(
      fc.record({ state: fc.constant('present' as const), price: figure }),
      fc.constantFrom<PositionFacts['stopLoss']>({ state: 'absent' }, { state: 'unknown' }),
    ),
  })
  .map((drawn) => ({
    ...longPosition,
    ...(drawn as Partial<PositionFacts>),
    key: `${drawn.symbol}:${drawn.side}:${drawn.marginMode}`,
  }))

const account = fc
  .record({ marginBalance: figure, availableBalance: figure, marginRatio: figure })
  .map((drawn) => ({ ...accountFacts, ...drawn }))

const dialogOf = (change: Pick<DialogFacts, 'amount' | 'direction'>): DialogFacts => ({
  symbol: null,
  asset: null,
  assignedMargin: { missing: 'unknown' },
  most: { missing: 'unknown' },
  estimatedLiquidationPrice: { missing: 'none' },
  ...change,
})

test('a mark of zero, or nonsense anywhere: nothing is thrown, and nothing of it is calm', () => {
  fc.assert(
    fc.property(
      position,
      position,
      account,
      figure,
      fc.constantFrom('add' as const, 'remove' as const),
      (one, other, balances, typed, direction) => {
        const positions = [one, { ...other, key: `other:${other.key}` }]
        const input = panelInput(positions, { account: balances })
        const model = panelModel({
          input,
          episodes: new Map([[one.key, episodeOf({ marginAdditions: 2 })]]),
          limits: defaultLimits,
          previous: null,
          now: 1_000_000,
        })
        badgeOf(model)
        const estimate = identifyBracket([])
        companionModel({
          dialog: dialogOf({ amount: typed, direction }),
          input,
          model,
          estimateOf: () => estimate,
        })
        for (const { facts, evaluation, backing, legs } of model.positions) {
          const mark = facts.markPrice
          if ('value' in mark && !mark.value.gt(0)) {
            expect(['unknown', 'crossed', 'calm']).toContain(evaluation.band)
            if (evaluation.band === 'calm') {
              expect(facts.liquidationPrice).toMatchObject({ missing: 'none' })
            }
            expect('value' in evaluation.distance).toBe(false)
          }
          const price = 'value' in typed ? typed.value : d(1)
          marginSlider(facts, backing)
          whatIf({ position: facts, backing, estimate, change: d(10) })
          whatIf({ position: facts, backing, estimate, change: d(-10) })
          marginForWanted(facts, estimate, d('0.1'))
          effectOf(facts, estimate, d(10))
          endOfEffect(facts, evaluation.stop)
          stopZone(facts, defaultLimits)
          judgeStop(facts, defaultLimits, price)
          stopOutcome({ position: facts, price, covers: d(1), capital: backing.capital })
          stopForLoss({ position: facts, loss: d(5), covers: d(1) })
          adverseMove({ position: facts, legs, balance: backing.balance, move: d('0.05') })
        }
      },
    ),
    { numRuns: 2_000 },
  )
})

test('the same of an order form', () => {
  const preview = fc.record({ liquidationPrice: figure, cost: figure })
  fc.assert(
    fc.property(
      fc.record({
        price: figure,
        size: figure,
        stopLoss: figure,
        leverage: figure,
        long: preview,
        short: preview,
        type: fc.constantFrom('limit', 'market'),
        sizeUnit: fc.constantFrom('BTC', 'USDT', null),
      }),
      figure,
      position,
      account,
      (drawn, mark, open, balances) => {
        const order = {
          symbol: 'BTCUSDT',
          action: 'open',
          marginMode: 'isolated',
          reduceOnly: { value: false },
          asset: 'USDT',
          ...drawn,
        } as OrderFacts
        orderCheck({
          order,
          positions: [open],
          mark: 'value' in mark ? mark.value : null,
          account: accountOf({ account: balances, positionMode: 'one-way', openOrders: noOrders }),
          limits: defaultLimits,
        })
      },
    ),
    { numRuns: 2_000 },
  )
})
