import { expect, test } from 'vitest'
import { episodeFacts } from '@/lib/rules/facts'
import { event, openEpisode } from '../journal/episodes'

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

test('additions before our first look were the first', () => {
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
