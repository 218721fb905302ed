import type { PositionTruth, PracticeControls } from '../controls.ts'
import {
  accountText,
  contractOf,
  type Position,
  refused,
  rowText,
  type Side,
  tickerText,
} from '../engine/index.ts'
import { shownColumns } from './positions/columns.ts'
import { skinOf } from './skins/index.ts'
import { store } from './store.ts'

const { exchange } = store

/** "BTCUSDT", or "BTCUSDT:short" where both legs may be open. */
const named = (name: string): Position => {
  const [symbol = '', side] = name.split(':')
  const position = exchange.find(symbol, side as Side | undefined)
  if (position === undefined) throw new RangeError(`no position in ${name}`)
  return position
}

/** Acts and shows what has changed; what the exchange refuses is thrown at the test. */
const acting =
  <A extends readonly unknown[]>(action: (...given: A) => unknown) =>
  (...given: A): void => {
    const result = action(...given)
    store.changed()
    if (refused(result)) throw new Error(result.refused)
  }

const truthOf = (position: Position): PositionTruth => {
  const figures = exchange.figures(position)
  const { id, symbol, side, marginMode, quantity, entryPrice, wallet } = position
  const { leverage, takeProfit, stopLoss, partialStops } = position
  return {
    id,
    key: `${symbol}:${side}:${marginMode}`,
    symbol,
    side,
    marginMode,
    quantity,
    entryPrice,
    wallet,
    leverage,
    takeProfit,
    stopLoss,
    partialStops,
    markPrice: figures.mark,
    liquidationPrice: figures.liquidationPrice,
    pnl: figures.pnl,
    printed: rowText(position, figures, store.view),
  }
}

export const controls: PracticeControls = {
  positions: () => exchange.account.positions.map(truthOf),
  truth: () => exchange.truth,
  state: () => exchange.state,
  available: (asset) => exchange.accountFigures(asset).available,
  account: () => {
    const { asset } = contractOf(store.place.symbol)
    return accountText(exchange.accountFigures(asset), store.view)
  },
  ticker: () => tickerText(exchange.state, store.place.symbol, store.view),
  table: () =>
    shownColumns(store.view, store.words, skinOf(store.view)).map(({ column, title }) => ({
      column,
      title,
    })),
  maxAddable: (name) => exchange.maxAddable(named(name).id),
  action: (amount = 25.5) => {
    const { dialog } = store
    const position = exchange.account.positions.find(({ id }) => id === dialog?.id)
    if (dialog?.kind !== 'margin' || position === undefined) return null
    const { id, symbol, wallet } = position
    const estimate = exchange.estimateLiquidation(id, amount)
    return { symbol, wallet, most: exchange.maxAddable(id), amount, estimate }
  },

  setPrice: acting((symbol, price) => exchange.setMark(symbol, price)),
  movePrice: acting((symbol, fraction) =>
    exchange.setMark(symbol, exchange.market(symbol).mark * (1 + fraction)),
  ),
  moveAll: (fraction) => {
    for (const symbol of new Set(exchange.account.positions.map((position) => position.symbol))) {
      exchange.setMark(symbol, exchange.market(symbol).mark * (1 + fraction))
    }
    store.changed(false)
  },
  setLast: acting((symbol, price) => exchange.setLast(symbol, price)),
  setFundingRate: acting((symbol, rate) => exchange.setFundingRate(symbol, rate)),
  jumpToFunding: acting((symbol) => exchange.jumpToFunding(symbol)),
  advance: acting((milliseconds) => exchange.advance(milliseconds)),
  syncClock: acting(() => {
    exchange.state.now = Date.now()
  }),

  open: acting(({ leverage, marginMode, ...order }) => {
    const { symbol } = order
    const settings = [
      leverage === undefined ? null : exchange.setLeverage(symbol, leverage),
      marginMode === undefined ? null : exchange.setMarginMode(symbol, marginMode),
    ]
    return settings.find(refused) ?? exchange.marketOrder(order)
  }),
  placeLimit: acting((order) => exchange.limitOrder({ reduceOnly: false, ...order })),
  placeConditional: acting((order) => exchange.conditionalOrder(order)),
  reduce: acting((name, quantity) => exchange.reduce(named(name).id, quantity)),
  close: acting((name) => exchange.close(named(name).id)),
  addMargin: acting((name, amount, by = 'other-device') =>
    exchange.adjustMargin(named(name).id, amount, by),
  ),
  setAutoAddMargin: acting((name, on) => exchange.setAutoAddMargin(named(name).id, on)),
  setStops: acting((name, { takeProfit = null, stopLoss = null }) =>
    exchange.setStops(named(name).id, { takeProfit, stopLoss }),
  ),
  forceStop: acting((name, stopLoss) => {
    named(name).stopLoss = stopLoss
  }),
  addPartialStop: acting((name, kind, price, quantity) =>
    exchange.addPartialStop(named(name).id, kind, price, quantity),
  ),
  setLeverage: acting((symbol, leverage) => exchange.setLeverage(symbol, leverage)),
  setMarginMode: acting((symbol, mode) => exchange.setMarginMode(symbol, mode)),
  setPositionMode: acting((mode) => exchange.setPositionMode(mode)),
  setAssetMode: acting((mode) => exchange.setAssetMode(mode)),
  switchAccount: acting((name) => exchange.switchAccount(name)),
  transferFromSpot: acting((asset, amount) => exchange.transferFromSpot(asset, amount)),

  setView: (change) => store.setView(change),
  view: () => store.view,
  language: () => store.language,
  navigate: (path) => store.navigate(path),
  override: (symbol, column, text) => {
    const row = { ...store.overrides[symbol] }
    if (text === null) Reflect.deleteProperty(row, column)
    else row[column] = text
    store.overrides = { ...store.overrides, [symbol]: row }
    store.changed(false)
  },
  fill: acting((count) => exchange.fill(count)),
  reset: (options = {}) => {
    exchange.state = store.newState(options)
    store.overrides = {}
    store.dialog = null
    store.changed()
  },
}

Object.assign(window, { practice: controls })
