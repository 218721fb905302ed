import { useState } from 'react'
import { contractOf, digitsOf, inBrackets, number } from '../../engine/index.ts'
import { skinOf } from '../skins/index.ts'
import { store } from '../store.ts'

type Order = {
  id: number
  symbol: string
  type: string
  side: 'buy' | 'sell'
  price: string
  quantity: number
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

const conditionalOrders = (): Order[] => {
  const { exchange, words, view } = store
  return exchange.account.positions.flatMap(({ symbol, side, partialStops }) =>
    partialStops.map(({ id, kind, price, quantity }): Order => {
      const falls = (side === 'long') === (kind === 'stop-loss')
      const trigger = number(price, digitsOf(contractOf(symbol).tick), view)
      return {
        id,
        symbol,
        type: kind === 'stop-loss' ? words.stopMarket : words.takeProfitMarket,
        side: side === 'long' ? 'sell' : 'buy',
        price: `${words.columns.markPrice} ${falls ? '<=' : '>='} ${trigger}`,
        quantity,
        cancel: () => exchange.cancelPartialStop(id),
      }
    }),
  )
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
      <div>{`${number(order.quantity, digitsOf(spec.lot), view)} ${unit}`}</div>
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
