import { contractOf } from './contracts.ts'
import type { Account, ExchangeState, Market, Position, Side, TruthEvent } from './state.ts'

const LOG_LENGTH = 5_000

/** One account at the exchange: what every action of a trader works on. */
export type Desk = { state: ExchangeState; name: string; account: Account }

export type Refusal = { refused: string }

export const refused = (result: unknown): result is Refusal =>
  typeof result === 'object' && result !== null && 'refused' in result

export const deskOf = (state: ExchangeState, name = state.active): Desk => {
  const account = state.accounts[name]
  if (account === undefined) throw new RangeError(`no account: ${name}`)
  return { state, name, account }
}

export const desksOf = (state: ExchangeState): Desk[] =>
  Object.keys(state.accounts).map((name) => deskOf(state, name))

export const marketOf = (state: ExchangeState, symbol: string): Market => {
  const market = state.markets[symbol]
  if (market === undefined) throw new RangeError(`no market: ${symbol}`)
  return market
}

export const positionAt = ({ account }: Desk, id: number): Position => {
  const position = account.positions.find((candidate) => candidate.id === id)
  if (position === undefined) throw new RangeError(`no position: ${String(id)}`)
  return position
}

export const findPosition = (
  { account }: Desk,
  symbol: string,
  side?: Side,
): Position | undefined =>
  account.positions.find(
    (position) => position.symbol === symbol && (side === undefined || position.side === side),
  )

/** Into the cross wallet (> 0) or out of it. */
export const pay = ({ account }: Desk, asset: string, amount: number): void => {
  account.wallets[asset] = (account.wallets[asset] ?? 0) + amount
}

export const assetOf = ({ symbol }: Pick<Position, 'symbol'>): string => contractOf(symbol).asset

/** `Omit` keeps the members of the union apart. */
export type Happening = TruthEvent extends infer E
  ? E extends TruthEvent
    ? Omit<E, 'at' | 'account' | 'positionId' | 'key'>
    : never
  : never

export const record = ({ state, name }: Desk, position: Position, happening: Happening): void => {
  state.log.push({
    at: state.now,
    account: name,
    positionId: position.id,
    key: `${position.symbol}:${position.side}:${position.marginMode}`,
    ...happening,
  })
  if (state.log.length > LOG_LENGTH) state.log.splice(0, LOG_LENGTH / 10)
}
