import { amountDigits, contractOf, type Position } from '../../../practice-exchange/engine/index'
import type { Desk } from './desk'
import { printed } from './printed-position'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const LEVERAGES = [1, 2, 3, 5, 10, 20, 50]

const logBetween = (desk: Desk, low: number, high: number): number =>
  Math.exp(desk.between(Math.log(low), Math.log(high)))

const open = (desk: Desk, symbol = desk.pick(desk.symbols)): void => {
  const { exchange } = desk
  if (exchange.find(symbol) === undefined) {
    exchange.setLeverage(symbol, desk.pick(LEVERAGES))
    exchange.setMarginMode(symbol, desk.chance(0.9) ? 'isolated' : 'cross')
  }
  const { kind, contractSize, asset } = contractOf(symbol)
  const { last } = exchange.market(symbol)
  const usd = logBetween(desk, 300, 60_000) * (asset === 'USDT' ? 1 : 10)
  const quantity = kind === 'linear' ? usd / last : usd / contractSize
  exchange.marketOrder({ symbol, side: desk.pick(['buy', 'sell'] as const), quantity })
}

/** Amounts as traders type them: round ones, or to the last digit. */
const typed = (desk: Desk, position: Position, value: number): number => {
  const digits = amountDigits(contractOf(position.symbol).asset)
  if (digits === 2 && value >= 1 && desk.chance(0.5)) return Math.round(value)
  return Number(printed(value, digits))
}

const add = (desk: Desk, position: Position): void => {
  const { exchange } = desk
  const { initialMargin } = exchange.figures(position)
  const amount = typed(desk, position, initialMargin * logBetween(desk, 0.01, 1.5))
  const by = desk.chance(0.9) ? 'trader' : 'auto'
  if (amount > 0) exchange.adjustMargin(position.id, amount, by)
}

const remove = (desk: Desk, position: Position): void => {
  const { exchange } = desk
  const amount = typed(desk, position, exchange.maxRemovable(position.id) * desk.between(0.05, 0.9))
  if (amount > 0) exchange.adjustMargin(position.id, -amount)
}

const increase = (desk: Desk, position: Position): void => {
  desk.exchange.marketOrder({
    symbol: position.symbol,
    side: position.side === 'long' ? 'buy' : 'sell',
    leg: position.side,
    quantity: position.quantity * logBetween(desk, 0.05, 2),
  })
}

const part = (desk: Desk, position: Position): number => {
  const { lot } = contractOf(position.symbol)
  return Math.floor((position.quantity * desk.between(0.1, 0.8)) / lot) * lot
}

const reduce = (desk: Desk, position: Position): void => {
  const quantity = part(desk, position)
  if (quantity > 0)
    desk.exchange.reduce(position.id, quantity, desk.pick(['closed', 'adl'] as const))
}

const reverse = (desk: Desk, position: Position): void => {
  desk.exchange.marketOrder({
    symbol: position.symbol,
    side: position.side === 'long' ? 'sell' : 'buy',
    quantity: position.quantity * desk.between(1.2, 2),
  })
}

const setStop = (desk: Desk, position: Position): void => {
  const { mark } = desk.exchange.market(position.symbol)
  const sense = position.side === 'long' ? 1 : -1
  const stopLoss = desk.chance(0.3) ? null : mark * (1 - sense * desk.between(0.01, 0.2))
  desk.exchange.setStops(position.id, { takeProfit: null, stopLoss })
}

const raiseLeverage = (desk: Desk, position: Position): void => {
  const higher = LEVERAGES.filter((leverage) => leverage > position.leverage)
  if (higher.length > 0) desk.exchange.setLeverage(position.symbol, desk.pick(higher))
}

type Deed = (desk: Desk, position: Position) => void

const deeds: readonly (readonly [weight: number, deed: Deed])[] = [
  [30, add],
  [8, remove],
  [12, increase],
  [10, reduce],
  [5, setStop],
  [4, raiseLeverage],
  [4, (desk, position) => desk.exchange.close(position.id)],
  [2, reverse],
]

const weighted = <T>(desk: Desk, choices: readonly (readonly [number, T])[]): T => {
  let dice = desk.between(
    0,
    choices.reduce((total, [weight]) => total + weight, 0),
  )
  for (const [weight, choice] of choices) {
    dice -= weight
    if (dice < 0) return choice
  }
  throw new RangeError('nothing to choose from')
}

const act = (desk: Desk): void => {
  const { positions } = desk.exchange.account
  if (positions.length === 0 || (positions.length < 3 && desk.chance(0.1))) {
    open(desk)
    return
  }
  weighted(desk, deeds)(desk, desk.pick(positions))
}

/** Several rises within seconds, or well apart: the border of five seconds is nobody's promise. */
const addQuickly = (desk: Desk): void => {
  const position = desk.exchange.account.positions.find(
    ({ marginMode }) => marginMode === 'isolated',
  )
  if (position === undefined) return
  for (let times = desk.pick([2, 3]); times > 0; times -= 1) {
    const still = desk.exchange.account.positions.some(({ id }) => id === position.id)
    if (!still) return
    add(desk, position)
    if (desk.chance(0.5)) desk.settle()
    else desk.watch(desk.between(8, 20) * SECOND)
  }
}

/** Buys more and adds margin before anybody can look in between. */
const increaseAndAdd = (desk: Desk): void => {
  const position = desk.exchange.account.positions.find(
    ({ marginMode }) => marginMode === 'isolated',
  )
  if (position === undefined) return
  increase(desk, position)
  const stands = desk.exchange.account.positions.some(({ id }) => id === position.id)
  if (stands) add(desk, position)
}

/** To the edge of a full hour, where funding is settled. */
const nearTheHour = (desk: Desk): void => {
  const { now } = desk.exchange.state
  const hour = (Math.floor(now / HOUR) + 1) * HOUR
  const until = hour + desk.between(-80, 60) * SECOND
  if (until > now + MINUTE) desk.elapse(until - now - MINUTE)
  desk.watch(Math.max(0, until - desk.exchange.state.now))
}

/** Every tab is closed; the phone is not. */
const goAway = (desk: Desk): void => {
  desk.closeTabs()
  let left = logBetween(desk, 5 * MINUTE, 30 * HOUR)
  for (let deedsLeft = desk.pick([0, 0, 1, 1, 2]); deedsLeft > 0; deedsLeft -= 1) {
    const before = left * desk.between(0.1, 0.8)
    desk.elapse(before)
    left -= before
    act(desk)
  }
  desk.elapse(left)
  desk.openTab()
}

const switchAccount = (desk: Desk): void => {
  const [home, other] =
    desk.exchange.state.active === 'main' ? ['main', 'second'] : ['second', 'main']
  desk.exchange.switchAccount(other)
  desk.page.clear()
  desk.watch(desk.between(5, 90) * SECOND)
  if (desk.chance(0.5)) act(desk)
  desk.watch(desk.between(5, 90) * SECOND)
  if (desk.chance(0.3)) {
    desk.exchange.switchAccount(home)
    act(desk)
    desk.exchange.switchAccount(other)
  }
  desk.exchange.switchAccount(home)
  desk.page.clear()
}

const reload = (desk: Desk): void => {
  desk.closeTabs()
  desk.elapse(desk.between(1, 8) * SECOND)
  desk.openTab()
}

const secondTab = (desk: Desk): void => {
  if (desk.tabs.length > 1) desk.tabs.pop()
  else desk.openTab(desk.pick([0, 500, 3 * SECOND]))
}

const changeColumns = (desk: Desk): void => {
  const { sight } = desk
  const name = desk.pick(['margin', 'liquidation', 'funding', 'stop'] as const)
  desk.sight = { ...sight, [name]: !sight[name] }
  desk.page.clear()
}

const filter = (desk: Desk): void => {
  const [tab] = desk.tabs
  if (tab !== undefined) tab.filter = tab.filter === null ? desk.pick(desk.symbols) : null
}

/** The clock is set: by a second or by hours. Never with a settlement at the wrong hour. */
const setClock = (desk: Desk): void => {
  const before = desk.clockError
  const { now } = desk.exchange.state
  const sinceHour = now % HOUR
  if (desk.chance(0.5) || sinceHour < 3 * MINUTE || sinceHour > HOUR - 20 * MINUTE) {
    desk.clockError = Math.round(desk.between(-20, 20) * SECOND)
    return
  }
  desk.clockError = Math.round(desk.between(-30, 30) * HOUR)
  desk.settle()
  desk.watch(desk.between(10, 100) * SECOND)
  act(desk)
  desk.settle()
  desk.watch(desk.between(10, 100) * SECOND)
  desk.clockError = before
}

const beats: readonly (readonly [weight: number, beat: (desk: Desk) => void])[] = [
  [60, act],
  [8, addQuickly],
  [6, increaseAndAdd],
  [10, nearTheHour],
  [6, goAway],
  [3, switchAccount],
  [4, reload],
  [4, secondTab],
  [3, changeColumns],
  [2, filter],
  [2, setClock],
]

/** One stretch of a trader's life: random deeds, and everything that can go wrong for an observer. */
export const live = (desk: Desk, length: number): void => {
  desk.openTab()
  open(desk)
  desk.settle()
  for (let beat = 0; beat < length; beat += 1) {
    weighted(desk, beats)(desk)
    if (desk.chance(0.05)) continue
    desk.settle()
    const pause = desk.chance(0.7)
      ? desk.between(7, 30) * SECOND
      : logBetween(desk, MINUTE, 40 * MINUTE)
    desk.watch(pause)
  }
  for (const tab of desk.tabs) tab.filter = null
  for (let rest = 0; rest < 3; rest += 1) desk.watch(70 * SECOND)
}
