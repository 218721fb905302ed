import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { type Report, reportSender } from '@/entrypoints/futures.content/report-sender'
import type { Correction, Episode, Ledger, Observation } from '@/lib/ledger'
import { journal, type LedgerAnswer } from '@/lib/storage/ledger'
import { playHistory } from '../../lib/ledger/histories/play-history'
import { random, type RandomState } from '../../practice-exchange/engine/index'
import { mortalBackground } from './mortal-background'

const ENDS = 200

/** The archive is filled in a second, and later next to other tests. */
const PATIENCE = { timeout: 10_000 }

/** A word of the trader and a note of ours, on what is open now. */
const wordsOn = ({ open }: LedgerAnswer, at: number): Correction[] =>
  Object.values(open).flatMap(({ id, events }): Correction[] => {
    const rise = events.findLast(({ kind }) => kind === 'margin-added')
    const note: Correction = {
      says: 'noted',
      episode: id,
      at,
      code: 'MARGIN_ADDED_AGAIN',
      figures: {},
    }
    return rise === undefined
      ? [note]
      : [note, { says: 'not-an-addition', episode: id, at, event: rise.id }]
  })

/** Tells the background everything, as tabs do: again and again until it is acknowledged. */
const trade = async (
  observations: readonly Observation[],
  options: Parameters<typeof mortalBackground>[0] = {},
) => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  fakeBrowser.reset()
  const background = mortalBackground(options)
  const answers: LedgerAnswer[] = []
  const taken = new Set<unknown>()
  const tell = reportSender({
    send: async (request) => {
      const answer = await background.send(request)
      if (answer === undefined || 'forgotten' in answer) return answer
      const items = request.type === 'observe' ? request.observations : request.corrections
      for (const item of items) taken.add(item)
      return answer
    },
    onAnswer: (answer) => {
      answers.push(answer)
    },
  })
  const say = async (report: Report): Promise<void> => {
    background.rest()
    await tell([report])
    const item = 'observation' in report ? report.observation : report.correction
    // What was sent before may have to be sent again first.
    while (!taken.has(item)) await tell([])
  }
  for (const [index, observation] of observations.entries()) {
    await say({ observation })
    const last = answers.at(-1)
    if (index % 12 !== 11 || last === undefined) continue
    for (const correction of wordsOn(last, observation.at)) await say({ correction })
  }
  const { ledger } = await fakeBrowser.storage.local.get('ledger')
  const { value } = ledger as { value: Ledger }
  const archived: Episode[] = []
  // The archive is filled behind the count: what waited when it ended, by the next background.
  await vi.waitFor(async () => {
    background.rest()
    await background.send({ type: 'observe', since: null, observations: [observations[0]!] })
    archived.length = 0
    await journal.each((record) => archived.push(record as Episode))
    // An episode that was taken up again stands there as it first ended, until it is written once more.
    expect(archived.map(told)).toEqual(expect.arrayContaining(value.closed.map(told)))
  }, PATIENCE)
  return {
    ledger: { ...value, unarchived: [] },
    archived,
    answered: answers.at(-1)?.open,
    ends: background.ends(),
    moments: background.moments(),
  }
}

const told = ({ id, events }: Episode): string => `${id} ${String(events.length)}`

const momentsOf = (state: RandomState, among: number): Set<number> => {
  const chosen = new Set<number>()
  while (chosen.size < ENDS) chosen.add(Math.floor(random(state) * among))
  return chosen
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the background is ended at 200 random moments of a busy time', () => {
  test.each([1, 2, 3, 5])(
    'history %i: ledger and journal are those of an undisturbed run',
    async (seed) => {
      const observations = playHistory(seed, 40).desk.taken.map(({ look }) => look.observation)
      const whole = await trade(observations)
      expect(whole.moments).toBeGreaterThan(2 * ENDS)
      expect(JSON.stringify([whole.ledger, whole.archived])).toContain('"margin-added"')

      const state: RandomState = { seed }
      const broken = await trade(observations, {
        endAt: momentsOf(state, whole.moments),
        silentEnd: () => random(state) < 0.5,
      })
      expect(broken.ends).toBe(ENDS)
      expect(broken.ledger).toEqual(whole.ledger)
      expect(broken.archived).toEqual(whole.archived)
      expect(broken.answered).toEqual(whole.answered)
    },
  )
})
