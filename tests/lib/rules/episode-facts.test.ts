import { describe, expect, test } from 'vitest'
import { episodeFacts } from '@/lib/rules/facts'
import { event, MINUTE, openEpisode, OPENED } from '../journal/episodes'

const added = (minutes: number, markPrice: string | null, awaySince: number | null = null) => ({
  ...event('margin-added', minutes, {
    amount: '20.00',
    liquidationBefore: '57276.3',
    liquidationAfter: '56272.3',
    markPrice,
    unrealizedPnl: '-10.00',
    certain: true,
  }),
  id: minutes,
  awaySince,
})

const episode = openEpisode()
const markOf = (...events: Parameters<typeof added>[]) =>
  episodeFacts({
    ...episode,
    events: [...episode.events, ...events.map((given) => added(...given))],
  }).markAtFirstAddition?.toFixed() ?? null

test('where the mark stood when margin was first added is kept, later additions do not move it', () => {
  expect(markOf()).toBeNull()
  expect(markOf([10, '59500.0'])).toBe('59500')
  expect(markOf([10, '59500.0'], [20, '59000.0'])).toBe('59500')
})

test('it is not known where nobody was looking, or the page did not show it', () => {
  expect(markOf([10, '59500.0', 1])).toBeNull()
  expect(markOf([10, null], [20, '59000.0'])).toBeNull()
})

test('additions before our first look were the first, and so they may have been where nobody says', () => {
  const [opened] = episode.events
  if (opened?.kind !== 'opened') throw new Error('it begins with its opening')
  const found = episodeFacts({
    ...episode,
    events: [{ ...opened, witnessed: false }, added(10, '59500.0')],
  })
  expect(found.markAtFirstAddition).toBeNull()
  const told = event('declared', 5, { additions: 1 })
  const facts = episodeFacts({
    ...episode,
    events: [...episode.events, told, added(10, '59500.0')],
  })
  expect(facts.markAtFirstAddition).toBeNull()
})

test('the PnL when margin was last added, if a tab was looking then', () => {
  const pnlOf = (...given: Parameters<typeof added>[]) =>
    episodeFacts({
      ...episode,
      events: [
        ...episode.events,
        ...given.map((each, index) => ({
          ...added(...each),
          unrealizedPnl: index === 0 ? '-18.00' : '-25.50',
        })),
      ],
    }).pnlAtLastAddition?.toFixed() ?? null
  expect(pnlOf()).toBeNull()
  expect(pnlOf([10, '59100.0'])).toBe('-18')
  expect(pnlOf([10, '59100.0'], [20, '58800.0'])).toBe('-25.5')
  expect(pnlOf([10, '59100.0'], [20, '58800.0', 1])).toBeNull()
})

describe('the PnL when margin was first added', () => {
  const first = (
    minutes: number,
    awaySince: number | null = null,
    unrealizedPnl: string | null = `-${String(minutes)}.00`,
  ) => ({ ...added(minutes, '59100.0', awaySince), unrealizedPnl })
  const thenOf = (...events: typeof episode.events) =>
    episodeFacts({
      ...episode,
      events: [...episode.events, ...events],
    }).pnlAtFirstAddition?.toFixed() ?? null
  const sized = (kind: 'reduced' | 'increased', minutes: number) =>
    ({
      ...event('reduced', minutes, { quantity: '0.01' }),
      kind,
      id: minutes,
    }) as unknown as (typeof episode.events)[number]

  test('is that of the first addition, whatever came after it', () => {
    expect(thenOf()).toBeNull()
    expect(thenOf(first(10), first(20))).toBe('-10')
  })

  test('is not known where nobody looked, the page did not show it, or margin had been added before', () => {
    expect(thenOf(first(10, 1), first(20))).toBeNull()
    expect(thenOf(first(10, null, null))).toBeNull()
    expect(thenOf({ ...event('declared', 5, { additions: 1 }), id: 5 }, first(10))).toBeNull()
  })

  test('of another size it would be another loss; of a size before it it is none', () => {
    expect(thenOf(first(10), sized('reduced', 15), first(20))).toBeNull()
    expect(thenOf(first(10), sized('increased', 15))).toBeNull()
    expect(thenOf(sized('increased', 5), first(10))).toBe('-10')
    // The size was not that of this position after all.
    const retracted = { ...event('retracted', 20, {}), replaces: [15], id: 20 }
    expect(thenOf(first(10), sized('increased', 15), retracted)).toBe('-10')
  })
})

test('each addition with its amount, and where liquidation stood before it', () => {
  const events = [
    added(10, null),
    { ...added(20, null), amount: null, liquidationBefore: null },
    { ...added(30, null), amount: '5.5', liquidationBefore: 'none' },
    { ...added(40, null), liquidationBefore: '55000' },
  ]
  const facts = episodeFacts({ ...episode, events: [...episode.events, ...events] })
  expect(facts.additions.map(({ at, amount }) => [at - OPENED, amount?.toFixed() ?? null])).toEqual(
    [
      [10 * MINUTE, '20'],
      [20 * MINUTE, null],
      [30 * MINUTE, '5.5'],
      [40 * MINUTE, '20'],
    ],
  )
  expect(facts.earlierLiquidationPrices.map((price) => price.toFixed())).toEqual([
    '57276.3',
    '55000',
  ])
})

test('a PnL that the page did not show is not known', () => {
  const events = [...episode.events, { ...added(10, '59500.0'), unrealizedPnl: null }]
  expect(episodeFacts({ ...episode, events }).pnlAtLastAddition).toBeNull()
})

test('a position that was open before the first look may have had more, until the trader says how many', () => {
  const known = (...events: typeof episode.events) =>
    episodeFacts({ ...episode, events }).additionsKnown
  const seen = episode.events
  const met = seen.map((each) => (each.kind === 'opened' ? { ...each, witnessed: false } : each))
  expect([known(...seen), known(...met)]).toEqual([true, false])
  expect(known(...met, event('declared', 5, { additions: 0 }))).toBe(true)
})
