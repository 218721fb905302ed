import { useState } from 'react'
import { contractOf, digitsOf, number } from '../engine/index.ts'
import { Modal } from './Modal.tsx'
import { store } from './store.ts'
import { wordsFor } from './words.ts'

type Props = { id: number; onClose: () => void }

const priceIn = (text: string): number | null => {
  const value = Number(text.replaceAll(',', ''))
  return text.trim() === '' || !Number.isFinite(value) ? null : value
}

export const StopsDialog = ({ id, onClose }: Props) => {
  const { exchange, view } = store
  const position = exchange.account.positions.find((candidate) => candidate.id === id)
  const [takeProfit, setTakeProfit] = useState(String(position?.takeProfit ?? ''))
  const [stopLoss, setStopLoss] = useState(String(position?.stopLoss ?? ''))
  if (position === undefined) return null
  const words = wordsFor(view.language)
  const spec = contractOf(position.symbol)
  const price = (value: number) => number(value, digitsOf(spec.tick), view)
  const fields = [
    ['takeProfit', words.takeProfit, takeProfit, setTakeProfit],
    ['stopLoss', words.stopLoss, stopLoss, setStopLoss],
  ] as const
  return (
    <Modal title={words.stopsForPosition} onClose={onClose}>
      <div className="line">
        <span className="text-TertiaryText">{words.columns.symbol}</span>
        <span>{spec.pair}</span>
      </div>
      <div className="line">
        <span className="text-TertiaryText">{words.columns.entryPrice}</span>
        <span>{price(position.entryPrice)}</span>
      </div>
      <div className="line">
        <span className="text-TertiaryText">{words.columns.markPrice}</span>
        <span>{price(exchange.market(position.symbol).mark)}</span>
      </div>
      {fields.map(([name, label, value, set]) => (
        <label key={name} className="bn-formItem">
          <span className="text-TertiaryText">{label}</span>
          <input
            id={`position-${name}`}
            value={value}
            autoComplete="off"
            onChange={(event) => {
              set(event.target.value)
            }}
          />
          <span className="unit">{words.mark}</span>
        </label>
      ))}
      <button
        type="button"
        className="bn-button bn-button__primary"
        onClick={() => {
          const stops = { takeProfit: priceIn(takeProfit), stopLoss: priceIn(stopLoss) }
          if (store.act('TP/SL set', () => exchange.setStops(id, stops))) onClose()
        }}
      >
        {words.confirm}
      </button>
    </Modal>
  )
}
