import { useState } from 'react'
import {
  contractOf,
  digitsOf,
  isolatedLiquidation,
  notionalAt,
  number,
  accountText,
  type Side,
} from '../engine/index.ts'
import { store, useStore } from './store.ts'
import { wordsFor } from './words.ts'

const numberIn = (text: string): number | null => {
  const value = Number(text.replaceAll(',', ''))
  return text.trim() !== '' && Number.isFinite(value) ? value : null
}

/** Liquidation price that a new isolated position would have; cross is not foretold. */
const estimate = (symbol: string, side: Side, quantity: number): number | null => {
  const { exchange } = store
  if (exchange.marginModeOf(symbol) === 'cross') return null
  const { mark, last } = exchange.market(symbol)
  const wallet = notionalAt({ symbol, quantity }, last) / exchange.leverageOf(symbol)
  return isolatedLiquidation({ symbol, side, quantity, entryPrice: last }, wallet, mark)
}

export const OrderForm = () => {
  useStore(({ version }) => version)
  const [type, setType] = useState<'LIMIT' | 'MARKET'>('MARKET')
  const [direction, setDirection] = useState<'open' | 'close'>('open')
  const [amount, setAmount] = useState('')
  const [limitPrice, setLimitPrice] = useState('')
  const [withStops, setWithStops] = useState(false)
  const [takeProfit, setTakeProfit] = useState('')
  const [stopLoss, setStopLoss] = useState('')
  const { view, exchange, place } = store
  const words = wordsFor(view.language)
  const spec = contractOf(place.symbol)
  const mode = exchange.marginModeOf(place.symbol)
  const leverage = exchange.leverageOf(place.symbol)
  const { available } = accountText(exchange.accountFigures(spec.asset), spec.asset, view)
  const hedge = exchange.account.positionMode === 'hedge'
  const quantity = numberIn(amount)
  const unit = spec.kind === 'inverse' ? words.contracts : spec.base

  const preview = (side: Side) => {
    const price = quantity === null || quantity <= 0 ? null : estimate(place.symbol, side, quantity)
    return price === null ? '--' : number(price, digitsOf(spec.tick), view)
  }
  const cost =
    quantity === null
      ? '0.00'
      : number(
          notionalAt({ symbol: place.symbol, quantity }, exchange.market(place.symbol).last) /
            leverage,
          2,
          view,
        )
  const submit = (side: 'buy' | 'sell') => () => {
    if (quantity === null) {
      store.toast('Please enter a size', false)
      store.changed(false)
      return
    }
    if (type === 'LIMIT') {
      exchange.placeLimit(place.symbol, side, numberIn(limitPrice) ?? 0, quantity)
      store.changed()
      return
    }
    const leg: Side = (side === 'buy') === (direction === 'open') ? 'long' : 'short'
    const done = store.act('Order filled', () =>
      exchange.marketOrder({
        symbol: place.symbol,
        side,
        quantity,
        ...(hedge && { leg }),
        takeProfit: withStops ? numberIn(takeProfit) : null,
        stopLoss: withStops ? numberIn(stopLoss) : null,
      }),
    )
    if (done) setAmount('')
  }

  return (
    <section className="widget form">
      <div className="modes">
        <button
          type="button"
          className="bn-button"
          data-role="margin-mode"
          onClick={() => {
            store.act('Margin mode changed', () =>
              exchange.setMarginMode(place.symbol, mode === 'cross' ? 'isolated' : 'cross'),
            )
          }}
        >
          {mode === 'cross' ? words.cross : words.isolated}
        </button>
        <button
          type="button"
          className="bn-button"
          data-role="leverage"
          onClick={() => {
            const steps = [1, 2, 3, 5, 10, 20, 50, 75]
            const next = steps[(steps.indexOf(leverage) + 1) % steps.length] ?? 20
            store.act(`Leverage ${String(next)}x`, () => exchange.setLeverage(place.symbol, next))
          }}
        >
          {leverage}x
        </button>
        <button type="button" className="bn-button">
          S
        </button>
      </div>
      {hedge && (
        <div id="position-direction" className="bn-tabs">
          {(['open', 'close'] as const).map((key) => (
            <div
              key={key}
              role="tab"
              aria-selected={direction === key}
              onClick={() => {
                setDirection(key)
              }}
            >
              {words[key]}
            </div>
          ))}
        </div>
      )}
      <div className="bn-tabs">
        {(['LIMIT', 'MARKET'] as const).map((key) => (
          <div
            key={key}
            role="tab"
            data-tab-key={key}
            aria-selected={type === key}
            onClick={() => {
              setType(key)
            }}
          >
            {key === 'LIMIT' ? words.limit : words.market}
          </div>
        ))}
      </div>
      <div className="line">
        <span className="text-TertiaryText">{words.available}</span>
        <span className="text-PrimaryText">
          {available} {spec.asset}
        </span>
      </div>
      {type === 'LIMIT' && (
        <label className="bn-formItem">
          <span className="text-TertiaryText">Price</span>
          <input
            id="limitPrice-1"
            value={limitPrice}
            onChange={(event) => {
              setLimitPrice(event.target.value)
            }}
          />
        </label>
      )}
      <div className="bn-formItem">
        <span className="text-TertiaryText">{words.size}</span>
        <input
          id="unitAmount-1"
          value={amount}
          autoComplete="off"
          onChange={(event) => {
            setAmount(event.target.value)
          }}
        />
        <span className="unit">{unit}</span>
      </div>
      <div className="line">
        <label>
          <input
            type="checkbox"
            checked={withStops}
            onChange={(event) => {
              setWithStops(event.target.checked)
            }}
          />{' '}
          TP/SL
        </label>
      </div>
      {withStops && (
        <>
          <label className="bn-formItem">
            <span className="text-TertiaryText">{words.takeProfit}</span>
            <input
              id="takeProfit-1"
              value={takeProfit}
              onChange={(event) => {
                setTakeProfit(event.target.value)
              }}
            />
          </label>
          <label className="bn-formItem">
            <span className="text-TertiaryText">{words.stopLoss}</span>
            <input
              id="stopLoss-1"
              value={stopLoss}
              onChange={(event) => {
                setStopLoss(event.target.value)
              }}
            />
          </label>
        </>
      )}
      <div className="buttons">
        <button type="button" className="bn-button bn-button__buy" onClick={submit('buy')}>
          {words.buy}
        </button>
        <button type="button" className="bn-button bn-button__sell" onClick={submit('sell')}>
          {words.sell}
        </button>
      </div>
      <div className="previews">
        {(['long', 'short'] as const).map((side) => (
          <div key={side}>
            <div className="line">
              <span className="text-TertiaryText">{words.liquidationPrice}</span>
              <span>
                {preview(side)} {spec.quote}
              </span>
            </div>
            <div className="line">
              <span className="text-TertiaryText">{words.cost}</span>
              <span>
                {cost} {spec.asset}
              </span>
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
