import { type RandomState, pick, random } from '../../../practice-exchange/engine/index'
import { Desk } from './desk'
import type { Sight } from './printed-position'
import { live } from './story'
import { type Fault, tally, type Tally } from './tally'

const USDM = ['BTCUSDT', 'SOLUSDT', 'DOGEUSDT', '龙虾USDT', '1000PEPEUSDT', 'BTCUSDT_261225']
const COINM = ['BTCUSD_PERP', 'ETHUSD_PERP', 'BNBUSD_PERP']

/** Most traders have every column in sight; some have hidden one or more. */
const sightOf = (state: RandomState): Sight => ({
  margin: random(state) < 0.85,
  liquidation: random(state) < 0.9,
  funding: random(state) < 0.7,
  stop: random(state) < 0.8,
  ticker: random(state) < 0.5,
  account: random(state) < 0.8,
  positionMode: random(state) < 0.7,
  marginHolds: random(state) < 0.7 ? 'wallet' : 'wallet-and-pnl',
  sizeUnit: random(state) < 0.75 ? 'exact' : 'value',
})

/** A random history from a seed, and how the ledger's account of it compares with the truth. */
export const playHistory = (
  seed: number,
  length = 25,
): { counts: Tally; faults: Fault[]; desk: Desk } => {
  const state: RandomState = { seed: seed * 7_919 }
  const market = random(state) < 0.75 ? 'usdm' : 'coinm'
  const offered = market === 'usdm' ? USDM : COINM
  const symbols = [...new Set([pick(state, offered), pick(state, offered)])]
  const desk = new Desk(seed, market, symbols, sightOf(state))
  if (random(state) < 0.25) desk.exchange.setPositionMode('hedge')
  live(desk, length)
  const result = tally(desk.ledger, desk.truth.expectations, (episode, event) =>
    desk.trueTimeOf(episode, event),
  )
  return { ...result, desk }
}
