import { expect, test } from 'vitest'
import { emptyLedger, type Ledger } from '@/lib/ledger'
import { setBack } from '@/lib/ledger/set-back'
import { desk, held, kindsOf } from './desk.ts'
import { observedPosition } from './observed.ts'

const long = observedPosition()

/** At these times by the clock of before. */
const times = { at: 100, since: 8_000, seen: 9_000 }

test('what is remembered lies in the past in its order', () => {
  const trader = desk()
  trader.look(0, [long])
  const [waiting] = Object.values(trader.ledger().arriving)
  if (waiting === undefined) throw new Error('nothing arrives')
  const first = { ...waiting, at: times.seen, completeAt: times.since }
  const episode = {
    ...held(),
    seenAt: times.seen,
    walletSeenAt: times.seen,
    marginSeenAt: times.seen,
    priceSeenAt: times.seen,
    withoutStopSince: times.at,
    pending: { one: { ...first, completeAt: null } },
    missing: { at: times.since, looks: 1, credible: true, watched: true, markPrice: null },
  }
  const recent = {
    before: episode.figures,
    from: times.at,
    at: times.since,
    last: null,
    events: [],
  }
  trader.look(0.4, [long])
  const [tab] = Object.values(trader.ledger().tabs)
  if (tab === undefined) throw new Error('no tab')
  const state = { figures: episode.figures, since: times.since, repeated: true }
  const ledger: Ledger = {
    ...emptyLedger,
    open: { key: { ...episode, recent } },
    closed: [{ ...episode, closedAt: times.seen, withoutStopSince: null }],
    arriving: { key: first },
    tabs: {
      one: { ...tab, at: times.seen, since: times.at, movedAt: null, shown: { key: [state] } },
    },
    completeAt: { usdm: times.seen, coinm: null },
  }
  const back = setBack(ledger, 5_000)
  // One millisecond more: what was now is over.
  expect(back.open['key']).toMatchObject({
    closedAt: null,
    seenAt: 3_999,
    walletSeenAt: -1_001,
    marginSeenAt: null,
    priceSeenAt: null,
    withoutStopSince: -4_901,
    pending: { one: { at: 3_999, completeAt: null } },
    recent: { from: -4_901, at: 2_999, last: null },
    missing: { at: 2_999, looks: 1 },
  })
  expect(back.closed).toMatchObject([{ closedAt: 3_999, withoutStopSince: null, recent: null }])
  expect(back.arriving).toMatchObject({ key: { at: 3_999, completeAt: 2_999 } })
  expect(back.tabs).toMatchObject({
    one: { at: 3_999, since: -4_901, movedAt: null, shown: { key: [{ since: 2_999 }] } },
  })
  expect(back.completeAt).toEqual({ usdm: 3_999, coinm: null })
})

test('another tab has looked later by the old clock: what is done by the new one counts at once', () => {
  const trader = desk()
  const at = (mark: number) => ({ ...long, markPrice: String(mark) })
  for (const second of [0, 1, 10]) trader.look(second, [at(59_000 + second)], 'one')
  for (const second of [20, 57]) trader.look(second, [at(59_000 + second)], 'two')
  const hourAgo = -3_600
  trader.look(hourAgo, [at(59_060)], 'one')
  const more = { margin: '79.43', liquidationPrice: '56254.3' }
  for (const second of [8, 8.6]) trader.look(hourAgo + second, [{ ...at(59_068), ...more }], 'one')
  expect(kindsOf(trader.episode())).toEqual(['opened', 'margin-added'])
})
