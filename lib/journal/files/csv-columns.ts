import { endOf, type Episode, type LedgerEvent, standingEvents } from '@/lib/ledger'
import {
  addedMargin,
  additionsKnown,
  countedAdditions,
  increasesWhileLosing,
  initialMargin,
  marginAdditions,
  openQuestions,
} from '@/lib/ledger/additions'
import { Decimal } from '@/lib/margin'
import { type CsvCell, csvRecord } from './csv'
import { isMoment } from './moment'
import { endingOf } from '../outcome'
import { stopUse } from '../summary'

const text = (value: string | null): CsvCell => (value === null ? null : { text: value })
const number = (value: string | null): CsvCell => (value === null ? null : { number: value })
const count = (value: number): CsvCell => ({ number: String(value) })
const figure = (value: Decimal | null): CsvCell => number(value?.toFixed() ?? null)
/** ISO 8601, UTC. */
const moment = (at: number | null): CsvCell =>
  at !== null && isMoment(at) ? { text: new Date(at).toISOString() } : null

const times = ({ events }: Episode, kind: LedgerEvent['kind']): number =>
  standingEvents(events).filter((event) => event.kind === kind).length

/** Sum of the amounts of one kind of event; `null`: one of them is not known. */
const sumOf = ({ events }: Episode, kind: 'funding' | 'margin-removed'): Decimal | null => {
  const amounts: readonly (string | null)[] = standingEvents(events).flatMap((event) =>
    event.kind === kind ? [event.amount] : [],
  )
  return amounts.reduce<Decimal | null>(
    (sum, amount) => (sum === null || amount === null ? null : sum.plus(amount)),
    new Decimal(0),
  )
}

const closing = ({ events, closedAt }: Episode) => (closedAt === null ? undefined : endOf(events))

const follows = ({ events }: Episode): string | null =>
  events.find((event) => event.kind === 'opened')?.follows ?? null

/**
 * The columns of the CSV file, one record per episode. Their meaning for the trader is in the texts
 * `journal.column.…`; an empty cell is a figure that is not known. Names are never changed once
 * released, new columns are added at the end.
 */
export const csvColumns = {
  id: ({ id }) => text(id),
  symbol: ({ symbol }) => text(symbol),
  market: ({ market }) => text(market),
  side: ({ side }) => text(side),
  margin_mode: ({ marginMode }) => text(marginMode),
  margin_asset: ({ marginAsset }) => text(marginAsset),
  opened_at: ({ openedAt }) => moment(openedAt),
  opening_seen: ({ events }) =>
    text(events.some((event) => event.kind === 'opened' && event.witnessed) ? 'yes' : 'no'),
  closed_at: ({ closedAt }) => moment(closedAt),
  close_kind: (episode) => text(closing(episode)?.how ?? null),
  outcome: (episode) => text(endingOf(episode).outcome),
  result: (episode) => figure(endingOf(episode).result?.amount ?? null),
  result_basis: (episode) => text(endingOf(episode).result?.basis ?? null),
  quantity: ({ figures }) => number(figures.quantity),
  entry_price: ({ figures }) => number(figures.entryPrice),
  leverage: ({ figures }) => number(figures.leverage),
  initial_margin: (episode) => figure(initialMargin(episode)),
  last_margin: ({ figures }) => number(figures.margin),
  additions: (episode) => count(marginAdditions(episode)),
  additions_complete: (episode) => text(additionsKnown(episode) ? 'yes' : 'no'),
  added_margin: (episode) => figure(addedMargin(episode)),
  first_addition_at: (episode) => moment(countedAdditions(episode)[0]?.at ?? null),
  unanswered_questions: (episode) => count(openQuestions(episode).length),
  removed_margin: (episode) => figure(sumOf(episode, 'margin-removed')),
  funding: (episode) => figure(sumOf(episode, 'funding')),
  increases: (episode) => count(times(episode, 'increased')),
  increases_while_losing: (episode) => count(increasesWhileLosing(episode)),
  reductions: (episode) => count(times(episode, 'reduced')),
  warnings: (episode) => count(times(episode, 'noted')),
  stop_loss: (episode) => text(stopUse(episode)),
  last_mark_price: ({ markPrice }) => number(markPrice),
  last_liquidation_price: ({ figures }) => text(figures.liquidationPrice),
  close_certain: (episode) => {
    const end = closing(episode)
    return end === undefined ? null : text(end.certain ? 'yes' : 'no')
  },
  follows: (episode) => text(follows(episode)),
} as const satisfies Readonly<Record<string, (episode: Episode) => CsvCell>>

export type CsvColumn = keyof typeof csvColumns
export const csvColumnNames = Object.keys(csvColumns) as CsvColumn[]

/** The byte order mark tells spreadsheets that it is UTF-8. */
export const csvHead = (): string =>
  `\uFEFF${csvRecord(csvColumnNames.map((name) => ({ text: name })))}`

export const csvRow = (episode: Episode): string =>
  csvRecord(csvColumnNames.map((name) => csvColumns[name](episode)))
