import {
  emptyLedger,
  type Episode,
  type LedgerEvent,
  type Observation,
  type ObservedPosition,
  reduceLedger,
} from '@/lib/ledger'
import { observation, observedPosition } from '../ledger/observed.ts'

export const OPENED = Date.UTC(2026, 2, 3, 10, 20)
export const MINUTE = 60_000

const position = observedPosition({
  markPrice: '59950.0',
  liquidationPrice: '57276.3',
  margin: '60.00',
  unrealizedPnl: '-1.00',
})

const look = (sequence: number, positions: ObservedPosition[]): Observation =>
  observation({ at: OPENED + sequence * 1_000 - 1_000, sequence, positions })

/** An open episode as the ledger itself makes it: flat, then seen twice. */
export const openEpisode = (change: Partial<ObservedPosition> = {}): Episode => {
  const seen = { ...position, ...change }
  const ledger = [look(1, []), look(2, [seen]), look(3, [seen]), look(4, [seen])].reduce(
    reduceLedger,
    emptyLedger,
  )
  const [episode] = Object.values(ledger.open)
  if (episode === undefined) throw new Error('the ledger did not take it')
  return episode
}

type Of<K extends LedgerEvent['kind']> = Extract<LedgerEvent, { kind: K }>
type Filled = 'id' | 'kind' | 'at' | 'awaySince'
type Left = 'replaces' | 'follows' | 'certain' | 'watched' | 'severity'
/** What an event says; what is left out is what the first version did not have. */
type Told<K extends LedgerEvent['kind']> = Omit<Of<K>, Filled | Left> &
  Partial<Pick<Of<K>, Extract<keyof Of<K>, Left>>>

const leftOut: Partial<Record<LedgerEvent['kind'], object>> = {
  opened: { follows: null },
  closed: { certain: false, watched: true },
  noted: { severity: null },
}

/** One event, `minutes` after the opening. */
export const event = <K extends LedgerEvent['kind']>(
  kind: K,
  minutes: number,
  told: Told<K>,
): LedgerEvent =>
  ({
    id: 0,
    at: OPENED + minutes * MINUTE,
    awaySince: null,
    kind,
    replaces: [],
    ...leftOut[kind],
    ...told,
  }) as unknown as LedgerEvent

export const opened = (minutes = 0, witnessed = true): LedgerEvent =>
  event('opened', minutes, {
    witnessed,
    quantity: '0.020',
    entryPrice: '60000.0',
    margin: '60.00',
  })

export const added = (
  minutes: number,
  amount: string | null = '20.00',
  certain = true,
): LedgerEvent =>
  event('margin-added', minutes, {
    amount,
    certain,
    liquidationBefore: '57276.3',
    liquidationAfter: '56270.1',
    markPrice: '58000.0',
    unrealizedPnl: '-40.00',
  })

export const closed = (
  minutes: number,
  unrealizedPnl: string | null,
  how: Of<'closed'>['how'] = 'closed',
  certain = true,
): LedgerEvent => event('closed', minutes, { how, certain, markPrice: '58000.0', unrealizedPnl })

const base = openEpisode()

/** A history made by hand: events are numbered in order; a `closed` at the end closes it. */
export const history = (events: readonly LedgerEvent[], change: Partial<Episode> = {}): Episode => {
  const last = events.at(-1)
  return {
    ...base,
    id: `BTCUSDT:long:isolated@${String(OPENED)}`,
    openedAt: OPENED,
    closedAt: last?.kind === 'closed' ? last.at : null,
    events: events.map((each, id) => ({ ...each, id })),
    samples: [],
    ...change,
  }
}
