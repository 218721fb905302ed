import { act, add, increase, logBetween, open, weighted } from './deeds'
import type { Desk } from './desk'
import { enterAgain, fall } from './falls'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

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
  const [tab] = desk.tabs
  const browserTab = tab?.browserTab
  if (tab !== undefined) desk.endTab(tab)
  desk.closeTabs()
  desk.elapse(desk.between(1, 8) * SECOND)
  desk.openTab({ browserTab })
}

const secondTab = (desk: Desk): void => {
  const [, second] = desk.tabs
  if (second !== undefined) desk.closeTab(second)
  else desk.openTab({ lag: desk.pick([0, 500, 3 * SECOND]) })
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

/** The unit of Size is switched: coins or contracts, or what they are worth. */
const switchUnit = (desk: Desk): void => {
  const { sight } = desk
  desk.sight = { ...sight, sizeUnit: sight.sizeUnit === 'exact' ? 'value' : 'exact' }
  desk.page.clear()
}

/** Another account in a container of the browser, with the same trade or with none. */
const twoAccounts = (desk: Desk): void => {
  const { exchange } = desk
  const home = exchange.state.active
  const other = home === 'main' ? 'second' : 'main'
  const [mine] = exchange.account.positions
  exchange.switchAccount(other)
  if (mine !== undefined && exchange.find(mine.symbol) === undefined && desk.chance(0.7)) {
    exchange.setLeverage(mine.symbol, mine.leverage)
    exchange.setMarginMode(mine.symbol, mine.marginMode)
    const side = mine.side === 'long' ? 'buy' : 'sell'
    exchange.marketOrder({ symbol: mine.symbol, side, leg: mine.side, quantity: mine.quantity })
    const [theirs] = exchange.account.positions
    if (theirs !== undefined && desk.chance(0.7)) add(desk, theirs)
  }
  exchange.switchAccount(home)
  const tab = desk.openTabOf(other)
  desk.watch(desk.between(10, 200) * SECOND)
  if (desk.chance(0.5)) {
    const position = exchange.account.positions.find(({ marginMode }) => marginMode === 'isolated')
    if (position !== undefined) add(desk, position)
    desk.settle()
    desk.watch(desk.between(7, 60) * SECOND)
  }
  desk.closeTab(tab)
  exchange.switchAccount(other)
  for (const position of [...exchange.account.positions]) exchange.close(position.id)
  exchange.switchAccount(home)
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
  [2, switchUnit],
  [5, fall],
  [4, enterAgain],
  [2, twoAccounts],
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
