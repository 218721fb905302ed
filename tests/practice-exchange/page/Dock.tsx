import { useState } from 'react'
import { languages, type View } from '../view.ts'
import { controls } from './controls.ts'
import { store, useStore } from './store.ts'

const generations: readonly View['generation'][] = ['2026', '2024', '2022']

type ChooseProps<T extends string> = {
  label: string
  value: T
  choices: readonly T[]
  onChange: (choice: T) => void
}

const Choose = <T extends string>({ label, value, choices, onChange }: ChooseProps<T>) => (
  <label>
    {label}{' '}
    <select
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = choices.find((choice) => choice === currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  </label>
)

/** The clothes of the page. */
const Wardrobe = () => {
  const view = useStore((current) => current.view)
  const language = useStore((current) => current.language)
  return (
    <div>
      <Choose
        label="Page of"
        value={view.generation}
        choices={generations}
        onChange={(generation) => store.setView({ generation })}
      />
      <Choose
        label="in"
        value={language}
        choices={languages}
        onChange={(chosen) => store.setView({ language: chosen })}
      />
      <Choose
        label="size in"
        value={view.sizeUnit}
        choices={['coin', 'quote', 'contracts'] as const}
        onChange={(sizeUnit) => store.setView({ sizeUnit })}
      />
      <button
        type="button"
        onClick={() => store.setView({ theme: view.theme === 'dark' ? 'light' : 'dark' })}
      >
        {view.theme === 'dark' ? 'Light' : 'Dark'}
      </button>
    </div>
  )
}

/** Where the dock takes one line or two; below, it waits folded. */
const ROOMY = 760

/** The hand behind the scenery: clearly not a part of the exchange. */
export const Dock = () => {
  const [open, setOpen] = useState(innerWidth >= ROOMY)
  const path = useStore(({ view }) => view.path)
  const symbol = useStore(({ place }) => place.symbol)
  const position = useStore(({ exchange, place }) => exchange.find(place.symbol))
  const move = (fraction: number) => () => controls.movePrice(symbol, fraction)
  const addFromPhone = () => {
    if (position === undefined) return
    store.act('Margin added from the phone', () =>
      store.exchange.adjustMargin(position.id, 20, 'other-device'),
    )
  }
  return (
    <aside className="dock" data-open={open}>
      <button type="button" className="dock-title" onClick={() => setOpen(!open)}>
        Practice controls {open ? '▾' : '▸'}
      </button>
      {open && (
        <>
          <div>
            <button type="button" onClick={move(-0.01)}>
              Price −1 %
            </button>
            <button type="button" onClick={move(-0.03)}>
              −3 %
            </button>
            <button type="button" onClick={move(0.01)}>
              +1 %
            </button>
            <button type="button" onClick={() => store.setView({ path: !path })}>
              {path ? 'Hold the price' : 'Let the price move'}
            </button>
            <button
              type="button"
              disabled={position?.marginMode !== 'isolated'}
              onClick={addFromPhone}
            >
              Add 20 from the phone
            </button>
            <button type="button" onClick={() => controls.jumpToFunding(symbol)}>
              Next funding
            </button>
            <button type="button" onClick={() => controls.reset()}>
              Start again
            </button>
          </div>
          <Wardrobe />
        </>
      )}
    </aside>
  )
}
