import type { Desk } from './desk'
import type { Row } from './page'
import type { Fault } from './tally'

type Line = { at: number; symbol: string; text: string }

const rowText = ({ shown, version, whole }: Row): string => {
  const { quantity, entryPrice, margin, marginSlack, liquidationPrice, leverage, stopLoss } = shown
  const slack = marginSlack === null ? '' : `±${marginSlack}`
  return [
    `v${version}${whole ? '' : ' half-way'}`,
    `${shown.side} ${quantity} @ ${entryPrice} ${leverage ?? '?'}x`,
    `margin ${margin ?? '?'}${slack}`,
    `liq ${liquidationPrice ?? '?'}`,
    `mark ${shown.markPrice ?? '?'}`,
    `funding ${shown.estimatedFunding ?? '?'}`,
    `stop ${stopLoss.state === 'present' ? (stopLoss.price ?? '?') : stopLoss.state}`,
  ].join(', ')
}

const withoutOrigin = (event: object): string =>
  JSON.stringify(event, (name, value: unknown) =>
    ['at', 'key', 'markPrice', 'unrealizedPnl'].includes(name) ? undefined : value,
  )

const linesOf = (desk: Desk): Line[] => {
  const symbolOf = (key: string): string => key.split(':')[0] ?? ''
  const episodes = [...Object.values(desk.ledger.open), ...desk.ledger.closed]
  return [
    ...desk.exchange.truth.map((event) => ({
      at: event.at,
      symbol: symbolOf(event.key),
      text: `true     ${withoutOrigin(event)}`,
    })),
    ...desk.truth.expectations.map((expectation) => ({
      at: expectation.at,
      symbol: symbolOf(expectation.key),
      text: `  expect ${withoutOrigin(expectation)}`,
    })),
    ...episodes.flatMap(({ id, symbol, events }) =>
      events.map((event) => ({
        at: desk.trueTimeOf(id, event),
        symbol,
        text: `  ledger ${withoutOrigin(event)} of ${id}`,
      })),
    ),
    ...desk.taken.flatMap(({ at, look: { observation, rows } }) =>
      desk.symbols.map((symbol) => {
        const mine = rows.filter(({ shown }) => shown.symbol === symbol).map(rowText)
        const name = `${observation.tab}#${observation.sequence}${observation.complete ? '' : ' incomplete'}`
        const clock = `${((observation.at - at) / 1_000).toFixed(1)} s`
        const balance = observation.account?.marginBalance ?? '?'
        const text = `    look ${name} ${clock}, balance ${balance}: ${mine.join(' | ') || 'nothing'}`
        return { at, symbol, text }
      }),
    ),
  ].sort((a, b) => a.at - b.at)
}

/** What was true, seen and written down around a fault: how to see why the ledger went wrong. */
export const trace = (desk: Desk, fault: Fault, lines = { before: 12, after: 8 }): string => {
  const symbol = fault.key.split(':')[0] ?? ''
  const all = linesOf(desk).filter((line) => line.symbol === symbol)
  const here = all.findIndex(({ at }) => at >= fault.at)
  const shown = all.slice(Math.max(0, here - lines.before), here + lines.after)
  const heading = `${fault.what} ${fault.kind} ${fault.key}: ${fault.text}`
  const time = (at: number): string => new Date(at).toISOString().slice(8, 23)
  return [heading, ...shown.map(({ at, text }) => `${time(at)} ${text}`)].join('\n')
}
