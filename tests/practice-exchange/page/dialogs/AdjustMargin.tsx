import { useState } from 'react'
import {
  contractOf,
  digitsOf,
  number,
  type Position,
  shownDigits,
  typedNumber,
} from '../../engine/index.ts'
import { skinOf } from '../skins/index.ts'
import { store } from '../store.ts'
import { Line } from './Line.tsx'

type SwitchProps = { adding: boolean; onChange: (adding: boolean) => void }

/** Add or remove: two tabs, or a drop-down in older builds. */
const AddOrRemove = ({ adding, onChange }: SwitchProps) => {
  const { view, words } = store
  const { SmallTab, adjustBy } = skinOf(view)
  if (adjustBy === 'drop-down') {
    return (
      <select
        value={adding ? 'add' : 'remove'}
        onChange={({ currentTarget }) => onChange(currentTarget.value === 'add')}
      >
        <option value="add">{words.addMargin}</option>
        <option value="remove">{words.removeMargin}</option>
      </select>
    )
  }
  return (
    <div className="bn-tabs">
      {[true, false].map((add) => (
        <SmallTab
          key={String(add)}
          word={add ? words.add : words.remove}
          selected={adding === add}
          onSelect={() => onChange(add)}
        />
      ))}
    </div>
  )
}

export const AdjustMargin = ({ position }: { position: Position }) => {
  const [adding, setAdding] = useState(true)
  const [text, setText] = useState('')
  const { exchange, view, words } = store
  const { Modal, Field, Button } = skinOf(view)
  const { id, symbol, wallet } = position
  const { asset, quote, tick } = contractOf(symbol)
  const digits = shownDigits(asset, view)
  const close = () => store.show(null)
  const amount = (typedNumber(text, view) ?? 0) * (adding ? 1 : -1)
  const limit = adding ? exchange.maxAddable(id) : exchange.maxRemovable(id)
  // What is offered must be accepted: cut off, never rounded up.
  const most = number(Math.floor(limit * 10 ** digits) / 10 ** digits, digits, view)
  const estimate = exchange.estimateLiquidation(id, amount)
  const estimateText = estimate === null ? '--' : number(estimate, digitsOf(tick), view)
  return (
    <Modal title={words.adjustMargin} closeLabel={words.dismiss} onClose={close}>
      <AddOrRemove adding={adding} onChange={setAdding} />
      <Field name="adjustMargin-amount" label={words.amount} value={text} onChange={setText}>
        <span className="unit">{asset}</span>
        <Button tone="text" onClick={() => setText(most)}>
          {words.max}
        </Button>
      </Field>
      <Line label={words.assignedMargin} value={`${number(wallet, digits, view)} ${asset}`} />
      <Line label={adding ? words.maxAddable : words.maxRemovable} value={`${most} ${asset}`} />
      <Line
        label={adding ? words.estimateAfterIncrease : words.estimateAfterDecrease}
        value={`${estimateText} ${quote}`}
      />
      <Button
        tone="primary"
        onClick={() => {
          const done = store.act(adding ? words.marginAdded : words.marginRemoved, () =>
            exchange.adjustMargin(id, amount),
          )
          if (done) close()
        }}
      >
        {words.confirm}
      </Button>
    </Modal>
  )
}
