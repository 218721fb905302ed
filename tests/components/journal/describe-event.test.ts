import { describe, expect, test } from 'vitest'
import { eventDescriber } from '@/components/journal/describe-event'
import { en, translation } from '@/lib/i18n'
import { timeline } from '@/lib/journal'
import type { LedgerEvent } from '@/lib/ledger'
import { added, closed, event, history, opened } from '../../lib/journal/episodes.ts'

const tell = (...events: LedgerEvent[]) => {
  const episode = history(events)
  const speak = eventDescriber(translation('en', en), episode)
  return timeline(episode).map((entry) => {
    const { title, details } = speak(entry)
    return [title, ...details]
  })
}

const around = [
  'Liquidation price: 57,276.3 → 56,270.1',
  'Mark price at the time: 58,000.0',
  'PnL at the time: −40.00 USDT',
]
const stop = (from: object, to: object) => event('stop-changed', 1, { from, to } as never)

test('what nobody saw was not at the mark and PnL of another time', () => {
  const away = { ...closed(300, '50.00'), awaySince: 0 }
  expect(tell(opened(), added(1), away).slice(1)).toEqual([
    ['Margin addition 1: 20.00 USDT', ...around],
    ['Closed', expect.stringMatching(/^Happened while the position wasn’t visible, after /)],
  ])
})

describe('every event in words', () => {
  test.each<[string, LedgerEvent, string[]]>([
    ['opened', opened(), ['Opened: 0.020 at 60,000.0', 'Margin: 60.00 USDT']],
    [
      'open before the first look',
      opened(0, false),
      ['First seen, already open: 0.020 at 60,000.0', 'Margin: 60.00 USDT'],
    ],
    [
      'made larger',
      event('increased', 1, { quantity: '0.010', margin: '30.00', losing: false }),
      ['Increased by 0.010', 'Margin: 30.00 USDT'],
    ],
    [
      'increased while at a loss',
      event('increased', 1, { quantity: '0.010', margin: null, losing: true }),
      ['Increased by 0.010 while at a loss', 'Margin: unknown'],
    ],
    ['a part closed', event('reduced', 1, { quantity: '0.005' }), ['Partly closed: 0.005']],
    ['an addition', added(1), ['Margin addition ≥1: 20.00 USDT', ...around]],
    ['of unknown amount', added(1, null), ['Margin addition ≥1: unknown', ...around]],
    [
      'one that may have been funding',
      added(1, '0.30', false),
      [
        'Margin rose by 0.30 USDT: you, or funding?',
        'Funding could also explain it. It isn’t counted until you say so.',
        ...around,
      ],
    ],
    [
      'by an amount that is not known',
      added(1, null, false),
      [
        'Margin rose: you, or funding?',
        'Funding could also explain it. It isn’t counted until you say so.',
        ...around,
      ],
    ],
    [
      'margin taken out',
      event('margin-removed', 1, {
        amount: '5.00',
        liquidationBefore: 'none',
        liquidationAfter: null,
        markPrice: null,
        unrealizedPnl: null,
      }),
      ['Removed 5.00 USDT of margin', 'Liquidation price: none → unknown'],
    ],
    [
      'margin taken out, how much is not known',
      event('margin-removed', 1, {
        amount: null,
        liquidationBefore: 'none',
        liquidationAfter: null,
        markPrice: null,
        unrealizedPnl: null,
      }),
      ['Removed margin', 'Liquidation price: none → unknown'],
    ],
    ['funding paid', event('funding', 1, { amount: '-0.121' }), ['Funding paid: 0.13 USDT']],
    ['funding received', event('funding', 1, { amount: '0.129' }), ['Funding received: 0.12 USDT']],
    ['leverage', event('leverage-changed', 1, { from: '10', to: '20' }), ['Leverage: 10× → 20×']],
    [
      'margin mode',
      event('margin-mode-changed', 1, { from: 'isolated', to: 'cross' }),
      ['Margin mode: Isolated → Cross'],
    ],
    [
      'stop set',
      stop({ state: 'absent' }, { state: 'present', price: '57800.0' }),
      ['Stop-loss set at 57,800.0'],
    ],
    [
      'stop moved',
      stop({ state: 'present', price: '57800.0' }, { state: 'present', price: null }),
      ['Stop-loss moved: 57,800.0 → unknown'],
    ],
    [
      'stop removed',
      stop({ state: 'present', price: '57800.0' }, { state: 'absent' }),
      ['Stop-loss removed'],
    ],
    [
      'stop out of sight',
      stop({ state: 'absent' }, { state: 'unknown' }),
      ['No longer visible whether a stop-loss is set'],
    ],
    [
      'no stop, now known',
      stop({ state: 'unknown' }, { state: 'absent' }),
      ['No stop-loss in position TP/SL'],
    ],
    ['back again', event('resumed', 1, {}), ['Visible again']],
    [
      'closed',
      closed(1, '-41.20'),
      ['Closed', 'Mark price at the time: 58,000.0', 'PnL at the time: −41.20 USDT'],
    ],
    [
      'liquidated',
      closed(1, null, 'liquidated'),
      ['Liquidated', 'Mark price at the time: 58,000.0'],
    ],
    [
      'probably liquidated',
      closed(1, null, 'liquidated', false),
      [
        'Probably liquidated: the last figures point to it but don’t prove it',
        'Mark price at the time: 58,000.0',
      ],
    ],
    [
      'stopped',
      closed(1, null, 'stopped'),
      ['Closed by the stop-loss', 'Mark price at the time: 58,000.0'],
    ],
    [
      'probably stopped',
      closed(1, null, 'stopped', false),
      ['Probably closed by the stop-loss', 'Mark price at the time: 58,000.0'],
    ],
    [
      'another account in another tab',
      event('other-account', 1, {}),
      [
        'Another tab showed other figures: probably another account. The difference was not counted.',
      ],
    ],
    [
      'entered again at the same price and size',
      { ...opened(), follows: 'BTCUSDT:long:isolated@1' } as LedgerEvent,
      [
        'Opened: 0.020 at 60,000.0',
        'Margin: 60.00 USDT',
        'Same size and entry price as the position that ended before it',
      ],
    ],
    [
      'said before',
      event('declared', 1, { additions: 2 }),
      ['You answered: margin added twice before'],
    ],
    [
      'a note of a later version',
      event('noted', 1, { code: 'SOMETHING_NEW', figures: {} }),
      ['Noted: SOMETHING_NEW'],
    ],
  ])('%s', (_, told, expected) => {
    expect(tell(told)).toEqual([expected])
  })

  test('a correction names what it speaks of; taken back, it says so', () => {
    expect(
      tell(
        added(1),
        event('corrected', 2, { event: 0, isAddition: false }),
        event('undone', 3, { event: 1 }),
      ).slice(1),
    ).toEqual([
      ['You answered: you didn’t add this margin (20.00 USDT)', 'Undone later'],
      ['You undid your answer'],
    ])
  })

  test('a rise that the trader denies is not called an addition', () => {
    const [first] = tell(added(1), event('corrected', 2, { event: 0, isAddition: false }))
    expect(first?.[0]).toBe('Margin rose by 20.00 USDT: not added by you')
  })

  test('nor is one whose amount is not known', () => {
    const told = tell(added(1, null), event('corrected', 2, { event: 0, isAddition: false }))
    expect(told.map(([title]) => title)).toEqual([
      'Margin rose: not added by you',
      'You answered: you didn’t add this margin',
    ])
  })

  test('a warning, and what was done next', () => {
    const warning = event('noted', 1, { code: 'LIQUIDATION_NEAR', figures: {} })
    expect(tell(warning, added(4))[0]).toEqual([
      'Warning: liquidation is near',
      '3 min later: added margin',
    ])
    expect(tell(warning)[0]).toEqual(['Warning: liquidation is near'])
  })

  test('what happened while nobody looked says since when', () => {
    const away = { ...added(60), awaySince: Number.POSITIVE_INFINITY }
    expect(tell(away)[0]?.at(-1)).toBe('Happened while the position wasn’t visible, after unknown')
  })
})

test('every warning code that is released has words', () => {
  const codes = Object.keys(en).flatMap((key) => {
    const [, code] = /^warning\.([A-Z_]+)$/.exec(key) ?? []
    return code === undefined ? [] : [code]
  })
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.filter((code) => !Object.hasOwn(en, `journal.warning.${code}`))).toEqual([])
})
