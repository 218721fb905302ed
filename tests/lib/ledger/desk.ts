import { expect } from 'vitest'
import {
  emptyLedger,
  type Episode,
  type Ledger,
  type Observation,
  type ObservedPosition,
  reduceLedger,
  withoutTab,
} from '@/lib/ledger'
import { observation, observedPosition } from './observed.ts'

/** Far from a full hour. */
export const START = Date.UTC(2026, 0, 5, 10, 20)

type Around = Partial<Observation>

/** Tabs that look; what is looked at twice is seen twice, as a page shows it. */
export const desk = () => {
  let ledger: Ledger = emptyLedger
  const sequences = new Map<string, number>()
  const sent: Observation[] = []
  const look = (
    seconds: number,
    positions: ObservedPosition[],
    tab = 'one',
    around: Around = {},
  ): Ledger => {
    const sequence = (sequences.get(tab) ?? 0) + 1
    sequences.set(tab, sequence)
    const at = START + seconds * 1_000
    const seen = observation({ at, tab, sequence, positions, ...around })
    sent.push(seen)
    const once = reduceLedger(ledger, seen)
    // What is sent again was taken already.
    expect(reduceLedger(once, seen)).toEqual(once)
    ledger = once
    return ledger
  }
  return {
    look,
    twice: (seconds: number, positions: ObservedPosition[], tab?: string, around?: Around) => {
      look(seconds, positions, tab, around)
      return look(seconds + 0.4, positions, tab, around)
    },
    episode: (key?: string): Episode => {
      const found = key === undefined ? Object.values(ledger.open)[0] : ledger.open[key]
      if (found === undefined) throw new Error('nothing is open')
      return found
    },
    closed: (): Episode[] => ledger.closed,
    /** All looks come once more, late. */
    again: (): void => {
      ledger = sent.reduce((taken, seen) => reduceLedger(taken, seen), ledger)
    },
    /** The browser's tab with this number is closed. */
    closeTab: (browserTab: number): void => {
      ledger = withoutTab(ledger, browserTab)
    },
    ledger: () => ledger,
  }
}

export const kindsOf = ({ events }: Episode) => events.map(({ kind }) => kind)

/** An episode that is open, of one position that two looks have shown. */
export const held = (change: Partial<ObservedPosition> = {}): Episode => {
  const { twice, episode } = desk()
  twice(0, [observedPosition(change)])
  return episode()
}
