import { useState } from 'react'
import {
  contractOf,
  digitsOf,
  number,
  type Position,
  type StopKind,
  typedNumber,
} from '../../engine/index.ts'
import { skinOf } from '../skins/index.ts'
import { store } from '../store.ts'
import { Line } from './Line.tsx'

/** A take-profit or a stop-loss for a part of the position. */
export const PartialStopDialog = ({ position }: { position: Position }) => {
  const [kind, setKind] = useState<StopKind>('take-profit')
  const [price, setPrice] = useState('')
  const [size, setSize] = useState('')
  const { exchange, view, words } = store
  const { Modal, Field, Button, SmallTab } = skinOf(view)
  const { pair, tick, kind: contract, base } = contractOf(position.symbol)
  const { mark } = exchange.market(position.symbol)
  const close = () => store.show(null)
  const names: Record<StopKind, string> = {
    'take-profit': words.takeProfit,
    'stop-loss': words.stopLoss,
  }
  return (
    <Modal title={words.stops} closeLabel={words.dismiss} onClose={close}>
      <div className="bn-tabs">
        {(['take-profit', 'stop-loss'] as const).map((key) => (
          <SmallTab
            key={key}
            word={names[key]}
            selected={kind === key}
            onSelect={() => setKind(key)}
          />
        ))}
      </div>
      <Line label={words.columns.symbol} value={pair} />
      <Line label={words.columns.markPrice} value={number(mark, digitsOf(tick), view)} />
      <Field name="partialStop-price" label={names[kind]} value={price} onChange={setPrice}>
        <span className="unit">{words.mark}</span>
      </Field>
      <Field name="partialStop-size" label={words.size} value={size} onChange={setSize}>
        <span className="unit">{contract === 'inverse' ? words.contracts : base}</span>
      </Field>
      <Button
        tone="primary"
        onClick={() => {
          const at = typedNumber(price, view) ?? 0
          const quantity = typedNumber(size, view) ?? position.quantity
          const done = store.act(words.stopsSet, () =>
            exchange.addPartialStop(position.id, kind, at, quantity),
          )
          if (done) close()
        }}
      >
        {words.confirm}
      </Button>
    </Modal>
  )
}
