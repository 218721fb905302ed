import { contractOf, typedNumber } from '../../engine/index.ts'
import { store } from '../store.ts'

/** What is typed into the fields beside a button. */
const numbersBeside = (button: HTMLElement): { price: number | null; quantity: number | null } => {
  const [price, quantity] = [...(button.parentElement?.querySelectorAll('input') ?? [])].map(
    ({ value }) => typedNumber(value, store.view),
  )
  return { price: price ?? null, quantity: quantity ?? null }
}

/** Closes at the market what the field beside the button says, or all of it. */
export const closeAtMarket = (id: number, button: HTMLElement): void => {
  const { exchange, words } = store
  const { quantity } = numbersBeside(button)
  store.act(words.positionClosed, () => {
    exchange.reduce(id, quantity ?? exchange.position(id).quantity)
  })
}

/** Places a closing order at the price beside the button. */
export const closeAtLimit = (id: number, button: HTMLElement): void => {
  const { exchange, words } = store
  const { symbol, side, quantity: held } = exchange.position(id)
  const { price, quantity } = numbersBeside(button)
  store.act(words.orderPlaced, () =>
    exchange.limitOrder({
      symbol,
      side: side === 'long' ? 'sell' : 'buy',
      price: price ?? exchange.market(symbol).mark,
      quantity: quantity ?? held,
      reduceOnly: true,
      leg: side,
    }),
  )
}

export const reversePosition = (id: number): void => {
  const { exchange, words } = store
  store.act(words.orderFilled, () => exchange.reverse(id))
}

/** All positions of the market in sight, or only those that win. */
export const closeAll = (which: 'all' | 'winning'): void => {
  const { exchange, words, place } = store
  const positions = exchange.account.positions.filter(
    (position) =>
      (contractOf(position.symbol).kind === 'inverse') === (place.market === 'coinm') &&
      (which === 'all' || exchange.figures(position).pnl > 0),
  )
  store.act(words.positionClosed, () => {
    exchange.closeAll(positions)
  })
}
