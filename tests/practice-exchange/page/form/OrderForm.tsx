import { useState } from 'react'
import { accountText, contractOf, type Side, typedNumber } from '../../engine/index.ts'
import { Line } from '../dialogs/Line.tsx'
import { skinOf } from '../skins/index.ts'
import { store, useStore } from '../store.ts'
import { ModeButtons } from './ModeButtons.tsx'
import { costText, liquidationText, type OrderDraft, sizeText, sizeUnit } from './order-draft.ts'

type Type = 'LIMIT' | 'MARKET'
type Direction = 'open' | 'close'

const emptyFields = { amount: '', limitPrice: '', takeProfit: '', stopLoss: '' }

const Previews = ({ draft }: { draft: OrderDraft }) => {
  const { words } = store
  return (
    <div className="previews">
      {(['long', 'short'] as const).map((side) => (
        <div key={side}>
          <Line label={words.liquidationPrice} value={liquidationText(draft, side)} />
          <Line label={words.cost} value={costText(draft)} />
          <div
            className="line"
            data-testid={side === 'long' ? 'max-buy-amount' : 'max-sell-amount'}
          >
            <span className="text-TertiaryText">{words.max}</span>
            <span className="text-PrimaryText">{`${sizeText(draft, 1)} ${sizeUnit()}`}</span>
          </div>
        </div>
      ))}
    </div>
  )
}

/** A part of what the balance carries. */
const Slider = ({ onPick }: { onPick: (part: number) => void }) => (
  <input
    type="range"
    min="0"
    max="100"
    step="5"
    defaultValue="0"
    aria-label="%"
    className="slider"
    onChange={({ currentTarget }) => onPick(Number(currentTarget.value) / 100)}
  />
)

/** "Buy/Long", in hedge mode "Open Long" or "Close Short". */
const buttonWord = (side: 'buy' | 'sell', hedge: boolean, direction: Direction): string => {
  const { words } = store
  if (!hedge) return words[side]
  if (direction === 'open') return side === 'buy' ? words.openLong : words.openShort
  return side === 'buy' ? words.closeShort : words.closeLong
}

export const OrderForm = () => {
  useStore(({ version }) => version)
  const [type, setType] = useState<Type>('MARKET')
  const [direction, setDirection] = useState<Direction>('open')
  const [fields, setFields] = useState(emptyFields)
  const [withStops, setWithStops] = useState(false)
  const [reduceOnly, setReduceOnly] = useState(false)
  const { view, exchange, place, words } = store
  const { Button, Field, SmallTab } = skinOf(view)
  const spec = contractOf(place.symbol)
  const { available, unit } = accountText(exchange.accountFigures(spec.asset), view)
  const hedge = exchange.account.positionMode === 'hedge'
  const typed = (name: keyof typeof emptyFields) => typedNumber(fields[name], view)
  const field = (name: keyof typeof emptyFields) => ({
    value: fields[name],
    onChange: (text: string) => setFields({ ...fields, [name]: text }),
  })
  const draft: OrderDraft = {
    quantity: typed('amount'),
    limitPrice: type === 'LIMIT' ? typed('limitPrice') : null,
  }
  const submit = (side: 'buy' | 'sell') => () => {
    const { quantity } = draft
    if (quantity === null) {
      store.toast(words.enterSize, false)
      store.changed(false)
      return
    }
    const leg: Side = (side === 'buy') === (direction === 'open') ? 'long' : 'short'
    const order = { symbol: place.symbol, side, quantity, ...(hedge ? { leg } : { reduceOnly }) }
    const done =
      type === 'LIMIT'
        ? store.act(words.orderPlaced, () =>
            exchange.limitOrder({ reduceOnly: false, ...order, price: draft.limitPrice ?? 0 }),
          )
        : store.act(words.orderFilled, () =>
            exchange.marketOrder({
              ...order,
              takeProfit: withStops ? typed('takeProfit') : null,
              stopLoss: withStops ? typed('stopLoss') : null,
            }),
          )
    if (done) setFields({ ...fields, amount: '' })
  }

  return (
    <section className="widget form">
      <ModeButtons />
      {hedge && (
        <div id="position-direction" className="bn-tabs bn-tabs__buySell">
          {(['open', 'close'] as const).map((key) => (
            <SmallTab
              key={key}
              word={words[key]}
              selected={direction === key}
              onSelect={() => setDirection(key)}
            />
          ))}
        </div>
      )}
      <div className="bn-tabs">
        {(['LIMIT', 'MARKET'] as const).map((key, index) => (
          <SmallTab
            key={key}
            tabKey={key}
            {...(view.twiceIds && { id: `bn-tab-${String(index)}` })}
            word={key === 'LIMIT' ? words.limit : words.market}
            selected={type === key}
            onSelect={() => setType(key)}
          />
        ))}
      </div>
      {view.state !== 'logged-out' && (
        <Line label={words.available} value={`${available} ${unit}`} />
      )}
      {type === 'LIMIT' && (
        <Field name="limitPrice-1" label={words.price} {...field('limitPrice')}>
          <span className="unit">{spec.quote}</span>
        </Field>
      )}
      <Field name="unitAmount-1" label={words.size} {...field('amount')}>
        <span className="unit">{sizeUnit()}</span>
      </Field>
      <Slider
        key={fields.amount === '' ? 'empty' : 'typed'}
        onPick={(part) => setFields({ ...fields, amount: sizeText(draft, part) })}
      />
      <div className="checks">
        <label>
          <input
            type="checkbox"
            checked={withStops}
            onChange={({ currentTarget }) => setWithStops(currentTarget.checked)}
          />{' '}
          {words.stops}
        </label>
        {!hedge && (
          <label>
            <input
              type="checkbox"
              checked={reduceOnly}
              onChange={({ currentTarget }) => setReduceOnly(currentTarget.checked)}
            />{' '}
            {words.reduceOnly}
          </label>
        )}
      </div>
      {withStops && (
        <>
          <Field name="takeProfit-1" label={words.takeProfit} {...field('takeProfit')} />
          <Field name="stopLoss-1" label={words.stopLoss} {...field('stopLoss')} />
        </>
      )}
      <div className="buttons">
        <Button tone="buy" onClick={submit('buy')}>
          {buttonWord('buy', hedge, direction)}
        </Button>
        <Button tone="sell" onClick={submit('sell')}>
          {buttonWord('sell', hedge, direction)}
        </Button>
      </div>
      <Previews draft={draft} />
    </section>
  )
}
