import { useState } from 'react'
import { amountDigits, contractOf, digitsOf, number } from '../engine/index.ts'
import { Modal } from './Modal.tsx'
import { store, useStore } from './store.ts'
import { wordsFor } from './words.ts'

type Props = { id: number; onClose: () => void }

export const AdjustMargin = ({ id, onClose }: Props) => {
  useStore(({ version }) => version)
  const [adding, setAdding] = useState(true)
  const [text, setText] = useState('')
  const { exchange, view } = store
  const words = wordsFor(view.language)
  const position = exchange.account.positions.find((candidate) => candidate.id === id)
  if (position === undefined) return null
  const spec = contractOf(position.symbol)
  const digits = amountDigits(spec.asset)
  const most = adding ? exchange.maxAddable(id) : exchange.maxRemovable(id)
  const typed = Number(text.replaceAll(',', ''))
  const amount = text.trim() === '' || !Number.isFinite(typed) ? 0 : typed
  const estimate = exchange.estimateLiquidation(id, adding ? amount : -amount)
  const lines = [
    [words.assignedMargin, number(position.wallet, digits, view), spec.asset],
    [
      adding ? words.maxAddable : words.maxRemovable,
      number(Math.floor(most * 10 ** digits) / 10 ** digits, digits, view),
      spec.asset,
    ],
    [
      adding ? words.estimateAfterIncrease : words.estimateAfterDecrease,
      estimate === null ? '--' : number(estimate, digitsOf(spec.tick), view),
      spec.quote,
    ],
  ] as const
  return (
    <Modal title={words.adjustMargin} onClose={onClose}>
      <div className="bn-tabs">
        {[true, false].map((add) => (
          <div
            key={String(add)}
            role="tab"
            aria-selected={adding === add}
            onClick={() => {
              setAdding(add)
            }}
          >
            {add ? words.add : words.remove}
          </div>
        ))}
      </div>
      <div className="bn-formItem">
        <span className="text-TertiaryText">{words.amount}</span>
        <input
          id="adjustMargin-amount"
          value={text}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value)
          }}
        />
        <span className="unit">{spec.asset}</span>
        <button
          type="button"
          className="bn-button bn-button__text"
          onClick={() => {
            setText(String(Math.floor(most * 10 ** digits) / 10 ** digits))
          }}
        >
          {words.max}
        </button>
      </div>
      {lines.map(([label, value, unit]) => (
        <div key={label} className="line">
          <span className="text-TertiaryText">{label}</span>
          <span className="text-PrimaryText">
            {value} {unit}
          </span>
        </div>
      ))}
      <button
        type="button"
        className="bn-button bn-button__primary"
        onClick={() => {
          const done = store.act(adding ? 'Margin added' : 'Margin removed', () =>
            exchange.adjustMargin(id, adding ? amount : -amount),
          )
          if (done) onClose()
        }}
      >
        {words.confirm}
      </button>
    </Modal>
  )
}
