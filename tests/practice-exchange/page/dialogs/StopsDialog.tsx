import { useState } from 'react'
import { contractOf, digitsOf, number, type Position, typedNumber } from '../../engine/index.ts'
import { skinOf } from '../skins/index.ts'
import { store } from '../store.ts'
import { Line } from './Line.tsx'

/** Take-profit and stop-loss of the whole position. */
export const StopsDialog = ({ position }: { position: Position }) => {
  const { exchange, view, words } = store
  const { Modal, Field, Button } = skinOf(view)
  const { pair, tick } = contractOf(position.symbol)
  const price = (value: number) => number(value, digitsOf(tick), view)
  const typed = (value: number | null) => (value === null ? '' : price(value))
  const [takeProfit, setTakeProfit] = useState(typed(position.takeProfit))
  const [stopLoss, setStopLoss] = useState(typed(position.stopLoss))
  const close = () => store.show(null)
  const { mark } = exchange.market(position.symbol)
  const fields = [
    ['position-takeProfit', words.takeProfit, takeProfit, setTakeProfit],
    ['position-stopLoss', words.stopLoss, stopLoss, setStopLoss],
  ] as const
  return (
    <Modal title={words.stopsForPosition} closeLabel={words.dismiss} onClose={close}>
      <Line label={words.columns.symbol} value={pair} />
      <Line label={words.columns.entryPrice} value={price(position.entryPrice)} />
      <Line label={words.columns.markPrice} value={price(mark)} />
      {fields.map(([name, label, value, set]) => (
        <Field key={name} name={name} label={label} value={value} onChange={set}>
          <span className="unit">{words.mark}</span>
        </Field>
      ))}
      <Button
        tone="primary"
        onClick={() => {
          const stops = {
            takeProfit: typedNumber(takeProfit, view),
            stopLoss: typedNumber(stopLoss, view),
          }
          if (store.act(words.stopsSet, () => exchange.setStops(position.id, stops))) close()
        }}
      >
        {words.confirm}
      </Button>
    </Modal>
  )
}
