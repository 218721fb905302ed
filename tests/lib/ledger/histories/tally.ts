import { type Episode, type Ledger, type LedgerEvent, standingEvents } from '@/lib/ledger'
import { openQuestions } from '@/lib/ledger/additions'
import { sum } from './beyond-sight'
import type { Expectation, Kind } from './expectation'

export const kinds: readonly Kind[] = [
  'opened',
  'increased',
  'reduced',
  'margin-added',
  'margin-removed',
  'funding',
  'leverage-changed',
  'stop-changed',
  'closed',
]

export type Count = {
  found: number
  asked: number
  missed: number
  invented: number
  /** Found, with a figure that is not right. */
  wrong: number
  /** Nobody could have told; neither found nor missed. */
  beyond: number
}

export type Tally = Record<Kind, Count>

export type Fault = {
  what: 'missed' | 'invented' | 'wrong'
  kind: Kind
  key: string
  /** True time. */
  at: number
  text: string
}

export const emptyTally = (): Tally =>
  Object.fromEntries(
    kinds.map((kind): [Kind, Count] => [
      kind,
      { found: 0, asked: 0, missed: 0, invented: 0, wrong: 0, beyond: 0 },
    ]),
  ) as Tally

type Found = { event: LedgerEvent; kind: Kind; key: string; at: number; asked: boolean }

const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind)

type TrueTime = (episode: string, event: LedgerEvent) => number

const foundIn = (episode: Episode, trueTime: TrueTime): Found[] => {
  const questions = new Set(openQuestions(episode).map(({ id }) => id))
  const key = `${episode.symbol}:${episode.side}:${episode.marginMode}`
  return standingEvents(episode.events).flatMap((event): Found[] =>
    isKind(event.kind)
      ? [
          {
            event,
            kind: event.kind,
            key,
            at: trueTime(episode.id, event),
            asked: questions.has(event.id),
          },
        ]
      : [],
  )
}

const amountOf = (event: LedgerEvent): string | null => {
  if (event.kind === 'increased' || event.kind === 'reduced') return event.quantity
  if (event.kind === 'margin-added' || event.kind === 'margin-removed') return event.amount
  return event.kind === 'funding' ? event.amount : null
}

/** What is said of an event and is not so; `null`: all of it is. */
const wrongIn = (
  event: LedgerEvent,
  expectation: Expectation,
  parts: readonly LedgerEvent[],
): string | null => {
  const { amount, slack, how, witnessed, away } = expectation
  const right = [amount ?? 0, ...expectation.parts]
  const isRight = (events: readonly LedgerEvent[]): boolean => {
    const amounts = events.map(amountOf)
    if (amount === null || amounts.includes(null)) return true
    return right.some((one) => Math.abs(sum(amounts.map(Number)) - one) <= slack)
  }
  if (!isRight([event]) && !isRight([event, ...parts])) return 'amount'
  if (event.kind === 'closed' && how !== null) {
    const isAllowed = how.allowed.includes(event.how)
    // A guess that says that it is one may be wrong; a fact may not.
    if (event.certain && !isAllowed) return `how (${how.true})`
  }
  if (event.kind === 'opened') {
    return witnessed !== null && event.witnessed !== witnessed ? 'witnessed' : null
  }
  return away !== null && (event.awaySince !== null) !== away ? 'away' : null
}

/** A finding may come this much later than the second look that shows it: contradictions are waited out. */
const LATEST = 200_000
/** … or this much earlier: what is one with a change of seconds before has its time. */
const EARLIEST = 3_000

const mayBe = ({ kind, key, by, since, beyond }: Expectation, one: Found): boolean =>
  one.kind === kind &&
  one.key === key &&
  one.at >= since - EARLIEST &&
  (beyond !== null || one.at <= by + LATEST)

/** What nobody could tell may be found at any time since it was done. */
const apart = ({ at, since, beyond }: Expectation, one: Found): number =>
  beyond === null ? Math.abs(one.at - at) : Math.max(since - one.at, one.at - at, 0)

/** Each finding and the expectation nearest to it in time; what can be told goes first. */
const pair = (
  expectations: readonly Expectation[],
  found: readonly Found[],
): Map<Expectation, Found> => {
  const pairs = expectations
    .flatMap((expectation) =>
      found
        .filter((one) => mayBe(expectation, one))
        .map((one) => ({
          expectation,
          one,
          apart: apart(expectation, one),
          after: Math.abs(one.at - expectation.since),
        })),
    )
    .sort(
      (a, b) =>
        Number(a.expectation.beyond !== null) - Number(b.expectation.beyond !== null) ||
        a.apart - b.apart ||
        a.after - b.after,
    )
  const matches = new Map<Expectation, Found>()
  const taken = new Set<Found>()
  for (const { expectation, one } of pairs) {
    if (matches.has(expectation) || taken.has(one)) continue
    matches.set(expectation, one)
    taken.add(one)
  }
  return matches
}

/** Holds what the ledger says against what is true. */
export const tally = (
  ledger: Ledger,
  expectations: readonly Expectation[],
  trueTime: TrueTime,
): { counts: Tally; faults: Fault[] } => {
  const counts = emptyTally()
  const faults: Fault[] = []
  const found = [...Object.values(ledger.open), ...ledger.closed]
    .flatMap((episode) => foundIn(episode, trueTime))
    .sort((a, b) => a.at - b.at)
  const matches = pair(expectations, found)
  const left = new Set(found)
  for (const expectation of expectations) {
    const { kind, key, at, beyond, isAllowance } = expectation
    const count = counts[kind]
    const one = matches.get(expectation)
    if (one === undefined) {
      if (beyond === null) {
        count.missed += 1
        faults.push({ what: 'missed', kind, key, at, text: JSON.stringify(expectation) })
      } else if (!isAllowance) count.beyond += 1
      continue
    }
    left.delete(one)
    if (one.asked) {
      // What nobody could tell is rightly asked.
      if (beyond === null && !expectation.isAskable) count.asked += 1
      else count.beyond += 1
      continue
    }
    count.found += 1
    const parts = expectation.others.flatMap((part) => matches.get(part)?.event ?? [])
    const wrong = beyond === null ? wrongIn(one.event, expectation, parts) : null
    if (wrong !== null) {
      count.wrong += 1
      const text = `${wrong}: ${JSON.stringify(one.event)} instead of ${JSON.stringify(expectation)}`
      faults.push({ what: 'wrong', kind, key, at, text })
    }
  }
  for (const { event, kind, key, at, asked } of left) {
    if (asked) counts[kind].asked += 1
    else {
      counts[kind].invented += 1
      faults.push({ what: 'invented', kind, key, at, text: JSON.stringify(event) })
    }
  }
  return { counts, faults }
}

export const addTally = (total: Tally, one: Tally): void => {
  for (const kind of kinds) {
    for (const name of Object.keys(total[kind]) as (keyof Count)[]) {
      total[kind][name] += one[kind][name]
    }
  }
}

export const table = (counts: Tally): string => {
  const names = ['found', 'asked', 'missed', 'invented', 'wrong', 'beyond'] as const
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, index) => (index === 0 ? String(cell).padEnd(18) : String(cell).padStart(9)))
      .join('')
  return [
    line(['', ...names]),
    ...kinds.map((kind) => line([kind, ...names.map((name) => counts[kind][name])])),
  ].join('\n')
}
