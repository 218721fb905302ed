import { useState } from 'react'
import {
  type ConditionalOrder,
  contractOf,
  digitsOf,
  inBrackets,
  number,
} from '../../engine/index.ts'
import { skinOf } from '../skins/index.ts'
import { store } from '../store.ts'

type Order = {
  id: number
  symbol: string
  type: string
  side: 'buy' | 'sell'
  price: string
  /** `null`: all of the position. */
  quantity: number | null
  cancel: () => void
}

const basicOrders = (): Order[] => {
  const { exchange, words, view } = store
  return exchange.account.orders.map(({ id, symbol, side, price, quantity }) => ({
    id,
    symbol,
    type: words.limit,
    side,
    price: number(price, digitsOf(contractOf(symbol).tick), view),
    quantity,
    cancel: () => exchange.cancelOrder(id),
  }))
}

type Waiting = Omit<ConditionalOrder, 'leg'>

const conditionalRow = (
  { id, symbol, side, kind, trigger, quantity }: Waiting,
  cancel: () => void,
): Order => {
  const { words, view } = store
  const falls = (side === 'sell') === (kind === 'stop-loss')
  const price = number(trigger, digitsOf(contractOf(symbol).tick), view)
  return {
    id,
    symbol,
    type: kind === 'stop-loss' ? words.stopMarket : words.takeProfitMarket,
    side,
    price: `${words.columns.markPrice} ${falls ? '<=' : '>='} ${price}`,
    quantity,
    cancel,
  }
}

const conditionalOrders = (): Order[] => {
  const { exchange } = store
  const { positions, conditionals } = exchange.account
  return [
    ...positions.flatMap(({ symbol, side, partialStops }) =>
      partialStops.map(({ price, ...stop }) =>
        conditionalRow(
          { ...stop, symbol, trigger: price, side: side === 'long' ? 'sell' : 'buy' },
          () => exchange.cancelPartialStop(stop.id),
        ),
      ),
    ),
    ...conditionals.map((order) =>
      conditionalRow(order, () => exchange.cancelConditional(order.id)),
    ),
  ]
}

const Row = ({ order }: { order: Order }) => {
  const { words, view } = store
  const spec = contractOf(order.symbol)
  const unit = spec.kind === 'inverse' ? words.contracts : spec.base
  return (
    <div className="flex items-center typography-caption2 text-PrimaryText w-full card-row">
      <div>{spec.pair}</div>
      <div>{spec.delivery ?? words.perp}</div>
      <div>{order.type}</div>
      <div className={order.side === 'buy' ? 'text-Buy' : 'text-Sell'}>{words[order.side]}</div>
      <div>{order.price}</div>
      <div>
        {order.quantity === null
          ? words.closePosition
          : `${number(order.quantity, digitsOf(spec.lot), view)} ${unit}`}
      </div>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        aria-label={words.cancelOrder}
        className="cursor-pointer text-TertiaryText"
        onClick={() => {
          order.cancel()
          store.changed()
        }}
      >
        <path d="M3 3 L11 11 M11 3 L3 11" stroke="currentColor" />
      </svg>
    </div>
  )
}

export const OpenOrders = () => {
  const [sub, setSub] = useState<'basic' | 'conditional'>('basic')
  const { view, words } = store
  const { SmallTab } = skinOf(view)
  const orders = { basic: basicOrders(), conditional: conditionalOrders() }
  return (
    <>
      <div className="bn-tabs sub-tabs">
        {(['basic', 'conditional'] as const).map((key) => (
          <SmallTab
            key={key}
            word={words[key] + inBrackets(String(orders[key].length), view)}
            selected={sub === key}
            onSelect={() => setSub(key)}
          />
        ))}
      </div>
      {orders[sub].length === 0 && <div className="emptyLine">{words.noOrders}</div>}
      {orders[sub].map((order) => (
        <Row key={order.id} order={order} />
      ))}
    </>
  )
}
